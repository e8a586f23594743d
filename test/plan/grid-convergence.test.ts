import proj4 from 'proj4';
import { describe, expect, it } from 'vitest';
import { PROJ_DEFINITIONS } from '../../src/domain/crs.ts';
import { frameAround } from '../../src/plan/frame.ts';
import { gridConvergence } from '../../src/plan/grid-convergence.ts';

describe('true north on a plan', () => {
  it.each([
    [2.31, 50.4],
    [2.88, 50.63],
    [3.4, 50.5],
  ])('leans as PROJ has the meridian at %d %d lean', (lng, lat) => {
    const project = (at: [number, number]) => proj4(PROJ_DEFINITIONS['EPSG:3950'], at);
    const [[ax, ay], [bx, by]] = [project([lng, lat - 0.0005]), project([lng, lat + 0.0005])];
    const wanted = (Math.atan2(bx - ax, by - ay) * 180) / Math.PI;
    const frame = frameAround([lng, lat], 'EPSG:3950', 5000, 100, 100);
    expect(gridConvergence(frame)).toBeCloseTo(wanted, 4);
  });

  it('is at the top on the meridian of origin', () => {
    expect(gridConvergence(frameAround([3, 50.5], 'EPSG:3950', 5000, 100, 100))).toBeCloseTo(0, 9);
  });
});
