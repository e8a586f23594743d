import { describe, expect, it } from 'vitest';
import { ellipsoidArea, ellipsoidDistance } from '../../src/geo/ellipsoid.ts';

describe('ellipsoidDistance', () => {
  it('is that of PROJ 9.1 (geod +ellps=GRS80 -I), to a tenth of a millimetre', () => {
    const cases: [number[], number[], number][] = [
      [[2.6405, 50.5303], [2.548, 50.4813], 8530.546534],
      [[2.31, 50.63], [2.88, 50.39], 48451.264431],
      [[2.35, 48.85], [2.64, 50.53], 188022.340364],
    ];
    for (const [from, to, metres] of cases) {
      expect(Math.abs(ellipsoidDistance(from, to) - metres)).toBeLessThan(1e-4);
      expect(ellipsoidDistance(to, from)).toBeCloseTo(ellipsoidDistance(from, to), 6);
    }
  });

  it('is nothing between a place and itself, and a quarter of the equator between its quarters', () => {
    expect(ellipsoidDistance([2.6, 50.5], [2.6, 50.5])).toBe(0);
    expect(ellipsoidDistance([0, 0], [90, 0])).toBeCloseTo((Math.PI / 2) * 6_378_137, 4);
  });

  it('refuses places on opposite sides of the Earth', () => {
    expect(() => ellipsoidDistance([0, 0], [179.7, 0.5])).toThrow('antipodal');
  });
});

describe('ellipsoidArea', () => {
  const square = [
    [2.64, 50.53],
    [2.65, 50.53],
    [2.65, 50.54],
    [2.64, 50.54],
    [2.64, 50.53],
  ];

  it('is that of SpatiaLite 5 (ST_Area on the ellipsoid, geodesic sides), to a millionth', () => {
    expect(ellipsoidArea([square]) / 788653.628718376).toBeCloseTo(1, 5);
  });

  it('is the sum of small cells of the meridian and the parallel', () => {
    const [a, f] = [6_378_137, 1 / 298.257222101];
    const e2 = f * (2 - f);
    const [count, step] = [200, (0.01 * Math.PI) / 180];
    let sum = 0;
    for (let i = 0; i < count; i++) {
      const lat = ((50.53 + (0.01 * (i + 0.5)) / count) * Math.PI) / 180;
      const w = 1 - e2 * Math.sin(lat) ** 2;
      const [meridian, parallel] = [(a * (1 - e2)) / w ** 1.5, (a * Math.cos(lat)) / w ** 0.5];
      sum += meridian * (step / count) * parallel * step;
    }
    expect(Math.abs(ellipsoidArea([square]) - sum)).toBeLessThan(0.01);
  });

  it('leaves out holes, whichever way the rings turn', () => {
    const hole = square.map(([lng = 0, lat = 0]) => [
      2.64 + (lng - 2.64) / 2,
      50.53 + (lat - 50.53) / 2,
    ]);
    const whole = ellipsoidArea([square]);
    expect(ellipsoidArea([square, hole]) / whole).toBeCloseTo(0.75, 3);
    expect(ellipsoidArea([square.toReversed(), hole])).toBeCloseTo(
      ellipsoidArea([square, hole]),
      3,
    );
    expect(ellipsoidArea([])).toBe(0);
  });
});
