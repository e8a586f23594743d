import type { Geometry } from 'geojson';
import { describe, expect, test } from 'vitest';
import { geometriesToColumn } from '../../src/geo/from-geojson.ts';
import { createSide } from '../../src/geo/layer-index.ts';
import { overlap } from '../../src/geo/overlap.ts';
import {
  createGridPolygon,
  createRing,
  createSquare,
  createStar,
  shift,
} from './create-polygons.ts';
import { createRandom } from './create-random.ts';
import { type OracleGeometry, readJsts } from './read-jsts.ts';

const polygon = (...coordinates: ReturnType<typeof createRing>[]): Geometry => ({
  type: 'Polygon',
  coordinates,
});

function overlapOf(a: Geometry | null, b: (Geometry | null)[], rows = [...b.keys()]) {
  return overlap(createSide(geometriesToColumn([a])), 0, createSide(geometriesToColumn(b)), rows);
}

function unionOf(geometries: Geometry[]): OracleGeometry {
  return geometries.map(readJsts).reduce((union, one) => union.union(one));
}

describe('overlap of a polygon', () => {
  const parcel = polygon(createSquare(0, 0, 10));

  test('what two polygons of b both cover counts once', () => {
    const b = [polygon(createSquare(-5, -5, 10)), polygon(createSquare(2, 2, 4))];
    expect(overlapOf(parcel, b)).toBeCloseTo(25 + 16 - 9, 6);
  });

  test('rows that do not count are passed over', () => {
    const b = [polygon(createSquare(-5, -5, 10)), polygon(createSquare(2, 2, 4))];
    expect(overlapOf(parcel, b, [1])).toBeCloseTo(16, 6);
    expect(overlapOf(parcel, b, [])).toBe(0);
  });

  test('a hole of either side is left out', () => {
    const ring = polygon(createSquare(-5, -5, 30), createSquare(2, 2, 4));
    expect(overlapOf(parcel, [ring])).toBeCloseTo(84, 6);
    expect(overlapOf(ring, [parcel])).toBeCloseTo(84, 6);
  });

  test('a polygon in the hole of another shares nothing with it', () => {
    const b = polygon(createSquare(-10, -10, 40), createSquare(-2, -2, 20));
    expect(overlapOf(parcel, [b])).toBe(0);
  });

  test('neighbours share 0, on a whole border, on a part of it, in a corner', () => {
    const b = [createSquare(10, 0, 10), createSquare(3, 10, 2), createSquare(-4, -4, 4)];
    expect(
      overlapOf(
        parcel,
        b.map((ring) => polygon(ring)),
      ),
    ).toBe(0);
  });

  test('a neighbour whose vertex is rounded on a slanted border shares 0', () => {
    const left = polygon(
      createRing([
        [0, 0],
        [100, 1000 / 3],
        [0, 1000 / 3],
      ]),
    );
    const right = polygon(
      createRing([
        [0, 0],
        [100, 0],
        [100, 1000 / 3],
        [100 / 7, 1000 / 21],
      ]),
    );
    expect(overlapOf(left, [right])).toBe(0);
    expect(overlapOf(right, [left])).toBe(0);
  });

  test('a polygon wholly covered by several has exactly its own area', () => {
    const b = [createSquare(-5, -5, 10), createSquare(5, -5, 20), createSquare(-5, 5, 10)];
    expect(
      overlapOf(
        parcel,
        b.map((ring) => polygon(ring)),
      ),
    ).toBe(100);
    expect(overlapOf(parcel, [parcel])).toBe(100);
    expect(overlapOf(parcel, [polygon(createSquare(-50, -50, 200))])).toBe(100);
  });

  test('null, points and lines share nothing with a polygon, nor a point with it', () => {
    const point: Geometry = { type: 'Point', coordinates: shift([5, 5]) };
    const line: Geometry = { type: 'LineString', coordinates: [shift([0, 0]), shift([9, 9])] };
    expect(overlapOf(null, [parcel])).toBe(0);
    expect(overlapOf(point, [parcel])).toBe(0);
    expect(overlapOf(parcel, [null, point, line])).toBe(0);
    expect(overlapOf(parcel, [])).toBe(0);
  });

  test('parts of a multipolygon that overlap by mistake count once', () => {
    const coordinates = [[createSquare(0, 0, 6)], [createSquare(0, 0, 4)]];
    expect(overlapOf(parcel, [{ type: 'MultiPolygon', coordinates }])).toBeCloseTo(36, 6);
  });

  test('a ring with a spike and repeated vertices has the area of its body', () => {
    const spiked = createRing([
      [0, 0],
      [5, 0],
      [5, 0],
      [5, 5],
      [5, 30],
      [5, 5],
      [0, 5],
    ]);
    expect(overlapOf(parcel, [polygon(spiked)])).toBeCloseTo(25, 6);
  });

  test('a ring that crosses itself covers what its points do by parity, whatever its shoelace area', () => {
    const bowtie = polygon(
      createRing([
        [0, 0],
        [10, 10],
        [10, 0],
        [0, 10],
      ]),
    );
    expect(overlapOf(bowtie, [polygon(createSquare(-5, -5, 10))])).toBeCloseTo(25 / 2, 6);
  });
});

describe('overlap of a line', () => {
  const path = (...positions: number[][]): Geometry => ({
    type: 'LineString',
    coordinates: positions.map(shift),
  });

  test('is the length inside the union, once where polygons overlap', () => {
    const b = [polygon(createSquare(0, 0, 10)), polygon(createSquare(5, -5, 20))];
    expect(overlapOf(path([-5, 3], [50, 3]), b)).toBeCloseTo(25, 6);
  });

  test('along the outer border counts nothing, along a border between two counts', () => {
    const b = [polygon(createSquare(0, 0, 10)), polygon(createSquare(10, 0, 10))];
    expect(overlapOf(path([0, 0], [20, 0]), b)).toBe(0);
    expect(overlapOf(path([10, -3], [10, 13]), b)).toBeCloseTo(10, 5);
  });

  test('through a corner counts nothing', () => {
    expect(overlapOf(path([-5, 5], [5, -5]), [polygon(createSquare(0, 0, 10))])).toBe(0);
  });
});

describe('overlap agrees with JSTS', () => {
  test('on polygons of a grid against the union of several', () => {
    const random = createRandom(21);
    for (let round = 0; round < 200; round++) {
      const a = createGridPolygon(random, 10);
      const b = Array.from({ length: 4 }, () => createGridPolygon(random, 10));
      if (![a, ...b].every((one) => readJsts(one).isValid())) continue;
      const common = readJsts(a).intersection(unionOf(b));
      expect(overlapOf(a, b)).toBeCloseTo(common.getArea(), 4);
    }
  });

  test('on lines in general position', () => {
    const random = createRandom(22);
    for (let round = 0; round < 100; round++) {
      const at = () => [300 * random(), 300 * random()];
      const a: Geometry = {
        type: 'LineString',
        coordinates: Array.from({ length: 12 }, () => shift(at())),
      };
      const b = Array.from({ length: 5 }, () => createStar(random, at(), 80, 40));
      expect(overlapOf(a, b)).toBeCloseTo(readJsts(a).intersection(unionOf(b)).getLength(), 4);
    }
  });

  test('on polygons of many vertices, which are swept in pieces', () => {
    const random = createRandom(23);
    for (let round = 0; round < 4; round++) {
      const a = createStar(random, [0, 0], 1000, 400);
      const b = Array.from({ length: 3 }, () =>
        createStar(random, [900 * random(), 900 * random()], 300, 60),
      );
      const wanted = readJsts(a).intersection(unionOf(b)).getArea();
      expect(Math.abs(overlapOf(a, b) - wanted)).toBeLessThan(1e-3);
    }
  });
});

describe('a partition', () => {
  test('covers each polygon laid over it exactly once', () => {
    const random = createRandom(24);
    const cells = Array.from({ length: 400 }, (_, i) =>
      polygon(createSquare(37.3 * (i % 20), 37.3 * Math.floor(i / 20), 37.3)),
    );
    const side = createSide(geometriesToColumn(cells));
    for (let round = 0; round < 20; round++) {
      const over = createStar(random, [370, 370], 350, 300);
      const a = createSide(geometriesToColumn([over]));
      const area = readJsts(over).getArea();
      expect(overlap(a, 0, side, [...cells.keys()])).toBeCloseTo(area, 4);
      let sum = 0;
      for (let row = 0; row < 400; row++) sum += overlap(side, row, a, [0]);
      expect(Math.abs(sum - area)).toBeLessThan(0.02);
    }
  });
});
