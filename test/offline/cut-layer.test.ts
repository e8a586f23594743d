import { describe, expect, it } from 'vitest';
import type { Layer } from '../../src/domain/layer.ts';
import type { Extent } from '../../src/domain/units.ts';
import { rowBoxes } from '../../src/geo/row-boxes.ts';
import { memorySource } from '../../src/loaders/byte-source.ts';
import { readGeoParquet } from '../../src/loaders/geoparquet.ts';
import { bytesAtMost, cutLayer } from '../../src/offline/cut-layer.ts';
import { encodeLayer } from '../../src/publish/write/encode-layer.ts';
import { sortRows } from '../../src/publish/write/sort-rows.ts';
import { createLayerMeta, createLayerTable, createSquare } from '../helpers/create-layer.ts';

const SIDE = 36;
const STEP = 0.01;
const META = createLayerMeta({ id: 'text', surface: 'integer', jour: 'date' });

/** A chequerboard of 1 296 squares with their attributes. */
const whole = await encodeLayer(META, sortRows(chequerboard()));
const open = () => memorySource('essai', whole.data);
const namesOf = async (data: Uint8Array<ArrayBuffer>) =>
  (await readGeoParquet(memorySource('cut', data), ['id'])).columns.id as string[];

describe('a layer cut to scenes', () => {
  it('keeps the rows that a comparison of each with each box keeps, with all they say', async () => {
    const extents: Extent[] = [
      [2.1234, 50.1034, 2.2271, 50.1444],
      [2.3012, 50.3011, 2.3039, 50.3049],
    ];
    const cut = await cutLayer({ layer: whole.layer, extents, keys: [] }, open);
    const expected = await byBruteForce(extents);
    expect(expected.length).toBeGreaterThan(20);
    expect(await namesOf(cut!.data)).toEqual(expected);
    const names = META.fields.map(({ name }) => name);
    const [table, source] = await Promise.all(
      [cut!.data, whole.data].map((data) => readGeoParquet(memorySource('t', data), names)),
    );
    const row = source!.columns.id!.indexOf(expected[7] as string);
    for (const name of names) expect(table!.columns[name]![7]).toEqual(source!.columns[name]![row]);
    expect(cut!.layer.file.rows).toBe(expected.length);
    expect(cut!.layer.file.bytes).toBeLessThan(whole.data.length / 3);
    expect(cut!.layer.file.version).not.toBe(whole.layer.file.version);
  });

  it('keeps a feature that a scene chooses, wherever it is', async () => {
    const extents: Extent[] = [[2.1, 50.1, 2.101, 50.101]];
    const cut = await cutLayer({ layer: whole.layer, extents, keys: ['34-34'] }, open);
    const names = await namesOf(cut!.data);
    expect(names).toContain('34-34');
    expect(names).toHaveLength((await byBruteForce(extents)).length + 1);
  });

  it('keeps one row where nothing is in sight, for a file needs one', async () => {
    const part = { layer: whole.layer, extents: [[0, 0, 1, 1] as Extent], keys: [] };
    expect(await namesOf((await cutLayer(part, open))!.data)).toHaveLength(1);
  });

  it('is the file of the site where all of it is in sight, or asked for', async () => {
    const all = { layer: whole.layer, extents: [[2, 50, 3, 51] as Extent], keys: [] };
    expect(await cutLayer(all, open)).toBeNull();
    expect(await cutLayer({ ...all, extents: null }, open)).toBeNull();
  });

  it('takes no more bytes than was said before', async () => {
    const layer = { ...whole.layer, file: { ...whole.layer.file, bytes: LARGE } } as Layer;
    const source = () => ({ ...open(), bytes: whole.data.length });
    const extents: Extent[] = [[2.1, 50.1, 2.15, 50.15]];
    const said = await bytesAtMost({ layer, extents, keys: [] }, source);
    const cut = await cutLayer({ layer: whole.layer, extents, keys: [] }, open);
    expect(said).toBeLessThan(LARGE);
    expect(cut!.data.length).toBeLessThan(said + FOOTER);
    expect(await bytesAtMost({ layer, extents: null, keys: [] }, source)).toBe(LARGE);
  });
});

const LARGE = 5_000_000;
const FOOTER = 20_000;

function chequerboard() {
  const cells = Array.from({ length: SIDE * SIDE }, (_, i) => [i % SIDE, Math.floor(i / SIDE)]);
  return createLayerTable(
    cells.map(([x = 0, y = 0]) => createSquare(2 + x * STEP, 50 + y * STEP, STEP * 0.9)),
    {
      id: cells.map(([x, y]) => `${x}-${y}`),
      surface: cells.map(([x = 0, y = 0]) => (x % 7 === 0 ? null : x * y)),
      jour: cells.map(([x = 0]) => `2025-01-${String((x % 28) + 1).padStart(2, '0')}`),
    },
  );
}

async function byBruteForce(extents: Extent[]): Promise<string[]> {
  const { geometry, columns } = await readGeoParquet(open(), ['id']);
  const boxes = rowBoxes(geometry);
  return (columns.id as string[]).filter((_, row) => {
    const [left = 0, bottom = 0, right = 0, top = 0] = boxes.subarray(4 * row, 4 * row + 4);
    return extents.some(
      ([minX, minY, maxX, maxY]) => left <= maxX && right >= minX && bottom <= maxY && top >= minY,
    );
  });
}
