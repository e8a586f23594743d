import { describe, expect, test } from 'vitest';
import { geometriesToColumn } from '../../src/geo/from-geojson.ts';
import { rowAreas, rowLengths } from '../../src/geo/row-measures.ts';

/** Where the territory lies in CC50. */
const X = 1_670_000;
const Y = 9_250_000;
const square = (x: number, y: number, size: number) => [
  [X + x, Y + y],
  [X + x + size, Y + y],
  [X + x + size, Y + y + size],
  [X + x, Y + y + size],
  [X + x, Y + y],
];

describe('measures of rows', () => {
  test('the area is that of the shells less the holes, whatever way they turn', () => {
    const column = geometriesToColumn([
      { type: 'Polygon', coordinates: [square(0, 0, 10), square(1, 1, 2)] },
      { type: 'Polygon', coordinates: [square(0, 0, 10).reverse(), square(1, 1, 2)] },
      {
        type: 'MultiPolygon',
        coordinates: [[square(0, 0, 10), square(1, 1, 2)], [square(20, 0, 3)]],
      },
      { type: 'LineString', coordinates: square(0, 0, 10) },
      { type: 'Point', coordinates: [X, Y] },
      null,
    ]);
    expect([...rowAreas(column)]).toEqual([96, 96, 105, 0, 0, 0]);
    expect([...rowLengths(column)]).toEqual([48, 48, 60, 40, 0, 0]);
  });

  test('a square of one centimetre far from the origin keeps its area', () => {
    const [area] = rowAreas(
      geometriesToColumn([{ type: 'Polygon', coordinates: [square(0, 0, 2 ** -7)] }]),
    );
    expect(area).toBe(2 ** -14);
  });
});
