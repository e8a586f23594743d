import type { Geometry, Position } from 'geojson';
import { describe, expect, test } from 'vitest';
import { dWithin } from '../../src/geo/d-within.ts';
import { disjoint } from '../../src/geo/disjoint.ts';
import { distance } from '../../src/geo/distance.ts';
import { geometriesToColumn } from '../../src/geo/from-geojson.ts';
import { createSide, type Side } from '../../src/geo/layer-index.ts';
import { PREDICATES } from '../../src/geo/predicates.ts';
import { createRing, createSquare } from './create-polygons.ts';
import { line, lines, point, points, polygon, polygons } from './create-shapes.ts';

const SQUARE = polygon(createSquare(0, 0, 10));
const FRAME = polygon(createSquare(0, 0, 10), createSquare(3, 3, 4));
const TOUCHING = polygons([createSquare(0, 0, 10)], [createSquare(10, 10, 10)]);

/** What holds of a to b, what holds of b to a, and how far apart they are. */
function relate(a: Geometry | null, b: Geometry | null) {
  const one = createSide(geometriesToColumn([a]));
  const other = createSide(geometriesToColumn([b]));
  return {
    ab: relations(one, other),
    ba: relations(other, one),
    distance: distance(one, 0, other, 0),
  };
}

/** `disjoint`, `intersects` where nothing else holds, or the names of what holds. */
function relations(a: Side, b: Side): string {
  if (disjoint(a, 0, b, 0)) return 'disjoint';
  const held = Object.entries(PREDICATES).filter(([, predicate]) => predicate(a, 0, b, 0));
  expect(held[0]?.[0]).toBe('intersects');
  return held
    .map(([name]) => name)
    .join(' ')
    .replace('intersects ', '');
}

/** The same relations the other way. */
function mirror(held: string): string {
  if (held === 'within') return 'contains';
  return held === 'contains' ? 'within' : held;
}

describe('OGC truth table', () => {
  test.each<[string, Geometry, Geometry, string, number]>([
    ['a point inside', point(5, 5), SQUARE, 'within', 0],
    ['a point on a side', point(10, 5), SQUARE, 'touches', 0],
    ['a point on a vertex', point(10, 10), SQUARE, 'touches', 0],
    ['a point outside', point(13, 14), SQUARE, 'disjoint', 5],
    ['a point in the hole', point(5, 5), FRAME, 'disjoint', 2],
    ['a point on the hole', point(3, 5), FRAME, 'touches', 0],
    ['points inside and on the border', points([5, 5], [10, 5]), SQUARE, 'within', 0],
    ['points on the border alone', points([0, 5], [10, 5]), SQUARE, 'touches', 0],
    ['points inside and outside', points([5, 5], [15, 5]), SQUARE, 'crosses', 0],
    ['a line across', line([-5, 5], [15, 5]), SQUARE, 'crosses', 0],
    ['a line from side to side', line([0, 5], [10, 5]), SQUARE, 'within', 0],
    ['a line along a side', line([2, 0], [8, 0]), SQUARE, 'touches', 0],
    ['a line along a side, then in', line([2, 0], [8, 0], [8, 3]), SQUARE, 'within', 0],
    ['a line along a side, then out', line([2, 0], [12, 0]), SQUARE, 'touches', 0],
    ['a line over the hole', line([1, 5], [9, 5]), FRAME, 'crosses', 0],
    ['a line along the hole', line([1, 3], [9, 3]), FRAME, 'within', 0],
    ['a line through the point two parts share', line([5, 5], [15, 15]), TOUCHING, 'within', 0],
    ['a line beside that point', line([5, 5], [11, 10], [15, 15]), TOUCHING, 'crosses', 0],
    ['a polygon and itself', SQUARE, SQUARE, 'within contains equals', 0],
    ['a polygon inside', polygon(createSquare(2, 2, 3)), SQUARE, 'within', 0],
    ['a polygon inside, in the corner', polygon(createSquare(0, 0, 3)), SQUARE, 'within', 0],
    ['a polygon that leaves by a corner', polygon(createSquare(8, 8, 4)), SQUARE, 'overlaps', 0],
    ['a neighbour', polygon(createSquare(10, 0, 10)), SQUARE, 'touches', 0],
    ['a neighbour by the corner', polygon(createSquare(10, 10, 5)), SQUARE, 'touches', 0],
    ['a polygon apart', polygon(createSquare(13, 14, 5)), SQUARE, 'disjoint', 5],
    ['a polygon over the hole', polygon(createSquare(2, 2, 6)), FRAME, 'overlaps', 0],
    ['the plug of the hole', polygon(createSquare(3, 3, 4)), FRAME, 'touches', 0],
    ['a polygon in the hole', polygon(createSquare(4, 4, 2)), FRAME, 'disjoint', 1],
    ['a frame in the polygon', FRAME, SQUARE, 'within', 0],
    ['the polygon in its frame', SQUARE, FRAME, 'contains', 0],
    [
      'parts in parts',
      polygons([createSquare(1, 1, 2)], [createSquare(12, 12, 2)]),
      TOUCHING,
      'within',
      0,
    ],
    ['a point at an end of a line', point(0, 0), line([0, 0], [9, 9]), 'touches', 0],
    ['a point inside a line', point(3, 3), line([0, 0], [9, 9]), 'within', 0],
    ['a point on a closed line', point(0, 0), line(...ringOf(9)), 'within', 0],
    ['a line along a longer one', line([1, 1], [5, 5]), line([0, 0], [3, 3], [9, 9]), 'within', 0],
    ['a line beyond another', line([1, 1], [12, 12]), line([0, 0], [9, 9]), 'overlaps', 0],
    ['lines that cross', line([0, 0], [9, 9]), line([0, 9], [9, 0]), 'crosses', 0],
    ['parallel lines', line([0, 0], [9, 0]), line([0, 4], [9, 4]), 'disjoint', 4],
    ['a polygon and its border', SQUARE, line(...ringOf(10)), 'touches', 0],
    ['the border and its polygon', line(...ringOf(10)), SQUARE, 'touches', 0],
    ['equal points', point(1, 2), point(1, 2), 'within contains equals', 0],
    ['a point among points', point(1, 2), points([5, 5], [1, 2]), 'within', 0],
    ['more points than there are', points([5, 5], [1, 2]), point(1, 2), 'contains', 0],
    ['a line through a point', line([0, 0], [9, 9]), point(3, 3), 'contains', 0],
    ['a line that ends on the border, from outside', line([-5, 5], [0, 5]), SQUARE, 'touches', 0],
    ['a line that ends inside, from outside', line([-5, 5], [5, 5]), SQUARE, 'crosses', 0],
    ['a line that passes by a corner', line([-5, 5], [5, -5]), SQUARE, 'touches', 0],
    ['a line that enters by a corner', line([-5, -5], [5, 5]), SQUARE, 'crosses', 0],
    ['a closed line around', line(...ringOf(10)), polygon(createSquare(2, 2, 3)), 'disjoint', 2],
    ['a polygon that shares part of a side', polygon(createSquare(10, 3, 4)), SQUARE, 'touches', 0],
    [
      'a polygon over part of another, along its side',
      polygon(createSquare(5, 0, 10)),
      SQUARE,
      'overlaps',
      0,
    ],
    [
      'the same polygon started elsewhere, turned round, with more vertices',
      polygon(
        createRing([
          [10, 10],
          [10, 5],
          [10, 0],
          [0, 0],
          [0, 10],
          [3, 10],
        ]),
      ),
      SQUARE,
      'within contains equals',
      0,
    ],
    [
      'a polygon of two parts and one of them',
      polygon(createSquare(0, 0, 10)),
      TOUCHING,
      'within',
      0,
    ],
    [
      'a polygon in the place of two touching parts',
      polygon(createSquare(0, 0, 20)),
      TOUCHING,
      'contains',
      0,
    ],
    [
      'a frame and the plug with a hole',
      FRAME,
      polygon(createSquare(3, 3, 4), createSquare(4, 4, 2)),
      'touches',
      0,
    ],
    ['lines that meet at their ends', line([0, 0], [5, 5]), line([5, 5], [9, 0]), 'touches', 0],
    ['a line that ends inside another', line([0, 5], [5, 5]), line([5, 0], [5, 9]), 'touches', 0],
    ['lines that overlap in part', line([0, 0], [6, 0]), line([3, 0], [9, 0]), 'overlaps', 0],
    [
      'lines that overlap in part and cross elsewhere',
      line([0, 0], [6, 0], [6, 5], [-1, -1]),
      line([3, 0], [9, 0]),
      'overlaps',
      0,
    ],
    [
      'the same line told backwards in two parts',
      lines(
        [
          [9, 9],
          [4, 4],
        ],
        [
          [0, 0],
          [4, 4],
        ],
      ),
      line([0, 0], [9, 9]),
      'within contains equals',
      0,
    ],
    [
      'a line through the end that two parts share',
      line([0, 8], [8, 0]),
      lines(
        [
          [0, 0],
          [4, 4],
        ],
        [
          [4, 4],
          [9, 9],
        ],
      ),
      'crosses',
      0,
    ],
    [
      'a line through the end that three parts share',
      line([0, 8], [8, 0]),
      lines(
        [
          [0, 0],
          [4, 4],
        ],
        [
          [4, 4],
          [9, 9],
        ],
        [
          [4, 4],
          [4, 9],
        ],
      ),
      'touches',
      0,
    ],
    [
      'a point at the end that two parts share',
      point(4, 4),
      lines(
        [
          [0, 0],
          [4, 4],
        ],
        [
          [4, 4],
          [9, 9],
        ],
      ),
      'within',
      0,
    ],
    [
      'a point at the end that three parts share',
      point(4, 4),
      lines(
        [
          [0, 0],
          [4, 4],
        ],
        [
          [4, 4],
          [9, 9],
        ],
        [
          [4, 4],
          [4, 9],
        ],
      ),
      'touches',
      0,
    ],
    ['points some on the line', points([3, 3], [5, 0]), line([0, 0], [9, 9]), 'crosses', 0],
    ['points at both ends of the line', points([0, 0], [9, 9]), line([0, 0], [9, 9]), 'touches', 0],
    [
      'points of which some are common',
      points([1, 1], [2, 2]),
      points([2, 2], [3, 3]),
      'overlaps',
      0,
    ],
    [
      'the same points in another order, one twice',
      points([1, 1], [2, 2]),
      points([2, 2], [1, 1], [2, 2]),
      'within contains equals',
      0,
    ],
    ['points apart', points([1, 1], [2, 2]), point(5, 6), 'disjoint', 5],
  ])('%s', (_, a, b, held, metres) => {
    expect(relate(a, b)).toEqual({ ab: held, ba: mirror(held), distance: metres });
  });

  test('a row without geometry is disjoint from all, itself included, and near nothing', () => {
    const nothing = { ab: 'disjoint', ba: 'disjoint', distance: Infinity };
    const empty: Geometry = { type: 'Polygon', coordinates: [] };
    for (const other of [null, empty, SQUARE, line([0, 0], [9, 9]), point(1, 2)]) {
      expect(relate(null, other)).toEqual(nothing);
      expect(relate(empty, other)).toEqual(nothing);
    }
    const side = createSide(geometriesToColumn([null, SQUARE]));
    expect(dWithin(side, 0, side, 1, Infinity)).toBe(false);
    for (const predicate of Object.values(PREDICATES)) {
      expect(predicate(side, 0, side, 0)).toBe(false);
    }
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

function ringOf(size: number): Position[] {
  return [
    [0, 0],
    [size, 0],
    [size, size],
    [0, size],
    [0, 0],
  ];
}
