import { expect, it } from 'vitest';
import type { GeometryColumn } from '../../src/geo/geometry-column.ts';
import { columnPath, drawnPath, frameAround } from '../../src/map/shape-path.ts';

const at = [2.64, 50.53] as const;
const square: GeometryColumn = {
  length: 1,
  kinds: Uint8Array.of(3),
  partOffsets: Uint32Array.of(0, 1),
  ringOffsets: Uint32Array.of(0, 1),
  vertexOffsets: Uint32Array.of(0, 5),
  xy: Float64Array.of(
    ...at,
    at[0] + 0.001,
    at[1],
    at[0] + 0.001,
    at[1] + 0.001,
    at[0],
    at[1] + 0.001,
    ...at,
  ),
};

it('a feature is drawn in the middle of its picture, true in shape', () => {
  const frame = frameAround(square, 0, 180, 120)!;
  const [west, south, east, north] = frame.extent;
  const narrowing = Math.cos((50.5305 * Math.PI) / 180);
  expect(((east - west) * narrowing) / (north - south)).toBeCloseTo(1.5, 6);
  expect((west + east) / 2).toBeCloseTo(2.6405, 9);
  const path = columnPath(square, frame)!;
  expect(path.kind).toBe('polygon');
  expect(path.d).toMatch(/^M[\d.]+ [\d.]+(L[\d.]+ [\d.]+){4}Z$/);
});

it('a picture shows as many metres around as is asked for', () => {
  const [, south, , north] = frameAround(square, 500, 180, 120)!.extent;
  expect((north - south) * 111_320).toBeGreaterThan(1000 + 111);
});

it('what has no position has no picture', () => {
  const nothing = { ...square, kinds: Uint8Array.of(0), xy: new Float64Array(0) };
  expect(frameAround(nothing, 10, 180, 120)).toBeNull();
});

it('a drawn point is a dot', () => {
  const frame = frameAround(square, 10, 180, 120)!;
  const shape = {
    name: 'repère',
    geometry: { type: 'Point' as const, coordinates: [2.6405, 50.5305] },
  };
  expect(drawnPath(shape, frame)).toEqual({ kind: 'point', d: 'M90.0 60.0h0' });
});
