import type { Geometry } from 'geojson';
import { expect, test } from 'vitest';
import { geometriesToColumn } from '../../src/geo/from-geojson.ts';
import { createSide } from '../../src/geo/layer-index.ts';
import { lengthInside } from '../../src/geo/length-inside.ts';
import { createSquare, createStar } from './create-polygons.ts';
import { createRandom } from './create-random.ts';
import { line, lines, point, polygon } from './create-shapes.ts';
import { startGeosOracle } from './read-geos.ts';

test('the length of a line in the union of zones is that of GEOS', async () => {
  const geos = await startGeosOracle();
  const random = createRandom(71);
  const at = () => [300 * random(), 300 * random()];
  for (let i = 0; i < 150; i++) {
    const way = lines([at(), at(), at(), at()], [at(), at()]);
    const zones = Array.from({ length: 3 }, () => createStar(random, at(), 80, 25));
    const union = geos.union(
      geos.read({
        type: 'MultiPolygon',
        coordinates: zones.map((zone) => (zone as Geometry & { type: 'Polygon' }).coordinates),
      }),
    );
    const wanted = geos.length(geos.intersection(geos.read(way), union));
    const side = createSide(geometriesToColumn([way, ...zones]));
    expect(Math.abs(lengthInside(side, 0, side, [1, 2, 3]) - wanted)).toBeLessThan(1e-4);
    geos.free();
  }
});

test.each<[string, Geometry, number]>([
  ['from side to side', line([-5, 5], [25, 5]), 20],
  ['along the border that two zones share', line([10, 0], [10, 10]), 10],
  ['along the border of their union', line([0, 0], [20, 0]), 0],
  ['there and back again, both ways', line([2, 5], [8, 5], [2, 5]), 12],
  ['outside', line([30, 0], [30, 9]), 0],
  ['that is a point', point(5, 5), 0],
  ['that is a polygon', polygon(createSquare(2, 2, 2)), 0],
])('the length inside two zones: %s', (_, way, metres) => {
  const zones = [polygon(createSquare(0, 0, 10)), polygon(createSquare(10, 0, 10))];
  const side = createSide(geometriesToColumn([way, ...zones, null, point(0, 0)]));
  expect(lengthInside(side, 0, side, [1, 2, 3, 4])).toBeCloseTo(metres, 5);
  expect(lengthInside(side, 0, side, [])).toBe(0);
});
