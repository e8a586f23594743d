import { beforeAll, describe, expect, it } from 'vitest';
import { type Geos, loadGeos } from '../../src/geos/geos.ts';
import { createStar } from '../geo/create-polygons.ts';
import { createRandom } from '../geo/create-random.ts';
import { readJsts } from '../geo/read-jsts.ts';
import { areaOf, expectValid, toGeoJson, toWkb } from './create-geos.ts';

let geos: Geos;
beforeAll(async () => {
  geos = await loadGeos();
});

const text = (wkt: string) => geos.fromText(wkt);
const BOX = 'POLYGON((0 0,10 0,10 10,0 10,0 0))';

describe('buffer', () => {
  /** Area of the polygon of 4 n corners on a circle. */
  const ngon = (radius: number, quadrantSegments: number) => {
    const corners = 4 * quadrantSegments;
    return (corners / 2) * radius ** 2 * Math.sin((2 * Math.PI) / corners);
  };

  it('of a point is the polygon of 32 corners on the circle', () => {
    expect(areaOf(geos.buffer(text('POINT(3 4)'), 10))).toBeCloseTo(ngon(10, 8), 9);
    expect(areaOf(geos.buffer(text('POINT(3 4)'), 10, 64))).toBeCloseTo(ngon(10, 64), 9);
  });

  it('takes no more segments than an eye or a measure can tell', () => {
    expect(areaOf(geos.buffer(text('POINT(0 0)'), 10, 1e9))).toBeCloseTo(ngon(10, 1024), 6);
  });

  it('refuses a distance that is no finite number', () => {
    for (const distance of [Number.NaN, Number.POSITIVE_INFINITY]) {
      const refusal = expect.objectContaining({ code: 'geometry-failed' });
      expect(() => geos.buffer(text(BOX), distance)).toThrow(refusal);
    }
  });

  it('of a square is the square, its sides and four quarters of a circle', () => {
    expect(areaOf(geos.buffer(text(BOX), 2))).toBeCloseTo(100 + 4 * 10 * 2 + ngon(2, 8), 9);
  });

  it('of a negative distance shrinks to nothing, and makes nothing of points and lines', () => {
    expect(areaOf(geos.buffer(text(BOX), -2))).toBeCloseTo(36, 9);
    expect(geos.toText(geos.buffer(text(BOX), -5.1))).toBe('POLYGON EMPTY');
    expect(geos.toText(geos.buffer(text('POINT(0 0)'), -1))).toBe('POLYGON EMPTY');
    expect(geos.toText(geos.buffer(text('LINESTRING(0 0,1 0)'), 0))).toBe('POLYGON EMPTY');
  });

  it('holds what it was made of, reaches as far as asked, and is valid, in the territory', () => {
    const random = createRandom(3);
    for (let i = 0; i < 100; i++) {
      const star = createStar(random, [0, 0], 60, 16);
      const grown = geos.buffer(toWkb(star), 5);
      const [shape, original] = [readJsts(toGeoJson(grown)!), readJsts(star)];
      expect(original.within(shape)).toBe(true);
      expectValid(grown);
      const ring = readJsts(toGeoJson(geos.boundary(grown))!);
      expect(ring.distance(original)).toBeGreaterThan(5 * 0.985);
      expect(ring.distance(original)).toBeLessThan(5 + 1e-6);
    }
  });

  it('of the whole of nothing is nothing', () => {
    expect(geos.toText(geos.buffer(text('GEOMETRYCOLLECTION EMPTY'), 5))).toBe('POLYGON EMPTY');
  });
});

describe('other constructions', () => {
  it('have the values that geometry gives', () => {
    const corner = text('POLYGON((0 0,10 0,10 2,2 2,2 10,0 10,0 0))');
    expect(areaOf(geos.convexHull(corner))).toBe(100 - 32);
    expect(geos.toText(geos.centroid(text(BOX)))).toBe('POINT(5 5)');
    expect(geos.toText(geos.centroid(text('LINESTRING(0 0,4 0,4 4)')))).toBe('POINT(3 1)');
    expect(geos.toText(geos.boundary(text(BOX)))).toBe('LINESTRING(0 0,10 0,10 10,0 10,0 0)');
    expect(geos.toText(geos.boundary(text('LINESTRING(0 0,1 1)')))).toBe('MULTIPOINT((0 0),(1 1))');
    expect(geos.toText(geos.boundary(text('POINT(1 1)')))).toBe('GEOMETRYCOLLECTION EMPTY');
  });

  it('put a point inside, where the centre is not', () => {
    const random = createRandom(5);
    const ring = 'POLYGON((0 0,9 0,9 9,0 9,0 0),(1 1,8 1,8 8,1 8,1 1))';
    const shapes = [
      text(ring),
      ...Array.from({ length: 50 }, () => toWkb(createStar(random, [0, 0], 50, 9))),
    ];
    for (const shape of shapes) {
      const point = readJsts(toGeoJson(geos.pointOnSurface(shape))!);
      expect(point.within(readJsts(toGeoJson(shape)!))).toBe(true);
    }
    expect(geos.toText(geos.pointOnSurface(text('POLYGON EMPTY')))).toBe('POINT EMPTY');
    expect(geos.toText(geos.centroid(text('POLYGON EMPTY')))).toBe('POINT EMPTY');
  });

  it('simplify without crossing, near the tolerance', () => {
    const random = createRandom(11);
    for (let i = 0; i < 100; i++) {
      const star = toWkb(createStar(random, [0, 0], 100, 60));
      const simple = geos.simplify(star, 10);
      expectValid(simple);
      expect(simple.length).toBeLessThan(star.length);
      const kept = readJsts(toGeoJson(geos.buffer(simple, 20))!);
      expect(readJsts(toGeoJson(geos.boundary(star))!).within(kept)).toBe(true);
    }
    const tiny = geos.simplify(text('POLYGON((0 0,1 0,1 1,0 1,0 0))'), 1000);
    expect(areaOf(tiny)).toBeGreaterThan(0);
  });

  it('refuse the boundary of a collection', () => {
    const mixed = text('GEOMETRYCOLLECTION(POINT(1 1),LINESTRING(0 0,1 1))');
    expect(() => geos.boundary(mixed)).toThrow(
      expect.objectContaining({ code: 'geometry-failed' }),
    );
  });
});
