import { expect, test } from 'vitest';
import { findLayer } from '../../../src/domain/catalogue.ts';
import type { Condition } from '../../../src/domain/question.ts';
import { BAR_COUNT, distributionScale } from '../../../src/ui/question/distribution-scale.ts';
import { widenCondition } from '../../../src/ui/question/widen-condition.ts';
import { createAtlas } from '../create-atlas.ts';

const parcels = findLayer(createAtlas(), 'parcelles');

test('a slider runs over all values where they are spread evenly', () => {
  const bins = Array.from({ length: 100 }, (_, i) => ({ from: i, to: i + 1, count: 3 }));
  const scale = distributionScale(bins);
  expect(scale).toMatchObject({ min: 0, max: 100, step: 1, beyond: 0 });
  expect(scale?.bars.reduce((sum, count) => sum + count, 0)).toBe(300);
  expect(scale?.bars).toHaveLength(BAR_COUNT);
});

test('where a few are far above all others it stops before them, and says how many they are', () => {
  const bins = Array.from({ length: 1000 }, (_, i) => ({
    from: i * 10,
    to: i * 10 + 10,
    count: i < 20 ? 49 : i === 999 ? 20 : 0,
  }));
  const scale = distributionScale(bins);
  expect(scale?.max).toBeLessThanOrEqual(202);
  expect(scale?.beyond).toBeCloseTo(20 / 1000, 9);
});

test('there is no slider over nothing, nor over one value', () => {
  expect(distributionScale([])).toBeNull();
  expect(distributionScale([{ from: 3, to: 3, count: 9 }])).toBeNull();
});

test.each<[Condition, Condition | null]>([
  [
    { kind: 'distance', metres: 100, layer: 'gares' },
    { kind: 'distance', metres: 200, layer: 'gares' },
  ],
  [{ kind: 'distance', metres: 50_000, layer: 'gares' }, null],
  [
    { kind: 'overlap', minShare: 0.5, layer: 'zone_urba' },
    { kind: 'overlap', minShare: 0.25, layer: 'zone_urba' },
  ],
  [
    { kind: 'compare', field: 'contenance', op: '>', value: 2000 },
    { kind: 'compare', field: 'contenance', op: '>', value: 1000 },
  ],
  [{ kind: 'compare', field: 'contenance', op: '=', value: 2000 }, null],
  [{ kind: 'among', field: 'etat', values: ['03'] }, null],
])('%j is widened to %j', (condition, wider) => {
  expect(widenCondition(condition, parcels)?.condition ?? null).toEqual(wider);
});
