import { describe, expect, it } from 'vitest';
import type { ShapeGeometry } from '../../../src/domain/shape.ts';
import { readShape } from '../../../src/engine/shapes/read-shape.ts';
import { createWork, inDegrees, openStore, rectangle } from '../scenario/open-store.ts';

const store = openStore({ parcelles: { geometries: [rectangle(0, 0, 100, 50)] } });
const around = (metres: ShapeGeometry, distance: number) =>
  readShape(store, { geometry: inDegrees(metres), around: distance }, createWork());

describe('the zone around a shape', () => {
  it('of a point is a circle in the metric system, within 1.5 % of the distance', async () => {
    const { facts } = await around({ type: 'Point', coordinates: [0, 0] }, 100);
    const radius = Math.sqrt((facts.area ?? 0) / Math.PI);
    expect(radius).toBeLessThanOrEqual(100);
    expect(radius).toBeGreaterThan(98.5);
    expect(facts.fault).toBeNull();
  });

  it('of a rectangle adds its sides and a circle', async () => {
    const { facts } = await around(rectangle(0, 0, 100, 50), 10);
    const exact = 100 * 50 + 2 * 10 * (100 + 50) + Math.PI * 100;
    expect(Math.abs((facts.area ?? 0) - exact)).toBeLessThan(0.03 * Math.PI * 100);
  });

  it('of a feature of a layer is that of its outline', async () => {
    const own = { layer: 'parcelles', key: 'p0', around: 10 };
    const { facts } = await readShape(store, own, createWork());
    expect(facts.area).toBeGreaterThan(100 * 50 + 2 * 10 * 150);
  });

  it.each([0, -5, Number.NaN, 60_000])('is refused for a distance of %d m', async (distance) => {
    await expect(around({ type: 'Point', coordinates: [0, 0] }, distance)).rejects.toMatchObject({
      code: 'geometry-invalid',
      context: { reason: 'zone-distance' },
    });
  });
});
