import type { Geometry, Position } from 'geojson';
import { describe, expect, test } from 'vitest';
import { dWithin } from '../../src/geo/d-within.ts';
import { distance } from '../../src/geo/distance.ts';
import { geometriesToColumn } from '../../src/geo/from-geojson.ts';
import { intersects } from '../../src/geo/intersects.ts';
import { createSide } from '../../src/geo/layer-index.ts';
import { within } from '../../src/geo/within.ts';
import { createRing, createSquare, shift } from './create-polygons.ts';

const point = (...position: number[]): Geometry => ({
  type: 'Point',
  coordinates: shift(position),
});
const points = (...positions: Position[]): Geometry => ({
  type: 'MultiPoint',
  coordinates: positions.map(shift),
});
const line = (...positions: Position[]): Geometry => ({
  type: 'LineString',
  coordinates: positions.map(shift),
});
const polygon = (...coordinates: Position[][]): Geometry => ({ type: 'Polygon', coordinates });
const polygons = (...coordinates: Position[][][]): Geometry => ({
  type: 'MultiPolygon',
  coordinates,
});

const SQUARE = polygon(createSquare(0, 0, 10));
const FRAME = polygon(createSquare(0, 0, 10), createSquare(3, 3, 4));
const TOUCHING = polygons([createSquare(0, 0, 10)], [createSquare(10, 10, 10)]);

function relate(a: Geometry | null, b: Geometry | null) {
  const one = createSide(geometriesToColumn([a]));
  const other = createSide(geometriesToColumn([b]));
  return {
    intersects: intersects(one, 0, other, 0),
    mirrored: intersects(other, 0, one, 0),
    within: within(one, 0, other, 0),
    distance: distance(one, 0, other, 0),
  };
}

describe('OGC truth table', () => {
  test.each<[string, Geometry, Geometry, boolean, boolean, number]>([
    ['a point inside', point(5, 5), SQUARE, true, true, 0],
    ['a point on a side', point(10, 5), SQUARE, true, false, 0],
    ['a point on a vertex', point(10, 10), SQUARE, true, false, 0],
    ['a point outside', point(13, 14), SQUARE, false, false, 5],
    ['a point in the hole', point(5, 5), FRAME, false, false, 2],
    ['a point on the hole', point(3, 5), FRAME, true, false, 0],
    ['points inside and on the border', points([5, 5], [10, 5]), SQUARE, true, true, 0],
    ['points on the border alone', points([0, 5], [10, 5]), SQUARE, true, false, 0],
    ['points inside and outside', points([5, 5], [15, 5]), SQUARE, true, false, 0],
    ['a line across', line([-5, 5], [15, 5]), SQUARE, true, false, 0],
    ['a line from side to side', line([0, 5], [10, 5]), SQUARE, true, true, 0],
    ['a line along a side', line([2, 0], [8, 0]), SQUARE, true, false, 0],
    ['a line along a side, then in', line([2, 0], [8, 0], [8, 3]), SQUARE, true, true, 0],
    ['a line along a side, then out', line([2, 0], [12, 0]), SQUARE, true, false, 0],
    ['a line over the hole', line([1, 5], [9, 5]), FRAME, true, false, 0],
    ['a line along the hole', line([1, 3], [9, 3]), FRAME, true, true, 0],
    ['a line through the point two parts share', line([5, 5], [15, 15]), TOUCHING, true, true, 0],
    ['a line beside that point', line([5, 5], [11, 10], [15, 15]), TOUCHING, true, false, 0],
    ['a polygon and itself', SQUARE, SQUARE, true, true, 0],
    ['a polygon inside', polygon(createSquare(2, 2, 3)), SQUARE, true, true, 0],
    ['a polygon inside, in the corner', polygon(createSquare(0, 0, 3)), SQUARE, true, true, 0],
    ['a polygon that leaves by a corner', polygon(createSquare(8, 8, 4)), SQUARE, true, false, 0],
    ['a neighbour', polygon(createSquare(10, 0, 10)), SQUARE, true, false, 0],
    ['a neighbour by the corner', polygon(createSquare(10, 10, 5)), SQUARE, true, false, 0],
    ['a polygon apart', polygon(createSquare(13, 14, 5)), SQUARE, false, false, 5],
    ['a polygon over the hole', polygon(createSquare(2, 2, 6)), FRAME, true, false, 0],
    ['the plug of the hole', polygon(createSquare(3, 3, 4)), FRAME, true, false, 0],
    ['a polygon in the hole', polygon(createSquare(4, 4, 2)), FRAME, false, false, 1],
    ['a frame in the polygon', FRAME, SQUARE, true, true, 0],
    ['the polygon in its frame', SQUARE, FRAME, true, false, 0],
    [
      'parts in parts',
      polygons([createSquare(1, 1, 2)], [createSquare(12, 12, 2)]),
      TOUCHING,
      true,
      true,
      0,
    ],
    ['a point at an end of a line', point(0, 0), line([0, 0], [9, 9]), true, false, 0],
    ['a point inside a line', point(3, 3), line([0, 0], [9, 9]), true, true, 0],
    ['a point on a closed line', point(0, 0), line(...ringOf(9)), true, true, 0],
    [
      'a line along a longer one',
      line([1, 1], [5, 5]),
      line([0, 0], [3, 3], [9, 9]),
      true,
      true,
      0,
    ],
    ['a line beyond another', line([1, 1], [12, 12]), line([0, 0], [9, 9]), true, false, 0],
    ['lines that cross', line([0, 0], [9, 9]), line([0, 9], [9, 0]), true, false, 0],
    ['parallel lines', line([0, 0], [9, 0]), line([0, 4], [9, 4]), false, false, 4],
    ['a polygon and its border', SQUARE, line(...ringOf(10)), true, false, 0],
    ['the border and its polygon', line(...ringOf(10)), SQUARE, true, false, 0],
    ['equal points', point(1, 2), point(1, 2), true, true, 0],
    ['a point among points', point(1, 2), points([5, 5], [1, 2]), true, true, 0],
    ['more points than there are', points([5, 5], [1, 2]), point(1, 2), true, false, 0],
    ['a line through a point', line([0, 0], [9, 9]), point(3, 3), true, false, 0],
  ])('%s', (_, a, b, meets, isWithin, metres) => {
    expect(relate(a, b)).toEqual({
      intersects: meets,
      mirrored: meets,
      within: isWithin,
      distance: metres,
    });
  });

  test('a row without geometry meets, holds and is near nothing', () => {
    const nothing = { intersects: false, mirrored: false, within: false, distance: Infinity };
    expect(relate(null, SQUARE)).toEqual(nothing);
    expect(relate(SQUARE, null)).toEqual(nothing);
    expect(relate(null, null)).toEqual(nothing);
    const side = createSide(geometriesToColumn([null, SQUARE]));
    expect(dWithin(side, 0, side, 1, Infinity)).toBe(false);
  });
});

describe('distance', () => {
  test('within a distance includes the distance itself', () => {
    const side = createSide(geometriesToColumn([SQUARE, polygon(createSquare(110, 0, 10))]));
    expect(dWithin(side, 0, side, 1, 100)).toBe(true);
    expect(dWithin(side, 0, side, 1, 100 - 1e-9)).toBe(false);
    expect(dWithin(side, 0, side, 0, 0)).toBe(true);
  });

  test('the nearest point may lie inside an edge', () => {
    expect(relate(point(0, 0), line([-3, 4], [3, 4])).distance).toBe(4);
  });
});

describe('degenerate geometries', () => {
  test('a polygon without area and a line without length are taken for what they cover', () => {
    const spike = polygon(
      createRing([
        [2, 2],
        [8, 8],
        [8, 8],
      ]),
    );
    expect(relate(spike, SQUARE)).toMatchObject({ intersects: true, within: true });
    expect(relate(spike, polygon(createSquare(20, 2, 2)))).toMatchObject({
      intersects: false,
      distance: Math.hypot(12, 4),
    });
    const still = line([5, 5], [5, 5]);
    expect(relate(still, SQUARE)).toMatchObject({ intersects: true, within: true });
    expect(relate(line([10, 5], [10, 5]), SQUARE)).toMatchObject({ within: false });
    expect(relate(SQUARE, still)).toMatchObject({ intersects: true, within: false });
  });

  test('repeated vertices change nothing', () => {
    const doubled = polygon(
      createRing([
        [0, 0],
        [0, 0],
        [10, 0],
        [10, 10],
        [10, 10],
        [0, 10],
      ]),
    );
    expect(relate(doubled, SQUARE).within).toBe(true);
    expect(relate(SQUARE, doubled).within).toBe(true);
  });

  test('a spike that leaves the polygon counts', () => {
    const spiked = polygon(
      createRing([
        [1, 1],
        [5, 1],
        [5, 5],
        [5, 15],
        [5, 5],
        [1, 5],
      ]),
    );
    expect(relate(spiked, SQUARE).within).toBe(false);
  });

  test('the last unit in the last place decides', () => {
    const slant = polygon(
      createRing([
        [0, 0],
        [300, 100],
        [0, 100],
      ]),
    );
    const [x, y] = shift([0, 0]) as [number, number];
    const at = (dy: number): Geometry => ({ type: 'Point', coordinates: [x + 150, y + 50 + dy] });
    expect(relate(at(0), slant)).toMatchObject({ intersects: true, within: false });
    expect(relate(at(2 ** -29), slant)).toMatchObject({ intersects: true, within: true });
    expect(relate(at(-(2 ** -29)), slant)).toMatchObject({ intersects: false, within: false });
  });
});

function ringOf(size: number): Position[] {
  return [
    [0, 0],
    [size, 0],
    [size, size],
    [0, size],
    [0, 0],
  ];
}
