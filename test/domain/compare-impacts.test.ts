import { describe, expect, it } from 'vitest';
import { compareImpacts, costOf } from '../../src/domain/compare-impacts.ts';
import type { Criterion, Impact } from '../../src/domain/impact.ts';

const criterion = (unit: string, sense: Criterion['sense']): Criterion => ({
  id: 'x',
  label: 'X',
  measure: 'area',
  unit,
  sense,
});
const impact = (value: number | null): Impact => ({
  area: 0,
  versions: {},
  measured: [{ criterion: 'x', value, classes: [], features: [], missing: 0 }],
});
const verdictOf = (unit: string, sense: Criterion['sense'], values: (number | null)[]) =>
  compareImpacts([criterion(unit, sense)], values.map(impact))[0]?.verdicts.at(-1);

describe('variants that are compared', () => {
  it('have their areas in hectares where that is the unit, and the gap to the first', () => {
    const [row] = compareImpacts([criterion('ha', -1)], [impact(20_000), impact(45_000)]);
    expect(row?.values).toEqual([2, 4.5]);
    expect(row?.gaps).toEqual([0, 2.5]);
  });

  it('are better or worse by what the criterion favours', () => {
    expect(verdictOf('ha', -1, [20_000, 45_000])).toBe('loss');
    expect(verdictOf('ha', 1, [20_000, 45_000])).toBe('gain');
    expect(verdictOf('ha', 0, [20_000, 45_000])).toBe('none');
    expect(verdictOf('ha', -1, [20_000, null])).toBe('none');
  });

  it('are the same only where the gap is shown as nothing', () => {
    expect(verdictOf('ha', -1, [20_000, 20_400])).toBe('loss');
    expect(verdictOf('ha', -1, [20_000, 20_040])).toBe('same');
    expect(verdictOf('parcelle|parcelles', -1, [3, 4])).toBe('loss');
    expect(verdictOf('m', 1, [100, 100.4])).toBe('same');
  });

  it('cost what the reader says, and nothing is supposed', () => {
    const variant = { name: 'A', shapes: [], halfWidth: 10, holding: 'easement' as const };
    expect(costOf(100, variant, { purchase: 5, easement: 2, works: 30 })).toBe(3200);
    expect(costOf(100, variant, { purchase: 5, easement: null, works: 30 })).toBeNull();
  });
});
