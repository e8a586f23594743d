import type { Geometry, Position } from 'geojson';
import { expect, it } from 'vitest';
import type { SheetEntry, SheetLine } from '../../../src/domain/parcel-sheet.ts';
import { parcelSheet } from '../../../src/engine/parcel-sheet/parcel-sheet.ts';
import { createWork, openStore, rectangle, type SmallLayer } from '../scenario/open-store.ts';

const PARCEL: SmallLayer = { geometries: [rectangle(0, 0, 100, 50)] };

const line = (change: Partial<SheetLine> = {}): SheetLine => ({
  id: 'ligne',
  section: 'Essai',
  label: 'Essai',
  role: { ids: ['essai'] },
  measure: 'touch',
  by: ['nature'],
  none: 'Rien',
  ...change,
});

async function read(essai: SmallLayer, change: Partial<SheetLine> = {}, parcelles = PARCEL) {
  const store = openStore({ parcelles, essai });
  const request = { layer: 'parcelles', key: 'p0', lines: [line(change)] };
  const { area, entries } = await parcelSheet(store, request, createWork());
  return { area, entry: entries[0] as SheetEntry };
}

const brief = ({ parts }: SheetEntry) =>
  parts.map(({ attributes, amount, keys }) => [
    attributes.nature,
    Math.round(amount * 100) / 100,
    keys,
  ]);

it('zones have their shares, those of one name together, the largest first, and the rest is what they leave', async () => {
  const { area, entry } = await read({
    geometries: [
      rectangle(-50, 0, 60, 50),
      rectangle(10, 0, 40, 50),
      rectangle(50, 0, 30, 50),
      rectangle(100, 0, 40, 50),
    ],
    kinds: ['UA', 'UB', 'UA', 'N'],
  });
  expect(area).toBeCloseTo(5000, 0);
  expect(brief(entry)).toEqual([
    ['UA', 2000, ['p0', 'p2']],
    ['UB', 2000, ['p1']],
  ]);
  expect(area - (entry.covered ?? 0)).toBeCloseTo(1000, 0);
});

it('ground that two zones claim is counted once in what is covered, and whole in each', async () => {
  const { entry } = await read({
    geometries: [rectangle(0, 0, 60, 50), rectangle(40, 0, 60, 50)],
    kinds: ['UA', 'UB'],
  });
  expect(entry.parts.map(({ amount }) => Math.round(amount))).toEqual([3000, 3000]);
  expect(entry.covered).toBeCloseTo(5000, 0);
});

it('a parcel of several parts with a hole has the zones of all its ground, and of no other', async () => {
  const hole = rectangle(2, 2, 4, 4).coordinates[0]?.toReversed() as Position[];
  const parts: Geometry = {
    type: 'MultiPolygon',
    coordinates: [
      [rectangle(0, 0, 10, 10).coordinates[0] as Position[], hole],
      rectangle(200, 0, 10, 10).coordinates,
    ],
  };
  const { area, entry } = await read(
    { geometries: [rectangle(3, 3, 2, 2), rectangle(190, 0, 15, 10)], kinds: ['trou', 'UB'] },
    {},
    { geometries: [parts] },
  );
  expect(area).toBeCloseTo(184, 1);
  expect(brief(entry)).toEqual([['UB', 50, ['p1']]]);
});

it('lines count by their length inside, and one that only meets the border in a point does not', async () => {
  const straight = (...coordinates: Position[]): Geometry => ({ type: 'LineString', coordinates });
  const { entry } = await read({
    geometries: [straight([50, -20], [50, 20]), straight([100, 25], [150, 25])],
    kinds: ['haie', 'chemin'],
  });
  expect(brief(entry)).toEqual([['haie', 20, ['p0']]]);
  expect(entry.covered).toBeNull();
});

it('what is near comes with its distance, what is touched with none, and the nearest is found however far', async () => {
  const around: SmallLayer = {
    geometries: [rectangle(390, 0, 10, 10), rectangle(140, 0, 10, 10), rectangle(100, 0, 10, 10)],
    kinds: ['loin', 'près', 'contre'],
  };
  const near = await read(around, { measure: 'near', within: 300 });
  expect(brief(near.entry)).toEqual([
    ['contre', 0, ['p2']],
    ['près', 40, ['p1']],
    ['loin', 290, ['p0']],
  ]);
  const far = { geometries: [rectangle(9000, 0, 10, 10)], kinds: ['seule'] };
  const nearest = await read(far, { measure: 'nearest' });
  expect(nearest.entry.parts[0]?.amount).toBeCloseTo(8900, 0);
  const one = await read(around, { measure: 'nearest', except: { nature: ['contre'] } });
  expect(brief(one.entry)).toEqual([['près', 40, ['p1']]]);
});

it('a layer that is not published and one that cannot be read are told apart from one with nothing here', async () => {
  const store = openStore({ parcelles: PARCEL, essai: { geometries: [rectangle(500, 0, 9, 9)] } });
  const [essai] = store.catalogue.layers.filter(({ id }) => id === 'essai');
  if (!essai) throw new Error('no layer');
  const file = { ...essai.file, path: 'layers/absente.parquet' };
  store.add({ ...essai, id: 'illisible', file });
  const lines = [
    line({ role: { standard: ['CNIG PLU'] } }),
    line({ role: { ids: ['illisible', 'essai'] } }),
    line(),
  ];
  const request = { layer: 'parcelles', key: 'p0', lines };
  const { entries } = await parcelSheet(store, request, createWork());
  expect(entries.map(({ layers }) => layers)).toEqual([[], ['essai', 'illisible'], ['essai']]);
  expect(entries.map(({ failures }) => failures.map(({ layer }) => layer))).toEqual([
    [],
    ['illisible'],
    [],
  ]);
  expect(entries.every(({ parts }) => parts.length === 0)).toBe(true);
});

it('a feature that covers no ground has no sheet, nor one that is not there', async () => {
  const flat: Geometry = {
    type: 'Polygon',
    coordinates: [
      [
        [0, 0],
        [10, 0],
        [0, 0],
        [0, 0],
      ],
    ],
  };
  await expect(read(PARCEL, {}, { geometries: [flat] })).rejects.toMatchObject({
    code: 'geometry-invalid',
  });
  const store = openStore({ parcelles: PARCEL });
  const unknown = parcelSheet(store, { layer: 'parcelles', key: 'p9', lines: [] }, createWork());
  await expect(unknown).rejects.toMatchObject({ code: 'feature-unknown' });
});

it('a cancelled sheet is not finished', async () => {
  const store = openStore({ parcelles: PARCEL, essai: PARCEL });
  const request = { layer: 'parcelles', key: 'p0', lines: [line()] };
  const signal = AbortSignal.abort();
  const work = { signal, onProgress: () => undefined };
  await expect(parcelSheet(store, request, work)).rejects.toMatchObject({ name: 'AbortError' });
});
