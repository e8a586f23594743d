import { beforeAll, describe, expect, it } from 'vitest';
import { type Geos, loadGeos } from '../../src/geos/geos.ts';
import { createRandom } from '../geo/create-random.ts';
import { readJsts } from '../geo/read-jsts.ts';
import { areaOf, expectValid, toGeoJson, toWkb } from './create-geos.ts';

let geos: Geos;
beforeAll(async () => {
  geos = await loadGeos();
});

const text = (wkt: string) => geos.fromText(wkt);
const BOWTIE = 'POLYGON((0 0,2 2,2 0,0 2,0 0))';
const SPIKE = 'POLYGON((0 0,4 0,4 4,8 4,4 4,0 4,0 0))';
const OUTSIDE = 'POLYGON((0 0,4 0,4 4,0 4,0 0),(10 10,11 10,11 11,10 11,10 10))';

describe('validity', () => {
  it.each([
    ['a bowtie', BOWTIE, 'self-intersection', 'Self-intersection', 1, 1],
    ['a spike', SPIKE, 'ring-self-intersection', 'Ring Self-intersection', 4, 4],
    ['a hole outside', OUTSIDE, 'hole-outside', 'Hole lies outside shell', 10, 10],
    [
      'a ring that touches itself',
      'POLYGON((5 0,10 0,10 10,0 10,0 0,5 0,3 3,5 6,7 3,5 0))',
      'ring-self-intersection',
      'Ring Self-intersection',
      5,
      0,
    ],
    [
      'a hole in a hole',
      'POLYGON((0 0,9 0,9 9,0 9,0 0),(1 1,8 1,8 8,1 8,1 1),(3 3,4 3,4 4,3 4,3 3))',
      'nested-holes',
      'Holes are nested',
      3,
      3,
    ],
    [
      'a shell in a shell',
      'MULTIPOLYGON(((0 0,9 0,9 9,0 9,0 0)),((3 3,4 3,4 4,3 4,3 3)))',
      'nested-shells',
      'Nested shells',
      3,
      3,
    ],
    [
      'an interior in two pieces',
      'POLYGON((0 0,4 0,4 4,0 4,0 0),(2 0,4 2,2 4,0 2,2 0))',
      'disconnected-interior',
      'Interior is disconnected',
      expect.any(Number),
      expect.any(Number),
    ],
    [
      'a ring of two places',
      'POLYGON((0 0,1 0,0 0))',
      'too-few-points',
      'Too few points in geometry component',
      0,
      0,
    ],
    [
      'a line of one place',
      'LINESTRING(1 2,1 2)',
      'too-few-points',
      'Too few points in geometry component',
      1,
      2,
    ],
  ])('of %s is refused with its reason and place', (_, wkt, code, reason, x, y) => {
    expect(geos.validReason(text(wkt))).toEqual({ code, reason, x, y });
    expect(geos.isValid(text(wkt))).toBe(false);
  });

  it('of a coordinate that is not finite is refused', () => {
    const wkb = text('LINESTRING(0 0,1 1)');
    new DataView(wkb.buffer).setFloat64(9, Number.POSITIVE_INFINITY, true);
    expect(geos.validReason(wkb)).toMatchObject({ code: 'not-finite' });
  });

  it.each(['POINT EMPTY', 'POLYGON EMPTY', 'POINT(1 2)', 'POLYGON((0 0,1 0,1 1,0 0))'])(
    'of %s is granted',
    (wkt) => {
      expect(geos.isValid(text(wkt))).toBe(true);
      expect(geos.validReason(text(wkt))).toBeNull();
    },
  );

  it('agrees with JSTS on random rings', () => {
    const random = createRandom(17);
    let valid = 0;
    for (let i = 0; i < 500; i++) {
      const corners = Array.from({ length: 4 }, () => [Math.floor(9 * random()), 9 * random()]);
      const geometry = { type: 'Polygon', coordinates: [[...corners, corners[0]!]] } as const;
      const isValid = geos.isValid(toWkb(geometry as never));
      expect(isValid).toBe(readJsts(geometry as never).isValid());
      if (isValid) valid++;
    }
    expect(valid).toBeGreaterThan(50);
    expect(valid).toBeLessThan(450);
  });
});

describe('repair', () => {
  it('makes two triangles of a bowtie, by either method', () => {
    for (const method of ['linework', 'structure'] as const) {
      const repaired = geos.makeValid(text(BOWTIE), method);
      expect(areaOf(repaired)).toBe(2);
      expectValid(repaired);
    }
  });

  it('keeps a spike as a line by linework, and drops it by structure', () => {
    const collection = geos.makeValid(text(SPIKE));
    expect(geos.toText(collection)).toMatch(/^GEOMETRYCOLLECTION/);
    expect(areaOf(geos.extract(collection, 'polygon'))).toBe(16);
    expect(geos.toText(geos.extract(collection, 'line'))).toMatch(
      /^MULTILINESTRING\(\((4 4,8 4|8 4,4 4)\)\)$/,
    );
    expect(areaOf(geos.makeValid(text(SPIKE), 'structure'))).toBe(16);
  });

  it('makes a part of a hole outside, by either method', () => {
    expect(areaOf(geos.makeValid(text(OUTSIDE)))).toBe(17);
    expect(areaOf(geos.makeValid(text(OUTSIDE), 'structure'))).toBe(17);
  });

  it('gives valid polygons of any random ring', () => {
    const random = createRandom(23);
    for (let i = 0; i < 80; i++) {
      const corners = Array.from({ length: 12 }, () => [100 * random(), 100 * random()]);
      const wkb = toWkb({ type: 'Polygon', coordinates: [[...corners, corners[0]!]] });
      for (const method of ['linework', 'structure'] as const) {
        expectValid(geos.extract(geos.makeValid(wkb, method), 'polygon'));
      }
    }
  });

  it('leaves a valid geometry and an empty one', () => {
    const box = text('POLYGON((0 0,1 0,1 1,0 1,0 0))');
    expect(areaOf(geos.makeValid(box))).toBe(1);
    expect(geos.toText(geos.makeValid(text('POLYGON EMPTY')))).toBe('POLYGON EMPTY');
    expect(toGeoJson(geos.makeValid(text('POINT(1 2)')))).toEqual({
      type: 'Point',
      coordinates: [1, 2],
    });
  });
});
