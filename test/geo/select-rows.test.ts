import type { Geometry } from 'geojson';
import { describe, expect, test } from 'vitest';
import { concatColumns } from '../../src/geo/concat-columns.ts';
import { geometriesToColumn } from '../../src/geo/from-geojson.ts';
import { boxesMeeting, columnExtent, rowBoxes, rowsMeeting } from '../../src/geo/row-boxes.ts';
import { selectRows } from '../../src/geo/select-rows.ts';

const square = (x: number, y: number, size: number) => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
];
const GEOMETRIES: (Geometry | null)[] = [
  { type: 'Polygon', coordinates: [square(0, 0, 9), square(1, 1, 2)] },
  null,
  {
    type: 'MultiPolygon',
    coordinates: [[square(20, 0, 1)], [square(30, 5, 2), square(31, 6, 0.5)]],
  },
  { type: 'Point', coordinates: [-3, 4] },
  { type: 'LineString', coordinates: square(50, 50, 3) },
];

describe('rows of a column', () => {
  test('a selection keeps the asked order and may repeat a row', () => {
    const rows = Uint32Array.of(4, 2, 1, 2, 0);
    const wanted = geometriesToColumn([...rows].map((row) => GEOMETRIES[row] ?? null));
    expect(selectRows(geometriesToColumn(GEOMETRIES), rows)).toEqual(wanted);
  });

  test('no row selected gives an empty column', () => {
    const column = geometriesToColumn(GEOMETRIES);
    expect(selectRows(column, new Uint32Array(0))).toEqual(geometriesToColumn([]));
  });

  test('columns one after the other are the column of all their geometries', () => {
    const parts = [GEOMETRIES.slice(0, 2), [], GEOMETRIES.slice(2)].map(geometriesToColumn);
    expect(concatColumns(parts)).toEqual(geometriesToColumn(GEOMETRIES));
    expect(concatColumns([])).toEqual(geometriesToColumn([]));
  });

  test('boxes hold every part, are NaN for no geometry, and make up the extent', () => {
    const column = geometriesToColumn(GEOMETRIES);
    const boxes = rowBoxes(column);
    expect([...boxes.subarray(0, 4)]).toEqual([0, 0, 9, 9]);
    expect([...boxes.subarray(4, 8)].every(Number.isNaN)).toBe(true);
    expect([...boxes.subarray(8, 12)]).toEqual([20, 0, 32, 7]);
    expect([...boxes.subarray(12, 16)]).toEqual([-3, 4, -3, 4]);
    expect(columnExtent(column)).toEqual([-3, 0, 53, 53]);
    expect(columnExtent(geometriesToColumn([null]))).toBeNull();
  });

  test('kept boxes find the rows that the vertices find, borders included', () => {
    const column = geometriesToColumn(GEOMETRIES);
    const boxes = [
      [9, 7, 20, 20],
      [-3, 4, -3, 4],
      [0, 0, 60, 60],
      [34, 0, 40, 40],
    ] as const;
    const found = boxes.map((box) => [...boxesMeeting(rowBoxes(column), box)]);
    expect(found).toEqual(boxes.map((box) => [...rowsMeeting(column, box)]));
    expect(found).toEqual([[0, 2], [3], [0, 2, 4], []]);
  });
});
