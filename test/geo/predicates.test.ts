import type { Geometry } from 'geojson';
import { beforeAll, describe, expect, test } from 'vitest';
import { dWithin } from '../../src/geo/d-within.ts';
import { disjoint } from '../../src/geo/disjoint.ts';
import { distance } from '../../src/geo/distance.ts';
import { geometriesToColumn } from '../../src/geo/from-geojson.ts';
import { createSide } from '../../src/geo/layer-index.ts';
import { PREDICATES, type PredicateKind } from '../../src/geo/predicates.ts';
import { createGridGeometry } from './create-geometry.ts';
import { createSquare, createStar } from './create-polygons.ts';
import { createRandom } from './create-random.ts';
import { createCells, createRelative, createTangle } from './create-tangle.ts';
import { type GeosOracle, startGeosOracle } from './read-geos.ts';

const KINDS = Object.keys(PREDICATES) as PredicateKind[];
/** Pairs compared in each test: all of 101 rows with all. */
const ROWS = 70;
/** Rounding of a distance. */
const LEEWAY_M = 1e-8;

let geos: GeosOracle;
beforeAll(async () => {
  geos = await startGeosOracle();
});

/**
 * Valid geometries: what `create` makes, and among them others made out of those before. No line crosses itself: GEOS
 * then cuts it at rounded points, and errs (it says that such a line does not equal itself told with more vertices).
 */
function createGeometries(seed: number, create: (random: () => number) => Geometry): Geometry[] {
  const random = createRandom(seed);
  const geometries: Geometry[] = [];
  while (geometries.length < ROWS) {
    const before = geometries[Math.floor(geometries.length * random())];
    const geometry = before && random() < 0.3 ? createRelative(random, before) : create(random);
    const read = geos.read(geometry);
    if (geos.isValid(read) && geos.isSimple(read)) geometries.push(geometry);
  }
  geos.free();
  return geometries;
}

/** How often each predicate held; fails where ours and GEOS's differ, with the geometries. */
function comparePairs(geometries: Geometry[]): Record<PredicateKind, number> {
  const side = createSide(geometriesToColumn(geometries));
  const oracles = geometries.map((geometry) => geos.read(geometry));
  const held = Object.fromEntries(KINDS.map((kind) => [kind, 0])) as Record<PredicateKind, number>;
  const wrong: unknown[] = [];
  geometries.forEach((one, i) => {
    geometries.forEach((other, j) => {
      const pair = [one, other];
      for (const kind of KINDS) {
        const found = PREDICATES[kind](side, i, side, j);
        if (found) held[kind]++;
        if (found !== geos.relates[kind](oracles[i]!, oracles[j]!))
          wrong.push({ kind, found, pair });
      }
      const isDisjoint = geos.isDisjoint(oracles[i]!, oracles[j]!);
      if (disjoint(side, i, side, j) !== isDisjoint) wrong.push({ kind: 'disjoint', pair });
      const metres = geos.distance(oracles[i]!, oracles[j]!);
      const isNear =
        Math.abs(distance(side, i, side, j) - metres) < LEEWAY_M &&
        dWithin(side, i, side, j, metres + LEEWAY_M) &&
        (metres < LEEWAY_M || !dWithin(side, i, side, j, metres - LEEWAY_M));
      if (!isNear) wrong.push({ metres, pair });
    });
  });
  geos.free();
  expect(wrong.map((difference) => JSON.stringify(difference))).toEqual([]);
  return held;
}

describe('4 900 pairs relate as GEOS says', () => {
  test.each<[string, (random: () => number) => Geometry]>([
    ['with vertices on a small grid, sides in any direction', createTangle],
    ['with sides along a grid', createGridGeometry],
    [
      'made of united cells and triangles, with holes and parts that touch',
      (random) => geos.write(geos.union(geos.read(createCells(random)))),
    ],
    [
      'of many vertices in general position',
      (random) =>
        createStar(random, [300 * random(), 300 * random()], 10 + 150 * random() ** 3, 40),
    ],
    ['of many parts or holes, in random order', createCrowd],
  ])('%s', (name, create) => {
    const held = comparePairs(createGeometries(41, create));
    for (const kind of KINDS) expect([name, kind, held[kind] > 10]).toEqual([name, kind, true]);
  });
});

/** Squares of a grid in random order, as parts, as holes or as points, or a star among them. */
function createCrowd(random: () => number): Geometry {
  const order = Array.from({ length: 100 }, (_, i) => ({ i, key: random() }));
  order.sort((one, other) => one.key - other.key);
  const cells = order
    .slice(0, 12 + Math.floor(30 * random()))
    .map(({ i }) =>
      createSquare(10 * (i % 10), 10 * Math.floor(i / 10), 4 + Math.floor(5 * random())),
    );
  const kind = random();
  if (kind < 0.3) return { type: 'MultiPolygon', coordinates: cells.map((ring) => [ring]) };
  if (kind < 0.6) return { type: 'Polygon', coordinates: [createSquare(-5, -5, 110), ...cells] };
  if (kind < 0.7) return { type: 'MultiPoint', coordinates: cells.map((ring) => ring[0]!) };
  if (kind < 0.8)
    return { type: 'MultiLineString', coordinates: cells.map((ring) => ring.slice(1)) };
  return createStar(random, [100 * random(), 100 * random()], 60 * random() ** 3, 12);
}
