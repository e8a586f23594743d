import { describe, expect, test } from 'vitest';
import { geometriesToColumn } from '../../src/geo/from-geojson.ts';
import { interiorPoint } from '../../src/geo/interior-point.ts';
import { createSide } from '../../src/geo/layer-index.ts';
import { locatePoint, POSITION } from '../../src/geo/locate-point.ts';
import { createRing, createSquare, createStar, shift } from './create-polygons.ts';
import { createRandom } from './create-random.ts';
import { polygon, polygons } from './create-shapes.ts';
import { createTangle } from './create-tangle.ts';
import { startGeosOracle } from './read-geos.ts';

describe('a point on surface', () => {
  test('lies inside the part, clear of its border, whatever its shape', async () => {
    const geos = await startGeosOracle();
    const random = createRandom(81);
    let count = 0;
    while (count < 500) {
      const at = [90 * random(), 90 * random()];
      const geometry = random() < 0.5 ? createTangle(random) : createStar(random, at, 40, 40);
      if (!geometry.type.endsWith('Polygon') || !geos.isValid(geos.read(geometry))) continue;
      const column = geometriesToColumn([geometry]);
      const side = createSide(column);
      for (let part = 0; part < column.partOffsets[1]!; part++) {
        const [x, y] = interiorPoint(column, part)!;
        expect([geometry, locatePoint(side, 0, x, y)]).toEqual([geometry, POSITION.interior]);
        count++;
      }
    }
    geos.free();
  });

  test('is in the part asked for, beside its holes', () => {
    const ring = createRing([
      [30, 0],
      [40, 0],
      [40, 10],
    ]);
    const column = geometriesToColumn([
      polygons([createSquare(0, 0, 10), createSquare(1, 1, 8)], [ring]),
    ]);
    expect(interiorPoint(column, 0)).toEqual(shift([0.5, 5]));
    expect(interiorPoint(column, 1)![0]).toBeGreaterThan(shift([30, 0])[0]!);
  });

  test('is none where there is no area', () => {
    const flat = polygon(
      createRing([
        [2, 2],
        [8, 8],
        [8, 8],
      ]),
    );
    expect(interiorPoint(geometriesToColumn([flat]), 0)).toBeNull();
  });
});
