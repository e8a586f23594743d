import { expect, test } from 'vitest';
import type { ShapeGeometry } from '../../src/domain/shape.ts';
import {
  moveVertex,
  removeVertex,
  splitAfterVertex,
  verticesOf,
} from '../../src/domain/shape-vertices.ts';

const SQUARE = [
  [0, 0],
  [2, 0],
  [2, 2],
  [0, 2],
  [0, 0],
];
const AWAY = SQUARE.map(([x, y]) => [x! + 10, y!]);
const square: ShapeGeometry = { type: 'Polygon', coordinates: [SQUARE] };
const two: ShapeGeometry = { type: 'MultiPolygon', coordinates: [[SQUARE], [AWAY]] };
const line: ShapeGeometry = {
  type: 'LineString',
  coordinates: [
    [0, 0],
    [4, 0],
  ],
};
const point: ShapeGeometry = { type: 'Point', coordinates: [1, 2] };

test('a ring has each vertex once', () => {
  expect(verticesOf(square)).toEqual(SQUARE.slice(0, -1));
  expect(verticesOf(two)).toHaveLength(8);
  expect(verticesOf(point)).toEqual([[1, 2]]);
});

test('moving the first vertex of a ring closes it there', () => {
  const moved = moveVertex(square, 0, [-1, -1]);
  expect(moved.coordinates).toEqual([
    [
      [-1, -1],
      [2, 0],
      [2, 2],
      [0, 2],
      [-1, -1],
    ],
  ]);
});

test('a vertex of the second part is moved in it alone', () => {
  const moved = moveVertex(two, 5, [13, 0]);
  expect(verticesOf(moved)[5]).toEqual([13, 0]);
  expect(moved.coordinates[0]).toEqual([SQUARE]);
  expect(moveVertex(point, 0, [3, 4])).toEqual({ type: 'Point', coordinates: [3, 4] });
});

test('a vertex is added halfway, also on the side that closes a ring', () => {
  expect(verticesOf(splitAfterVertex(square, 3))[4]).toEqual([0, 1]);
  expect(splitAfterVertex(line, 0).coordinates).toEqual([
    [0, 0],
    [2, 0],
    [4, 0],
  ]);
  expect(splitAfterVertex(line, 1)).toEqual(line);
  expect(splitAfterVertex(point, 0)).toBe(point);
});

test('no part is left with too few vertices', () => {
  const triangle = removeVertex(square, 0);
  expect(triangle?.coordinates).toEqual([
    [
      [2, 0],
      [2, 2],
      [0, 2],
      [2, 0],
    ],
  ]);
  expect(removeVertex(triangle!, 0)).toBeNull();
  expect(removeVertex(line, 1)).toBeNull();
  expect(removeVertex(point, 0)).toBeNull();
});
