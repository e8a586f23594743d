import { describe, expect, it } from 'vitest';
import { leastParcels } from '../../../src/engine/scenario/least-parcels.ts';
import { createWork, inDegrees, openStore, rectangle } from './open-store.ts';

const SECTOR = { name: 'secteur', geometry: inDegrees(rectangle(-1, -1, 402, 402)) };

/** Two parcels that meet at a corner, a third beside the first, a fourth alone, a fifth half outside of the sector. */
const PARCELS = [
  rectangle(0, 0, 100, 100),
  rectangle(100, 100, 100, 100),
  rectangle(100, 0, 50, 100),
  rectangle(300, 300, 90, 90),
  rectangle(350, 0, 100, 100),
];

const search = (area: number, fields = [rectangle(0, 0, 60, 100)]) =>
  leastParcels(
    openStore({ parcelles: { geometries: PARCELS }, champs: { geometries: fields } }),
    { shape: SECTOR, layer: 'parcelles', area, spare: 'parcels', farmland: 'champs' },
    createWork(),
  );

describe('the least parcels for a work', () => {
  it('are whole parcels of the sector alone', async () => {
    const found = await search(9000);
    expect(found).toMatchObject({ keys: ['p0'], candidates: 4, isExact: true });
    expect(found?.area).toBeCloseTo(10_000, 0);
    expect(found?.farmland).toBeCloseTo(6000, 0);
  });

  it('share a border: a corner does not make neighbours', async () => {
    const found = await search(14_000);
    expect(found?.keys).toEqual(['p0', 'p2']);
    expect(found?.geometry.type).toBe('Polygon');
  });

  it('go through a parcel that touches both where two only meet at a corner', async () => {
    expect((await search(19_000))?.keys).toEqual(['p0', 'p1', 'p2']);
  });

  it('are none where no adjacent parcels reach the area', async () => {
    expect(await search(26_000)).toBeNull();
  });

  it('are not looked for in a sector of more parcels than a choice can be made of', async () => {
    const geometries = Array.from({ length: 601 }, (_, i) =>
      rectangle((i % 30) * 10, Math.floor(i / 30) * 10, 10, 10),
    );
    const searching = leastParcels(
      openStore({ parcelles: { geometries } }),
      { shape: SECTOR, layer: 'parcelles', area: 50, spare: 'area', farmland: null },
      createWork(),
    );
    await expect(searching).rejects.toMatchObject({
      code: 'too-large',
      context: { count: 601, limit: 600 },
    });
  });
});
