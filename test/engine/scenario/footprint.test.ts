import area from '@turf/area';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Shape, ShapeGeometry } from '../../../src/domain/shape.ts';
import { footprintOf } from '../../../src/engine/scenario/footprint.ts';
import { type Geos, loadGeos } from '../../../src/geos/geos.ts';

let geos: Geos;
beforeAll(async () => {
  geos = await loadGeos();
});

const shape = (geometry: ShapeGeometry): Shape => ({ name: 'secteur', geometry });
const square = (lng: number, lat: number, side: number): number[][] => [
  [lng, lat],
  [lng + side, lat],
  [lng + side, lat + side],
  [lng, lat + side],
  [lng, lat],
];
const polygon = (...coordinates: number[][][]) => shape({ type: 'Polygon', coordinates });
const areaOf = (shapes: Shape[], halfWidth = 0) =>
  footprintOf(shapes, halfWidth, 'EPSG:3950', geos).area;

describe('the footprint of shapes', () => {
  it('counts once what two shapes share, and nothing of a hole', () => {
    const one = polygon(square(2.6, 50.5, 0.01));
    const half = areaOf([polygon(square(2.6, 50.5, 0.005))]);
    expect(areaOf([one, one])).toBeCloseTo(areaOf([one]), 3);
    const pierced = polygon(square(2.6, 50.5, 0.01), square(2.602, 50.502, 0.005));
    const hole = areaOf([polygon(square(2.602, 50.502, 0.005))]);
    expect(areaOf([pierced])).toBeCloseTo(areaOf([one]) - hole, 3);
    expect(half).toBeLessThan(areaOf([one]));
  });

  it('adds up shapes that only share a border', () => {
    const [left, right] = [polygon(square(2.6, 50.5, 0.01)), polygon(square(2.61, 50.5, 0.01))];
    expect(areaOf([left, right])).toBeCloseTo(areaOf([left]) + areaOf([right]), 3);
  });

  it('has the area that Turf finds on the sphere, within 1 %', () => {
    const own = polygon(square(2.6, 50.5, 0.01));
    expect(areaOf([own]) / area(own.geometry as never)).toBeCloseTo(1, 2);
  });

  it('widens a line on both sides, its ends rounded', () => {
    const line = shape({
      type: 'LineString',
      coordinates: [
        [2.6, 50.5],
        [2.62, 50.5],
      ],
    });
    const length = (areaOf([line], 10) - Math.PI * 100) / 20;
    expect(areaOf([line], 20)).toBeCloseTo(length * 40 + Math.PI * 400, -1);
  });

  it.each([
    [
      'crosses itself',
      [
        [2.6, 50.5],
        [2.61, 50.51],
        [2.61, 50.5],
        [2.6, 50.51],
        [2.6, 50.5],
      ],
    ],
    [
      'has no area',
      [
        [2.6, 50.5],
        [2.61, 50.5],
        [2.6, 50.5],
        [2.6, 50.5],
      ],
    ],
  ])('is refused, by name, when a shape %s', (_, ring) => {
    expect(() => areaOf([polygon(ring)])).toThrow(
      expect.objectContaining({
        code: 'geometry-invalid',
        context: expect.objectContaining({ shape: 'secteur' }),
      }),
    );
  });

  it('is refused for a line without width', () => {
    const line = shape({
      type: 'LineString',
      coordinates: [
        [2.6, 50.5],
        [2.62, 50.5],
      ],
    });
    expect(() => areaOf([line], 0)).toThrow(
      expect.objectContaining({ context: expect.objectContaining({ reason: 'width' }) }),
    );
  });
});
