import { describe, expect, it } from 'vitest';
import type { ShapeGeometry } from '../../../src/domain/shape.ts';
import { readShape } from '../../../src/engine/shapes/read-shape.ts';
import { createWork, inDegrees, openStore, rectangle } from '../scenario/open-store.ts';

const store = openStore({ parcelles: { geometries: [rectangle(0, 0, 100, 50)] } });
const read = (metres: ShapeGeometry) =>
  readShape(store, { geometry: inDegrees(metres) }, createWork());
const polygon = (...coordinates: number[][][]): ShapeGeometry => ({ type: 'Polygon', coordinates });

describe('a shape that is read', () => {
  it('has its area in the metric system of the territory, holes left out', async () => {
    const [shell] = rectangle(0, 0, 100, 100).coordinates;
    const [hole] = rectangle(20, 20, 10, 10).coordinates;
    const { facts } = await read(polygon(shell as number[][], hole as number[][]));
    expect(facts.area).toBeCloseTo(9900, 1);
    expect(facts).toMatchObject({ length: null, fault: null, isOutside: false });
  });

  it('is told where it crosses itself, though its halves cancel each other', async () => {
    const { facts } = await read(
      polygon([
        [0, 0],
        [50, 50],
        [50, 0],
        [0, 50],
        [0, 0],
      ]),
    );
    expect(facts.fault?.reason).toBe('self-intersection');
    const place = inDegrees({ type: 'Point', coordinates: [25, 25] }).coordinates;
    expect(facts.fault?.at?.[0]).toBeCloseTo(place[0] as number, 6);
    expect(facts.fault?.at?.[1]).toBeCloseTo(place[1] as number, 6);
  });

  it('is told of a hole outside of it', async () => {
    const [shell] = rectangle(0, 0, 10, 10).coordinates;
    const [hole] = rectangle(20, 20, 5, 5).coordinates;
    const { facts } = await read(polygon(shell as number[][], hole as number[][]));
    expect(facts.fault?.reason).toBe('hole-outside');
  });

  it('is flat when it covers nothing, or goes nowhere', async () => {
    const thin = await read(
      polygon([
        [0, 0],
        [50, 0],
        [100, 0],
        [0, 0],
      ]),
    );
    expect(thin.facts.fault).toEqual({ reason: 'flat', at: null });
    const still = await read({
      type: 'LineString',
      coordinates: [
        [5, 5],
        [5, 5],
      ],
    });
    expect(still.facts.fault).toEqual({ reason: 'flat', at: null });
  });

  it('may be a route that comes back over itself', async () => {
    const { facts } = await read({
      type: 'LineString',
      coordinates: [
        [0, 0],
        [100, 0],
        [50, 50],
        [50, -50],
      ],
    });
    expect(facts.fault).toBeNull();
    expect(facts.length).toBeCloseTo(200 + Math.hypot(50, 50), 1);
  });

  it('is outside when its box does not meet that of the territory', async () => {
    const square: ShapeGeometry = {
      type: 'Polygon',
      coordinates: [
        [
          [4, 50],
          [4.1, 50],
          [4.1, 50.1],
          [4, 50],
        ],
      ],
    };
    const { facts } = await readShape(store, { geometry: square }, createWork());
    expect(facts.isOutside).toBe(true);
  });

  it('may be in metres, or be a feature', async () => {
    const metres = { type: 'Point', coordinates: [1_674_000, 9_259_000] } as const;
    const point = { type: 'Point' as const, coordinates: [...metres.coordinates] };
    const { geometry } = await readShape(
      store,
      { geometry: point, crs: 'EPSG:3950' },
      createWork(),
    );
    expect(geometry).toEqual(inDegrees({ type: 'Point', coordinates: [0, 0] }));
    const feature = await readShape(store, { layer: 'parcelles', key: 'p0' }, createWork());
    expect(feature.facts.area).toBeCloseTo(5000, 0);
    const missing = readShape(store, { layer: 'parcelles', key: 'p9' }, createWork());
    await expect(missing).rejects.toMatchObject({ code: 'feature-unknown' });
  });
});
