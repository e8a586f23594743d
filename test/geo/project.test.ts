import proj4 from 'proj4';
import { describe, expect, test } from 'vitest';
import { METRIC_CRS, PROJ_DEFINITIONS } from '../../src/domain/crs.ts';
import { geometriesToColumn } from '../../src/geo/from-geojson.ts';
import { createLambertConic } from '../../src/geo/lambert-conic.ts';
import {
  projectColumn,
  projectPosition,
  unprojectColumn,
  unprojectPosition,
} from '../../src/geo/project.ts';
import { createRandom } from './create-random.ts';

/** Ten thousandths of a millimetre, and what it is in degrees. */
const TOLERANCE_M = 1e-7;
const TOLERANCE_DEGREES = 1e-12;

describe('projection', () => {
  test('the check position falls where the IGN formulas put it, to the millimetre', () => {
    const [x, y] = projectPosition([2.6367, 50.4811], 'EPSG:2154');
    expect(x).toBeCloseTo(674175.229, 3);
    expect(y).toBeCloseTo(7042693.678, 3);
    const [x50, y50] = projectPosition([2.6367, 50.4811], 'EPSG:3950');
    expect(x50).toBeCloseTo(1674215.185, 3);
    expect(y50).toBeCloseTo(9253573.204, 3);
  });

  test.each(METRIC_CRS)('%s agrees with proj4 both ways over France', (crs) => {
    const random = createRandom(3);
    const oracle = proj4(PROJ_DEFINITIONS[crs]);
    for (let i = 0; i < 2000; i++) {
      const position: [number, number] = [-5 + 15 * random(), 41 + 11 * random()];
      const [x, y] = projectPosition(position, crs);
      const wanted = oracle.forward(position);
      expect(Math.abs(x - wanted[0])).toBeLessThan(TOLERANCE_M);
      expect(Math.abs(y - wanted[1])).toBeLessThan(TOLERANCE_M);
      const [lng, lat] = unprojectPosition([x, y], crs);
      expect(Math.abs(lng - position[0])).toBeLessThan(TOLERANCE_DEGREES);
      expect(Math.abs(lat - position[1])).toBeLessThan(TOLERANCE_DEGREES);
    }
  });

  test('a column goes to metres and back, its rows and parts untouched', () => {
    const column = geometriesToColumn([
      null,
      {
        type: 'LineString',
        coordinates: [
          [2.6, 50.5],
          [2.7, 50.4],
        ],
      },
    ]);
    const projected = projectColumn(column, 'EPSG:3950');
    expect([...projected.xy.subarray(0, 2)]).toEqual(projectPosition([2.6, 50.5], 'EPSG:3950'));
    const back = unprojectColumn(projected, 'EPSG:3950');
    expect(back.partOffsets).toEqual(column.partOffsets);
    back.xy.forEach((value, i) => {
      expect(value).toBeCloseTo(column.xy[i]!, 11);
    });
  });

  test('a definition of another kind is refused', () => {
    expect(() => createLambertConic('+proj=utm +zone=31 +ellps=GRS80 +units=m')).toThrow(
      expect.objectContaining({ code: 'crs-unknown' }),
    );
  });
});
