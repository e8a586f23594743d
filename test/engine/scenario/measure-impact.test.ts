import type { Geometry } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { Criterion, Measured } from '../../../src/domain/impact.ts';
import { measureImpact } from '../../../src/engine/scenario/measure-impact.ts';
import { createWork, inDegrees, openStore, rectangle } from './open-store.ts';

const FOOTPRINT = { name: 'projet', geometry: inDegrees(rectangle(0, 0, 100, 100)) };

async function measure(geometries: Geometry[], criterion: Partial<Criterion>, kinds?: string[]) {
  const store = openStore({ essai: { geometries, ...(kinds ? { kinds } : {}) } });
  const criteria: Criterion[] = [
    { id: 'c', label: 'c', measure: 'count', layer: 'essai', sense: 0, unit: 'm', ...criterion },
  ];
  const request = { shapes: [FOOTPRINT], halfWidth: 0, criteria };
  const { measured } = await measureImpact(store, request, createWork());
  return measured[0] as Measured;
}

describe('what a footprint touches', () => {
  it('counts a feature that only shares a border, and says that nothing of it is inside', async () => {
    const found = await measure(
      [rectangle(100, 0, 50, 100), rectangle(90, 0, 20, 10), rectangle(101, 0, 50, 100)],
      {},
    );
    expect(found.value).toBe(2);
    expect(found.features.map(({ key, amount }) => [key, Math.round(amount)])).toEqual([
      ['p0', 0],
      ['p1', 100],
    ]);
  });

  it('counts the ground of overlapping features once, and each class whole', async () => {
    const zones = [rectangle(0, 0, 50, 100), rectangle(25, 0, 50, 100), rectangle(100, 0, 9, 9)];
    const found = await measure(zones, { measure: 'area', by: 'nature' }, ['eau', 'pré', 'pré']);
    expect(found.value).toBeCloseTo(7500, 1);
    expect(found.classes.map(({ value }) => value).sort()).toEqual(['eau', 'pré']);
    for (const { amount } of found.classes) expect(amount).toBeCloseTo(5000, 1);
    expect(found.features).toHaveLength(2);
  });

  it('measures the length of lines inside, once where two run over each other', async () => {
    const line = (...xs: number[]): Geometry => ({
      type: 'LineString',
      coordinates: xs.map((x) => [x, 50]),
    });
    const found = await measure([line(-50, 60), line(40, 150)], { measure: 'length' });
    expect(found.value).toBeCloseTo(100, 2);
  });

  it('cuts what it crosses from side to side, not what it bites or covers', async () => {
    const corridors = [
      rectangle(-50, 40, 200, 10),
      rectangle(-50, 60, 100, 10),
      rectangle(10, 10, 10, 10),
    ];
    const found = await measure(corridors, { measure: 'cut' });
    expect(found.value).toBe(1);
    expect(found.features.map(({ key }) => key)).toEqual(['p0']);
  });

  it('leaves out what the criterion excepts', async () => {
    const zones = [rectangle(0, 0, 10, 10), rectangle(20, 0, 10, 10)];
    const found = await measure(zones, { except: { nature: ['noire'] } }, ['noire', 'verte']);
    expect(found.features.map(({ key }) => key)).toEqual(['p1']);
  });

  it('measures a zone whose outline crosses itself instead of giving up', async () => {
    const bowtie: Geometry = {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [50, 50],
          [50, 0],
          [0, 50],
          [0, 0],
        ],
      ],
    };
    const found = await measure([bowtie], { measure: 'area' });
    expect(found.value).toBeCloseTo(1250, 0);
  });

  it('says how far the nearest feature is, and nothing where there is none', async () => {
    const near = await measure([rectangle(300, 0, 10, 10), rectangle(150, 0, 10, 10)], {
      measure: 'nearest',
    });
    expect(near.value).toBeCloseTo(50, 2);
    expect(near.features.map(({ key }) => key)).toEqual(['p1']);
    const none = await measure([rectangle(0, 0, 1, 1)], {
      measure: 'nearest',
      where: { nature: ['gare'] },
    });
    expect(none.value).toBeNull();
  });
});
