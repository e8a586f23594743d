import type { Geometry } from 'geojson';
import { expect, it } from 'vitest';
import type { MetricCrs } from '../../src/domain/crs.ts';
import type { Extent } from '../../src/domain/units.ts';
import { geometriesToColumn } from '../../src/geo/from-geojson.ts';
import { projectColumn, unprojectColumn } from '../../src/geo/project.ts';
import { widenExtent } from '../../src/geo/widen-extent.ts';
import { createRandom } from './create-random.ts';

const random = createRandom(12);
const points = (positions: number[][]) =>
  geometriesToColumn(positions.map((coordinates): Geometry => ({ type: 'Point', coordinates })));

/** A place that lies `metres` from one on the straight edge, in metres, between two corners of a box. */
function beside([minX, minY, maxX, maxY]: Extent, metres: number, crs: MetricCrs): number[] {
  const corners = [
    [minX, minY],
    [maxX, minY],
    [maxX, maxY],
    [minX, maxY],
  ];
  const side = Math.floor(4 * random());
  const ends = [
    corners[side] as number[],
    corners[(side + 1 + Math.floor(2 * random())) % 4] as number[],
  ];
  const [ax = 0, ay = 0, bx = 0, by = 0] = projectColumn(points(ends), crs).xy;
  const share = random();
  const angle = 2 * Math.PI * random();
  const at = [
    ax + share * (bx - ax) + metres * Math.cos(angle),
    ay + share * (by - ay) + metres * Math.sin(angle),
  ];
  return [...unprojectColumn(points([at]), crs).xy];
}

it.each([
  ['EPSG:3950', 1.6, 49.6],
  ['EPSG:2154', -4.7, 42],
] as const)(
  'in %s, what is so many metres from an edge is within the wider box',
  (crs, west, south) => {
    const [width, height] = crs === 'EPSG:2154' ? [12, 8] : [1.6, 1];
    for (let i = 0; i < 400; i++) {
      const size = random() ** 6;
      const [x, y] = [west + (1 - size) * width * random(), south + (1 - size) * height * random()];
      const box: Extent = [x, y, x + size * width, y + size * height];
      const metres = random() < 0.3 ? 0 : 20_000 * random() ** 3;
      const [lng = 0, lat = 0] = beside(box, metres, crs);
      const [left, bottom, right, top] = widenExtent(box, metres);
      expect([lng >= left, lng <= right, lat >= bottom, lat <= top]).toEqual([
        true,
        true,
        true,
        true,
      ]);
    }
  },
);

it('an empty box stays empty', () => {
  const empty: Extent = [Infinity, Infinity, -Infinity, -Infinity];
  expect(widenExtent(empty, 100)).toEqual(empty);
});
