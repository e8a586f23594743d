import type { Geometry } from 'geojson';
import { describe, expect, test } from 'vitest';
import { dWithin } from '../../src/geo/d-within.ts';
import { distance } from '../../src/geo/distance.ts';
import { geometriesToColumn } from '../../src/geo/from-geojson.ts';
import { intersects } from '../../src/geo/intersects.ts';
import { createSide } from '../../src/geo/layer-index.ts';
import { within } from '../../src/geo/within.ts';
import { createGridGeometry } from './create-geometry.ts';
import { createSquare, createStar } from './create-polygons.ts';
import { createRandom } from './create-random.ts';
import { readJsts } from './read-jsts.ts';

function createGeometries(count: number, create: () => Geometry): Geometry[] {
  const geometries: Geometry[] = [];
  while (geometries.length < count) {
    const geometry = create();
    if (readJsts(geometry).isValid()) geometries.push(geometry);
  }
  return geometries;
}

/** All pairs of both lists, as row numbers with a label to find the pair by. */
function comparePairs(geometries: Geometry[]): void {
  const side = createSide(geometriesToColumn(geometries));
  const oracles = geometries.map(readJsts);
  const wrong: unknown[] = [];
  geometries.forEach((one, i) => {
    geometries.forEach((other, j) => {
      const expected = {
        intersects: oracles[i]!.intersects(oracles[j]!),
        within: oracles[i]!.within(oracles[j]!),
      };
      const metres = oracles[i]!.distance(oracles[j]!);
      const found = {
        intersects: intersects(side, i, side, j),
        within: within(side, i, side, j),
      };
      const isNear = Math.abs(distance(side, i, side, j) - metres) < 1e-9;
      const isDWithin = dWithin(side, i, side, j, metres + 1e-9);
      const isBeyond = metres > 1e-9 && dWithin(side, i, side, j, metres - 1e-9);
      if (
        found.intersects !== expected.intersects ||
        found.within !== expected.within ||
        !isNear ||
        !isDWithin ||
        isBeyond
      ) {
        const got = { found, expected, distance: distance(side, i, side, j), metres };
        wrong.push(JSON.stringify({ got, one, other }));
      }
    });
  });
  expect(wrong).toEqual([]);
}

describe('predicates agree with JSTS', () => {
  test('on points, lines and polygons of a grid, which touch and coincide', () => {
    const random = createRandom(11);
    comparePairs(createGeometries(70, () => createGridGeometry(random)));
  });

  test('on polygons of many vertices, in general position', () => {
    const random = createRandom(12);
    const at = () => [400 * random(), 400 * random()];
    comparePairs(
      createGeometries(18, () => createStar(random, at(), 10 + 200 * random() ** 3, 120)),
    );
  });

  test('on rows of many parts or holes, in random order', () => {
    const random = createRandom(13);
    const cells = () => {
      const order = Array.from({ length: 100 }, (_, i) => ({ i, key: random() }));
      order.sort((one, other) => one.key - other.key);
      return order
        .slice(0, 40 + Math.floor(60 * random()))
        .map(({ i }) => createSquare(10 * (i % 10), 10 * Math.floor(i / 10), 4 + 5 * random()));
    };
    comparePairs(
      createGeometries(14, () => {
        const kind = random();
        if (kind < 0.3) return { type: 'MultiPolygon', coordinates: cells().map((ring) => [ring]) };
        if (kind < 0.6) {
          return { type: 'Polygon', coordinates: [createSquare(-5, -5, 110), ...cells()] };
        }
        if (kind < 0.7) return { type: 'MultiPoint', coordinates: cells().map((ring) => ring[0]!) };
        return createStar(random, [100 * random(), 100 * random()], 60 * random() ** 3, 12);
      }),
    );
  });
});
