import type { Geometry } from 'geojson';
import { expect, it } from 'vitest';
import type { Value } from '../../src/domain/feature.ts';
import { geometriesToColumn } from '../../src/geo/from-geojson.ts';
import { rowGroupSizes } from '../../src/publish/write/row-group-sizes.ts';
import { sortRows } from '../../src/publish/write/sort-rows.ts';
import { createRandom } from '../geo/create-random.ts';

const random = createRandom(3);
const ROWS = 24_000;
const POINTS = Array.from({ length: ROWS }, (): [number, number] => [random(), random()]);
const geometry = geometriesToColumn(
  POINTS.map((coordinates): Geometry => ({ type: 'Point', coordinates })),
);
/** Sixteen communes, squares of a quarter of the ground. */
const commune = POINTS.map(([x, y]) => `620${10 + 4 * Math.floor(4 * x) + Math.floor(4 * y)}`);
const row = POINTS.map((_, i): Value => i);

/** How many times the value changes from one row to the next. */
const changes = (values: Value[] = []) =>
  values.filter((value, i) => i > 0 && value !== values[i - 1]).length;

it('the rows of a commune stay together in a large layer, and no row group holds two communes', () => {
  const table = sortRows({ geometry, columns: { row, commune } });
  expect(changes(table.columns.commune)).toBe(15);
  expect([...(table.columns.row as number[])].sort((a, b) => a - b)).toEqual(row);
  let start = 0;
  for (const size of rowGroupSizes(table)) {
    expect(new Set(table.columns.commune?.slice(start, start + size)).size).toBe(1);
    start += size;
  }
  expect(start).toBe(ROWS);
  const first = table.columns.row?.[0] as number;
  expect([...table.geometry.xy.subarray(0, 2)]).toEqual(POINTS[first]);
});

it('codes that say nothing of where rows lie, and small layers, leave the order to the curve', () => {
  const owners = commune.map(() => `620${10 + Math.floor(16 * random())}`);
  const curve = sortRows({ geometry, columns: { row } }).columns.row;
  expect(sortRows({ geometry, columns: { row, owners } }).columns.row).toEqual(curve);
  const few = geometriesToColumn(
    POINTS.slice(0, 500).map((coordinates): Geometry => ({ type: 'Point', coordinates })),
  );
  const ofFew = { row: row.slice(0, 500), commune: commune.slice(0, 500) };
  expect(changes(sortRows({ geometry: few, columns: ofFew }).columns.commune)).toBeGreaterThan(15);
});

it('few rows of many vertices are cut too', () => {
  const ring = Array.from({ length: 2000 }, (_, i) => [i / 1e5, (i % 2) / 1e5]);
  const line: Geometry = { type: 'LineString', coordinates: ring };
  const rows = geometriesToColumn(Array.from({ length: 300 }, () => line));
  const sizes = rowGroupSizes({ geometry: rows, columns: {} });
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(300);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(34);
});
