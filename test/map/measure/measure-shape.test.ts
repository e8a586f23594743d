import { lineString, polygon, area as turfArea, length as turfLength } from '@turf/turf';
import { describe, expect, it } from 'vitest';
import { measurePositions, measureShape } from '../../../src/map/measure/measure-shape.ts';
import { toDegrees, toMetres } from '../../../src/map/measure/places.ts';

const LINE = [
  [2.6405, 50.5303],
  [2.548, 50.4813],
  [2.31, 50.63],
];
const RING = [
  [2.64, 50.53],
  [2.65, 50.53],
  [2.65, 50.54],
  [2.64, 50.54],
];

describe('measurePositions', () => {
  it('measures sides in the metric system, from the coordinates that PROJ gives (cct, lcc)', () => {
    const { segments, length } = measurePositions(LINE.slice(0, 2), false, 'EPSG:3950');
    const metres = Math.hypot(1674511.1889 - 1667920.0043, 9259044.5309 - 9253629.763);
    expect(segments).toHaveLength(1);
    expect(Math.abs(length - metres)).toBeLessThan(2e-4);
  });

  it('gives the length of PROJ on the ellipsoid, less than a centimetre longer over 8 km in straight lines of the plane', () => {
    const { ellipsoid } = measurePositions(LINE.slice(0, 2), false, 'EPSG:3950');
    expect(ellipsoid.length - 8530.546534).toBeGreaterThan(-1e-3);
    expect(ellipsoid.length - 8530.546534).toBeLessThan(0.01);
  });

  it('is within 0,01 % of the ellipsoid in CC50 and beyond it in Lambert-93, all over the territory', () => {
    for (const lat of [50.384, 50.45, 50.53, 50.639]) {
      const east = [
        [2.4, lat],
        [2.5, lat],
      ];
      const { length, ellipsoid, lambert93 } = measurePositions(east, false, 'EPSG:3950');
      expect(Math.abs(length / ellipsoid.length - 1)).toBeLessThan(1e-4);
      expect(Math.abs(lambert93.length / ellipsoid.length - 1)).toBeGreaterThan(1e-4);
    }
  });

  it('is within 0,5 % of what Turf finds on a sphere', () => {
    const turf = turfLength(lineString(LINE), { units: 'meters' });
    expect(measurePositions(LINE, false, 'EPSG:3950').length / turf).toBeCloseTo(1, 2);
    const ring = [...RING, RING[0] as number[]];
    const { area, ellipsoid } = measurePositions(RING, true, 'EPSG:3950');
    expect(Math.abs((area ?? 0) / turfArea(polygon([ring])) - 1)).toBeLessThan(0.005);
    expect(Math.abs((area ?? 0) / (ellipsoid.area ?? 0) - 1)).toBeLessThan(2e-4);
  });

  it('counts the side that closes a polygon once, written or not', () => {
    const open = measurePositions(RING, true, 'EPSG:3950');
    const closed = measurePositions([...RING, RING[0] as number[]], true, 'EPSG:3950');
    expect(open.segments).toHaveLength(4);
    expect(closed).toEqual(open);
    expect(open.length).toBeCloseTo(
      open.segments.reduce((sum, side) => sum + side, 0),
      9,
    );
  });

  it('tells of an outline that crosses itself', () => {
    const bow = [RING[0], RING[2], RING[1], RING[3]] as number[][];
    expect(measurePositions(bow, true, 'EPSG:3950').isCrossing).toBe(true);
    expect(measurePositions(RING, true, 'EPSG:3950').isCrossing).toBe(false);
  });

  it('measures nothing of nothing', () => {
    expect(measurePositions([], true, 'EPSG:3950')).toMatchObject({
      length: 0,
      area: 0,
      segments: [],
    });
    expect(measurePositions(LINE.slice(0, 1), false, 'EPSG:3950').length).toBe(0);
  });

  it('measures drawn lines and rings, and no shape of several parts', () => {
    expect(
      measureShape({ type: 'LineString', coordinates: LINE }, 'EPSG:3950')?.segments,
    ).toHaveLength(2);
    const coordinates = [[...RING, RING[0] as number[]]];
    expect(measureShape({ type: 'Polygon', coordinates }, 'EPSG:3950')?.segments).toHaveLength(4);
    expect(measureShape({ type: 'Point', coordinates: [2, 50] }, 'EPSG:3950')).toBeNull();
  });
});

describe('places', () => {
  it('go to metres and back as PROJ has them', () => {
    const [x, y] = toMetres([2.6405, 50.5303], 'EPSG:2154');
    expect([x.toFixed(4), y.toFixed(4)]).toEqual(['674470.3012', '7048173.7053']);
    const [lng, lat] = toDegrees([1674511.1889, 9259044.5309], 'EPSG:3950');
    expect([lng.toFixed(8), lat.toFixed(8)]).toEqual(['2.64050000', '50.53030000']);
  });
});
