import type { Geometry, Position } from 'geojson';
import { expect, it } from 'vitest';
import { geometriesToColumn } from '../../src/geo/from-geojson.ts';
import { createSide } from '../../src/geo/layer-index.ts';
import { locatePoint, POSITION } from '../../src/geo/locate-point.ts';
import { partPoint } from '../../src/geo/part-points.ts';
import { createGridPolygon } from './create-polygons.ts';
import { createRandom } from './create-random.ts';

function pointOf(geometry: Geometry, part = 0): Position {
  const column = geometriesToColumn([geometry]);
  return partPoint(column, column.kinds[0]!, part);
}

it('of a point is itself, of each in its turn', () => {
  const coordinates = [
    [3, 4],
    [5, 6],
  ];
  expect(pointOf({ type: 'MultiPoint', coordinates }, 1)).toEqual([5, 6]);
});

it('of a line lies halfway along it, repeated vertices or not', () => {
  const line = (...coordinates: Position[]) => pointOf({ type: 'LineString', coordinates });
  expect(line([0, 0], [10, 0], [10, 20])).toEqual([10, 5]);
  expect(line([0, 0], [0, 0], [8, 0])).toEqual([4, 0]);
  expect(line([7, 7], [7, 7])).toEqual([7, 7]);
});

it('of a polygon lies inside, clear of its holes and of what it bends round', () => {
  const random = createRandom(5);
  for (let i = 0; i < 300; i++) {
    const column = geometriesToColumn([createGridPolygon(random, 10)]);
    if (column.kinds[0] !== 3) continue;
    for (let part = 0; part < column.partOffsets[1]!; part++) {
      const [x, y] = partPoint(column, 3, part);
      expect(locatePoint(createSide(column), 0, x, y)).toBe(POSITION.interior);
    }
  }
});

it('of a flat polygon is its first vertex', () => {
  const ring = [
    [1, 1],
    [5, 1],
    [9, 1],
    [1, 1],
  ];
  expect(pointOf({ type: 'Polygon', coordinates: [ring] })).toEqual([1, 1]);
});
