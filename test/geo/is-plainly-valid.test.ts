import { describe, expect, it } from 'vitest';
import { geometriesToColumn } from '../../src/geo/from-geojson.ts';
import { isPlainlyValid } from '../../src/geo/is-plainly-valid.ts';
import { ownCrossing } from '../../src/geo/own-crossing.ts';
import { writeWkb } from '../../src/geo/write-wkb.ts';
import { loadGeos } from '../../src/geos/geos.ts';

let state = 11;
const random = (count: number) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * count);
};

/** A ring of grid points: small grids make spikes, repeated vertices and touching edges common. */
function randomRing(): [number, number][] {
  const vertices = Array.from({ length: 3 + random(5) }, (): [number, number] => [
    random(5),
    random(5),
  ]);
  return [...vertices, vertices[0]!];
}

describe('a quick look at validity', () => {
  it('never clears a polygon that GEOS finds fault with, and clears every simple ring', async () => {
    const geos = await loadGeos();
    const polygons = Array.from({ length: 1_000 }, () => {
      return { type: 'Polygon' as const, coordinates: [randomRing()] };
    });
    const column = geometriesToColumn(polygons);
    const rows = Array.from(polygons.keys());
    const quick = rows.map((row) => isPlainlyValid(column, row));
    expect(quick).toEqual(rows.map((row) => geos.isValid(writeWkb(column, row)!)));
    expect(quick.filter(Boolean).length).toBeGreaterThan(50);
  });

  it('asks GEOS of holes, of several parts and of a line without length', () => {
    const square = [
      [0, 0],
      [9, 0],
      [9, 9],
      [0, 9],
      [0, 0],
    ];
    const hole = [
      [1, 1],
      [1, 2],
      [2, 2],
      [1, 1],
    ];
    const column = geometriesToColumn([
      { type: 'Polygon', coordinates: [square, hole] },
      {
        type: 'LineString',
        coordinates: [
          [1, 1],
          [1, 1],
        ],
      },
      {
        type: 'LineString',
        coordinates: [
          [1, 1],
          [1, 1],
          [2, 1],
        ],
      },
      { type: 'Point', coordinates: [1, 1] },
      null,
    ]);
    const answers = [0, 1, 2, 3, 4].map((row) => isPlainlyValid(column, row));
    expect(answers).toEqual([false, false, true, true, true]);
  });
});

describe('where a line crosses itself', () => {
  it('is found where trying every pair of edges finds it', () => {
    for (let i = 0; i < 200; i++) {
      const coordinates = Array.from({ length: 4 + random(6) }, () => [random(1000), random(1000)]);
      const column = geometriesToColumn([{ type: 'LineString', coordinates }]);
      const crosses = coordinates.some((a, j) =>
        coordinates.some((c, k) => {
          const [b, d] = [coordinates[j + 1], coordinates[k + 1]];
          return b && d && k > j + 1 && areCrossing(a, b, c, d);
        }),
      );
      expect(ownCrossing(column, 0) !== null, JSON.stringify(coordinates)).toBe(crosses);
    }
  });

  it('is a point of both edges', () => {
    const coordinates = [
      [0, 0],
      [10, 10],
      [10, 0],
      [0, 10],
    ];
    const column = geometriesToColumn([{ type: 'LineString', coordinates }]);
    expect(ownCrossing(column, 0)).toEqual([5, 5]);
  });
});

function areCrossing(a: number[], b: number[], c: number[], d: number[]): boolean {
  const side = (p: number[], q: number[], r: number[]) =>
    Math.sign((q[0]! - p[0]!) * (r[1]! - p[1]!) - (q[1]! - p[1]!) * (r[0]! - p[0]!));
  return side(a, b, c) * side(a, b, d) === -1 && side(c, d, a) * side(c, d, b) === -1;
}
