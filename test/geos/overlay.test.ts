import { beforeAll, describe, expect, it } from 'vitest';
import { type Geos, loadGeos } from '../../src/geos/geos.ts';
import { createGridPolygon, createSquare, createStar } from '../geo/create-polygons.ts';
import { createRandom } from '../geo/create-random.ts';
import { readJsts } from '../geo/read-jsts.ts';
import { areaOf, expectValid, toWkb } from './create-geos.ts';

let geos: Geos;
beforeAll(async () => {
  geos = await loadGeos();
});

const text = (wkt: string) => geos.fromText(wkt);
const square = (x: number, y: number, size: number) =>
  toWkb({ type: 'Polygon', coordinates: [createSquare(x, y, size)] });

describe('overlay', () => {
  it('of two overlapping squares has the areas that geometry gives', () => {
    const [a, b] = [square(0, 0, 10), square(5, 5, 10)];
    expect(areaOf(geos.intersection(a, b))).toBe(25);
    expect(areaOf(geos.difference(a, b))).toBe(75);
    expect(areaOf(geos.symDifference(a, b))).toBe(150);
    expect(areaOf(geos.union([a, b]))).toBe(175);
  });

  it('agrees with JSTS on stars with holes and on polygons of one grid', () => {
    const random = createRandom(7);
    for (let i = 0; i < 150; i++) {
      const near = () => [100 * random(), 100 * random()];
      const [p, q] =
        i % 2 === 0
          ? [createStar(random, near(), 80, 12), createStar(random, near(), 80, 9)]
          : [createGridPolygon(random, 10), createGridPolygon(random, 10)];
      const [a, b] = [toWkb(p), toWkb(q)];
      const shared = geos.extract(geos.intersection(a, b), 'polygon');
      expect(areaOf(shared)).toBeCloseTo(readJsts(p).intersection(readJsts(q)).getArea(), 3);
      const union = geos.union([a, b]);
      expect(areaOf(union)).toBeCloseTo(readJsts(p).union(readJsts(q)).getArea(), 3);
      const rest = areaOf(geos.extract(geos.difference(a, b), 'polygon'));
      expect(rest).toBeCloseTo(areaOf(a) - areaOf(shared), 3);
      expectValid(shared);
      expectValid(union);
    }
  });

  it('keeps the collection that polygons touching by an edge and a corner give', () => {
    const comb = text('POLYGON((0 0,10 0,10 10,0 10,0 6,2 6,2 4,0 4,0 0))');
    const shared = geos.intersection(comb, text('POLYGON((-5 0,0 0,0 5,1 5,1 10,-5 10,-5 0))'));
    expect(geos.toText(shared)).toMatch(/^GEOMETRYCOLLECTION/);
    expect(areaOf(geos.extract(shared, 'polygon'))).toBe(4);
    expect(geos.toText(geos.extract(shared, 'line'))).toBe('MULTILINESTRING((0 4,0 0))');
    expect(geos.toText(geos.extract(shared, 'point'))).toBe('MULTIPOINT EMPTY');
  });

  it('of what is apart or empty is empty', () => {
    expect(geos.toText(geos.intersection(square(0, 0, 1), square(5, 5, 1)))).toBe('POLYGON EMPTY');
    const empty = text('POLYGON EMPTY');
    expect(geos.toText(geos.intersection(square(0, 0, 1), empty))).toBe('POLYGON EMPTY');
    expect(areaOf(geos.difference(square(0, 0, 2), empty))).toBe(4);
    expect(geos.toText(geos.difference(empty, square(0, 0, 2)))).toBe('POLYGON EMPTY');
    expect(geos.toText(geos.union([]))).toBe('GEOMETRYCOLLECTION EMPTY');
  });

  it('takes points, lines and collections', () => {
    const line = text('LINESTRING(-5 1,5 1)');
    const box = text('POLYGON((0 0,2 0,2 2,0 2,0 0))');
    expect(geos.toText(geos.intersection(line, box))).toBe('LINESTRING(0 1,2 1)');
    expect(geos.toText(geos.union([text('POINT(1 1)'), text('POINT(1 1)')]))).toBe('POINT(1 1)');
    const mixed = geos.union([text('POINT(9 9)'), line, box]);
    expect(areaOf(geos.extract(mixed, 'polygon'))).toBe(4);
    expect(geos.toText(geos.extract(mixed, 'point'))).toBe('MULTIPOINT((9 9))');
    expect(geos.toText(geos.intersection(mixed, text('POINT(9 9)')))).toBe('POINT(9 9)');
  });

  it('dissolves a grid of parcels to its outline, by either union', () => {
    const cells = Array.from({ length: 900 }, (_, i) => square(i % 30, Math.floor(i / 30), 1));
    for (const union of [geos.union(cells), geos.coverageUnion(cells)]) {
      expect(areaOf(union)).toBe(900);
      expect(areaOf(geos.difference(union, square(0, 0, 30)))).toBe(0);
    }
  });

  it('says of invalid polygons that it cannot, with the words of GEOS', () => {
    const bowtie = text('POLYGON((0 0,2 2,2 0,0 2,0 0))');
    const box = text('POLYGON((0 0,2 0,2 2,0 2,0 0))');
    expect(() => geos.intersection(bowtie, box)).toThrow(
      expect.objectContaining({
        code: 'geometry-failed',
        cause: expect.stringContaining('TopologyException'),
        context: expect.objectContaining({ operation: 'intersection' }),
      }),
    );
    expect(areaOf(geos.intersection(box, box))).toBe(4);
  });
});
