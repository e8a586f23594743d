import type { Geometry } from 'geojson';
import { expect, test } from 'vitest';
import type { Xy } from '../../src/domain/units.ts';
import { geometriesToColumn } from '../../src/geo/from-geojson.ts';
import { createSide } from '../../src/geo/layer-index.ts';
import { rowsNear, rowsUnder } from '../../src/geo/rows-near.ts';
import { createSquare, shift } from './create-polygons.ts';

const square = (x: number, y: number, size: number): Geometry => ({
  type: 'Polygon',
  coordinates: [createSquare(x, y, size)],
});

test('polygons that hold the point come first, smallest first, then the nearest', () => {
  const side = createSide(
    geometriesToColumn([
      square(-50, -50, 100),
      null,
      square(8, 0, 5),
      square(-5, -5, 10),
      { type: 'Point', coordinates: shift([0, 6]) },
      { type: 'LineString', coordinates: [shift([-3, 0]), shift([3, 0])] },
      square(40, 40, 5),
    ]),
  );
  expect(rowsNear(side, shift([0, 0]) as unknown as Xy, 10)).toEqual([3, 0, 5, 4, 2]);
  expect(rowsNear(side, shift([0, 0]) as unknown as Xy, 0)).toEqual([3, 0, 5]);
  expect(rowsNear(side, shift([500, 0]) as unknown as Xy, 10)).toEqual([]);
});

test('a point within a polygon is not meant for the polygons beside, one between them for all', () => {
  const side = createSide(
    geometriesToColumn([
      square(-5, -5, 10),
      square(5, -5, 10),
      square(-20, -20, 60),
      { type: 'Point', coordinates: shift([4, 6]) },
      square(100, 0, 5),
      square(106, 0, 5),
    ]),
  );
  const under = (at: [number, number]) => rowsUnder(side, shift(at) as unknown as Xy, 3);
  expect(under([4, 4])).toEqual([0, 2, 3]);
  expect(under([105.4, 2])).toEqual([4, 5]);
});
