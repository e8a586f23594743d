import proj4 from 'proj4';
import { describe, expect, test } from 'vitest';
import { METRIC_CRS, type MetricCrs, PROJ_DEFINITIONS } from '../../src/domain/crs.ts';
import type { LngLat } from '../../src/domain/units.ts';
import { geometriesToColumn } from '../../src/geo/from-geojson.ts';
import {
  projectColumn,
  projectPosition,
  unprojectColumn,
  unprojectPosition,
} from '../../src/geo/project.ts';
import { createProjection } from '../../src/geo/projection.ts';
import { createRandom } from './create-random.ts';

/** Ten thousandths of a millimetre, and what it is in degrees. */
const TOLERANCE_M = 1e-7;
const TOLERANCE_DEGREES = 1e-12;

/** Longitude, latitude → easting, northing: figures of PROJ 9 (`cs2cs EPSG:4326 EPSG:… -f %.4f`). */
const PROJ_FIGURES: [MetricCrs, LngLat, [number, number]][] = [
  ['EPSG:3942', [9.1, 42.1], [2204128.5833, 1229071.4218]],
  ['EPSG:3943', [5.4, 43.3], [1894703.0622, 2236107.36]],
  ['EPSG:3944', [1.44, 43.6], [1574055.9897, 3156751.1904]],
  ['EPSG:3945', [5.72, 45.19], [1913696.166, 4224700.7902]],
  ['EPSG:3946', [4.84, 45.76], [1843123.7689, 5174979.7116]],
  ['EPSG:3947', [5.04, 47.32], [1854197.2271, 6237580.6027]],
  ['EPSG:3948', [-1.68, 48.11], [1351739.5463, 7222803.4672]],
  ['EPSG:3949', [2.35, 48.85], [1652300.1648, 8183524.3706]],
  ['EPSG:3950', [2.83, 50.43], [1687921.4819, 9247840.361]],
  ['EPSG:5490', [-61.53, 16.24], [657103.1365, 1796046.839]],
  ['EPSG:5490', [-61.07, 14.61], [707895.2445, 1616074.4406]],
  ['EPSG:2972', [-52.31, 4.92], [354750.7714, 543963.6584]],
  ['EPSG:2972', [-54.03, 5.5], [164224.0711, 608785.5376]],
  ['EPSG:2975', [55.45, -20.88], [338767.1674, 7690355.5724]],
  ['EPSG:2975', [55.48, -21.34], [342375.0302, 7639461.9006]],
  ['EPSG:4471', [45.23, -12.78], [524963.3606, 8587181.9611]],
];

/** Corner and size in degrees of where a system is used. */
function areaOf(crs: MetricCrs): [lng: number, lat: number, width: number, height: number] {
  if (crs === 'EPSG:5490') return [-63.7, 14, 3.7, 4.6];
  if (crs === 'EPSG:2972') return [-54.7, 2, 3.3, 4];
  if (crs === 'EPSG:2975') return [55, -21.5, 1, 1];
  return crs === 'EPSG:4471' ? [44.9, -13.1, 0.5, 0.6] : [-5, 41, 15, 11];
}

describe('projection', () => {
  test.each(PROJ_FIGURES)(
    '%s puts %j where PROJ does, to a tenth of a millimetre',
    (crs, at, xy) => {
      const [x, y] = projectPosition(at, crs);
      expect(Math.abs(x - xy[0])).toBeLessThan(1e-4);
      expect(Math.abs(y - xy[1])).toBeLessThan(1e-4);
      const [lng, lat] = unprojectPosition(xy, crs);
      expect(Math.abs(lng - at[0])).toBeLessThan(1e-9);
      expect(Math.abs(lat - at[1])).toBeLessThan(1e-9);
    },
  );

  test('the check position falls where the IGN formulas put it, to the millimetre', () => {
    const [x, y] = projectPosition([2.6367, 50.4811], 'EPSG:2154');
    expect(x).toBeCloseTo(674175.229, 3);
    expect(y).toBeCloseTo(7042693.678, 3);
    const [x50, y50] = projectPosition([2.6367, 50.4811], 'EPSG:3950');
    expect(x50).toBeCloseTo(1674215.185, 3);
    expect(y50).toBeCloseTo(9253573.204, 3);
  });

  test.each(METRIC_CRS)('%s agrees with proj4 both ways where it is used', (crs) => {
    const random = createRandom(3);
    const oracle = proj4(PROJ_DEFINITIONS[crs]);
    const [west, south, width, height] = areaOf(crs);
    for (let i = 0; i < 1000; i++) {
      const position: [number, number] = [west + width * random(), south + height * random()];
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
    expect(() => createProjection('+proj=utm +zone=31 +ellps=GRS80 +units=m')).toThrow(
      expect.objectContaining({ code: 'crs-unknown' }),
    );
  });
});
