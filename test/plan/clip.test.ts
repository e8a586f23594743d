import type { Geometry } from 'geojson';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Extent } from '../../src/domain/units.ts';
import { clipPath } from '../../src/plan/clip/clip-path.ts';
import { clipRing } from '../../src/plan/clip/clip-ring.ts';
import { onPaper, UNSEEN_MM } from '../../src/plan/clip/on-paper.ts';
import { simplifyPath } from '../../src/plan/clip/simplify-path.ts';
import { thinPath } from '../../src/plan/clip/thin-path.ts';
import { createRandom } from '../geo/create-random.ts';
import { type GeosOracle, startGeosOracle } from '../geo/read-geos.ts';

const BOX: Extent = [0, 0, 10, 8];
const BOX_POLYGON: Geometry = {
  type: 'Polygon',
  coordinates: [
    [
      [0, 0],
      [10, 0],
      [10, 8],
      [0, 8],
      [0, 0],
    ],
  ],
};

let geos: GeosOracle;
beforeAll(async () => {
  geos = await startGeosOracle();
});

const pairs = (flat: Float64Array) =>
  Array.from({ length: flat.length / 2 }, (_, i) => [flat[2 * i]!, flat[2 * i + 1]!]);

const lengthOf = (path: Float64Array) =>
  pairs(path).reduce((sum, [x, y], i, all) => {
    const [px, py] = all[Math.max(0, i - 1)] as [number, number];
    return sum + Math.hypot(x! - px, y! - py);
  }, 0);

const areaOf = (ring: Float64Array) =>
  pairs(ring).reduce((sum, [x, y], i, all) => {
    const [nx, ny] = all[(i + 1) % all.length] as [number, number];
    return sum + (x! * ny - nx * y!) / 2;
  }, 0);

/** A star around a place in or near the box: never crosses itself. */
function createStar(random: () => number): Float64Array {
  const [cx, cy] = [14 * random() - 2, 12 * random() - 2];
  const count = 3 + Math.floor(12 * random());
  const flat = Array.from({ length: count }, (_, i) => {
    const angle = (2 * Math.PI * i) / count;
    const radius = 0.5 + 6 * random();
    return [cx + radius * Math.cos(angle), cy + radius * Math.sin(angle)];
  }).flat();
  return Float64Array.from([...flat, flat[0]!, flat[1]!]);
}

const areaOfGeometry = (geometry: Geometry): number => {
  const parts =
    geometry.type === 'Polygon'
      ? [geometry.coordinates]
      : geometry.type === 'MultiPolygon'
        ? geometry.coordinates
        : [];
  return parts
    .flat()
    .reduce((sum, ring) => sum + Math.abs(areaOf(Float64Array.from(ring.flat()))), 0);
};

describe('a ring clipped to a box', () => {
  it('has the area of the intersection that GEOS finds, for stars of any kind', () => {
    const random = createRandom(7);
    for (let i = 0; i < 300; i++) {
      const star = createStar(random);
      const shape = geos.read({ type: 'Polygon', coordinates: [pairs(star)] });
      const wanted = areaOfGeometry(geos.write(geos.intersection(shape, geos.read(BOX_POLYGON))));
      expect(Math.abs(areaOf(clipRing(star, BOX)))).toBeCloseTo(wanted, 8);
    }
    geos.free();
  });

  it('is the box where the ring holds it, and nothing beside it', () => {
    const around = Float64Array.of(-5, -5, 20, -5, 20, 20, -5, 20, -5, -5);
    expect(areaOf(clipRing(around, BOX))).toBe(80);
    const beside = Float64Array.of(11, 0, 12, 0, 12, 1, 11, 0);
    expect(clipRing(beside, BOX)).toHaveLength(0);
  });

  it('ends where it begins', () => {
    const ring = clipRing(Float64Array.of(-1, 4, 5, -3, 12, 4, 5, 11, -1, 4), BOX);
    expect([...ring.slice(-2)]).toEqual([...ring.slice(0, 2)]);
  });
});

describe('a path clipped to a box', () => {
  it('is as long as what GEOS leaves of it', () => {
    const random = createRandom(11);
    for (let i = 0; i < 300; i++) {
      const count = 2 + Math.floor(8 * random());
      const path = Float64Array.from({ length: 2 * count }, () => 16 * random() - 3);
      const wanted = geos.length(
        geos.intersection(
          geos.read({ type: 'LineString', coordinates: pairs(path) }),
          geos.read(BOX_POLYGON),
        ),
      );
      const parts = clipPath(path, BOX);
      expect(parts.reduce((sum, part) => sum + lengthOf(part), 0)).toBeCloseTo(wanted, 8);
      for (const [x, y] of parts.flatMap(pairs)) {
        expect(x! >= -1e-9 && x! <= 10 + 1e-9 && y! >= -1e-9 && y! <= 8 + 1e-9).toBe(true);
      }
    }
    geos.free();
  });

  it('gives nothing of one that touches a corner', () => {
    expect(clipPath(Float64Array.of(-1, 1, 1, -1), BOX)).toEqual([]);
    expect(clipPath(Float64Array.of(-5, 0, -1, 1), BOX)).toEqual([]);
  });

  it('stays one as long as it is inside, and parts where it leaves', () => {
    const parts = clipPath(Float64Array.of(1, 1, 3, 1, 3, -2, 5, -2, 5, 2), BOX);
    expect(parts.map((part) => [...part])).toEqual([
      [1, 1, 3, 1, 3, 0],
      [5, 0, 5, 2],
    ]);
  });
});

describe('vertices left out', () => {
  it('keep both ends and are nearer than asked', () => {
    const path = Float64Array.of(0, 0, 0.01, 0, 0.02, 0, 1, 0, 1.001, 0);
    expect([...thinPath(path, 0.03)]).toEqual([0, 0, 1, 0, 1.001, 0]);
  });

  it.each([
    ['simplified', (path: Float64Array) => simplifyPath(path, 0.25), 0.25, 1],
    ['drawn on paper', onPaper, UNSEEN_MM, 0.16],
  ])('never take a course that is %s farther away than the tolerance', (_, reduce, most, size) => {
    const random = createRandom(3);
    const path = Float64Array.from({ length: 400 }, (_, i) => size * (i % 2 ? random() : i / 20));
    const simple = pairs(reduce(path));
    const distanceTo = ([x, y]: number[]) =>
      Math.min(
        ...simple.slice(1).map(([bx, by], i) => {
          const [ax, ay] = simple[i]!;
          const [dx, dy] = [bx! - ax!, by! - ay!];
          const t = ((x! - ax!) * dx + (y! - ay!) * dy) / (dx * dx + dy * dy);
          const at = Math.min(1, Math.max(0, t));
          return Math.hypot(x! - ax! - at * dx, y! - ay! - at * dy);
        }),
      );
    expect(Math.max(...pairs(path).map(distanceTo))).toBeLessThanOrEqual(most + 1e-12);
    expect(simple.length).toBeLessThan(200);
  });
});
