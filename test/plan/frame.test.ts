import { describe, expect, it } from 'vitest';
import type { Extent, Xy } from '../../src/domain/units.ts';
import { projectPosition, unprojectPosition } from '../../src/geo/project.ts';
import { drawPlan } from '../../src/plan/draw-plan.ts';
import {
  fitFrame,
  frameAround,
  frameExtent,
  frameGround,
  toGround,
  toPaper,
} from '../../src/plan/frame.ts';
import { scaleOfZoom, zoomOfScale } from '../../src/plan/plan-zoom.ts';
import { createFrame, createPlanLayer } from './create-plan.ts';

const TERRITORY: Extent = [2.305931, 50.384098, 2.885916, 50.639221];

describe('a plan is to scale', () => {
  const places = [
    [2.31, 50.4],
    [2.88, 50.63],
  ] as const;
  for (const place of places) {
    it.each([
      [1000, 100],
      [5000, 20],
      [25_000, 4],
    ])(`two points 100 m apart near ${place} at 1:%i are %d mm apart`, (scale, wanted) => {
      const frame = frameAround(place, 'EPSG:3950', scale, 180, 180);
      for (const [dx, dy] of [
        [50, 0],
        [0, 50],
        [30, 40],
      ]) {
        const [x, y] = frame.centre;
        const points = [-1, 1].map((sign) => ({
          type: 'Point' as const,
          coordinates: [
            ...unprojectPosition([x + sign * dx!, y + sign * dy!], 'EPSG:3950'),
          ] as number[],
        }));
        const { marks } = drawPlan(frame, [createPlanLayer(points, {}, { geometry: 'point' })]);
        const [a, b] = marks.flatMap((mark) => (mark.kind === 'dot' ? [mark.at] : []));
        expect(Math.hypot(b![0] - a![0], b![1] - a![1])).toBeCloseTo(wanted, 6);
      }
    });
  }
});

describe('a frame', () => {
  it('fits a box whole, at the largest round scale that does', () => {
    const frame = fitFrame(TERRITORY, 'EPSG:3950', 277, 190);
    expect(frame.scale).toBe(200_000);
    const [minX, minY, maxX, maxY] = frameGround(frame);
    const [west, south, east, north] = TERRITORY;
    for (const lng of [west, (west + east) / 2, east]) {
      for (const lat of [south, north]) {
        const [x, y] = projectPosition([lng, lat], 'EPSG:3950');
        expect(x > minX && x < maxX && y > minY && y < maxY).toBe(true);
      }
    }
  });

  it('takes only the scales that it is offered, or the next thousand', () => {
    expect(fitFrame(TERRITORY, 'EPSG:3950', 277, 190, [400_000, 300_000]).scale).toBe(300_000);
    const free = fitFrame(TERRITORY, 'EPSG:3950', 277, 190, []).scale;
    expect(free % 1000).toBe(0);
    expect(free).toBeLessThan(200_000);
  });

  it('knows the ground of its paper, both ways, y down', () => {
    const frame = createFrame();
    expect(toGround(frame, [0, 0])).toEqual([1_674_750, 9_256_200]);
    const place: Xy = [12.5, 71];
    const [x, y] = toPaper(frame, toGround(frame, place));
    expect(x).toBeCloseTo(12.5, 9);
    expect(y).toBeCloseTo(71, 9);
  });

  it('has a box in degrees that holds all of it', () => {
    const frame = createFrame({ scale: 100_000 });
    const [west, south, east, north] = frameExtent(frame);
    for (let i = 0; i <= 40; i++) {
      for (const place of [
        [(i / 40) * 100, 0],
        [(i / 40) * 100, 80],
        [0, (i / 40) * 80],
        [100, (i / 40) * 80],
      ] as const) {
        const [lng, lat] = unprojectPosition(toGround(frame, place), frame.crs);
        expect(lng >= west - 1e-7 && lng <= east + 1e-7).toBe(true);
        expect(lat >= south - 1e-7 && lat <= north + 1e-7).toBe(true);
      }
    }
  });
});

describe('the zoom that a scale looks like', () => {
  it('is that at which a pixel of the web map is a pixel of the plan on the ground', () => {
    const zoom = zoomOfScale(5000, 50.5);
    const metres = (40_075_016.686 * Math.cos((50.5 * Math.PI) / 180)) / (512 * 2 ** zoom);
    expect(metres).toBeCloseTo(5000 * 0.0002, 6);
  });

  it('gives the scale back', () => {
    expect(scaleOfZoom(zoomOfScale(12_345, 50.5, 0.3), 50.5, 0.3)).toBeCloseTo(12_345, 6);
  });
});
