import { expect, it } from 'vitest';
import type { Layer } from '../../src/domain/layer.ts';
import { DiffDesk } from '../../src/engine/diff-desk.ts';
import { LayerStore } from '../../src/engine/layer-store.ts';
import { VersionStores } from '../../src/engine/version-stores.ts';
import { memorySource } from '../../src/loaders/byte-source.ts';
import { encodeLayer } from '../../src/publish/write/encode-layer.ts';
import { createCatalogue } from '../helpers/create-catalogue.ts';
import { createLayerMeta, createLayerTable, createSquare } from '../helpers/create-layer.ts';

const work = { signal: new AbortController().signal, onProgress: () => undefined };

/** A zone: its key, how far east it lies in degrees, and its use. */
type Zone = [id: string, place: number, use: string];

const BEFORE: Zone[] = [
  ['same', 0, 'U'],
  ['moved', 0.02, 'U'],
  ['edited', 0.04, 'U'],
  ['removed', 0.06, 'U'],
];
const AFTER: Zone[] = [
  ['added', 0.08, 'A'],
  ['edited', 0.04, 'N'],
  ['moved', 0.021, 'U'],
  ['same', 0, 'U'],
];

async function createDesk() {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  let reads = 0;
  const publish = async (zones: Zone[]): Promise<Layer> => {
    const table = createLayerTable(
      zones.map(([, place]) => createSquare(2.6 + place, 50.5, 0.01)),
      { id: zones.map(([id]) => id), use: zones.map(([, , use]) => use) },
    );
    const meta = createLayerMeta({ id: 'text', use: 'text' }, { id: 'zones' });
    const { layer, data } = await encodeLayer(meta, table);
    files.set(`http://site/${layer.file.path}`, data);
    return layer;
  };
  const [from, to] = [await publish(BEFORE), await publish(AFTER)];
  const store = new LayerStore(createCatalogue([to]), 'http://site/', {
    openFile: (url) => {
      reads += 1;
      return memorySource(url, files.get(url) as Uint8Array<ArrayBuffer>);
    },
    kernelWorkers: null,
    startDatabase: () => Promise.reject(new Error('nothing is asked in SQL here')),
  });
  return { desk: new DiffDesk(new VersionStores(store)), from, to, reads: () => reads };
}

it('two versions are told apart by key, and each file is read once', async () => {
  const { desk, from, to, reads } = await createDesk();
  const diff = await desk.diff({ from, to }, work);
  expect(diff.added.map(({ key }) => key)).toEqual(['added']);
  expect(diff.removed.map(({ key }) => key)).toEqual(['removed']);
  expect(diff.changed).toMatchObject([
    { key: 'edited', isMoved: false, fields: ['use'] },
    { key: 'moved', isMoved: true, fields: [] },
  ]);
  expect(diff.unchanged).toBe(1);
  await desk.shapes({ from, to }, work);
  expect(reads()).toBe(2);
});

it('the shapes of two versions: what moved is there twice, what was removed comes from the older file', async () => {
  const { desk, from, to } = await createDesk();
  const { changes, unchanged } = await desk.shapes({ from, to }, work);
  const { xy, partOffsets, ringOffsets, vertexOffsets } = changes.geometry;
  const westOf = (i: number) => xy[2 * vertexOffsets[ringOffsets[partOffsets[i]!]!]!];
  const places = changes.columns.change?.map((kind, i) => [
    kind,
    Number((westOf(i)! - 2.6).toFixed(3)),
  ]);
  expect(Object.fromEntries(places ?? [])).toEqual({
    added: 0.08,
    moved: 0.021,
    before: 0.02,
    removed: 0.06,
    edited: 0.04,
  });
  expect([...unchanged.rows]).toEqual([3]);
});

it('a feature of a version comes with its attributes, geometry and box', async () => {
  const { desk, from } = await createDesk();
  const { attributes, geometry, extent } = await desk.feature(from, 2, work);
  expect(attributes).toEqual({ id: 'edited', use: 'U' });
  expect(geometry.length).toBe(1);
  expect(extent?.[0]).toBeCloseTo(2.64, 6);
});

it('a place on the map tells the change that lies there, the new shape before the old one, and none where nothing changed', async () => {
  const { desk, from, to } = await createDesk();
  const at = async (lng: number) =>
    (await desk.changeAt({ from, to }, [lng, 50.505], 5, work))?.key ?? null;
  expect(await at(2.645)).toBe('edited');
  expect(await at(2.665)).toBe('removed');
  expect(await at(2.685)).toBe('added');
  expect(await at(2.6308)).toBe('moved');
  expect(await at(2.6204)).toBe('moved');
  expect(await at(2.605)).toBeNull();
});

it('features of either version are drawn by their rows, told apart as come in and gone out', async () => {
  const { desk, from, to } = await createDesk();
  const { changes, unchanged } = await desk.rows(
    { pair: { from, to }, before: [3], now: [0, 2] },
    work,
  );
  expect(changes.columns.change).toEqual(['added', 'added', 'removed']);
  expect([...changes.rows]).toEqual([0, 2, 3]);
  expect(unchanged.geometry.length).toBe(0);
});
