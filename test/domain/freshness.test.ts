import { describe, expect, it } from 'vitest';
import { freshnessOf } from '../../src/domain/freshness.ts';
import { MAINTENANCE_FREQUENCIES } from '../../src/domain/layer.ts';

describe('the freshness of a layer', () => {
  it.each([
    ['2026-01-01', 'annually', '2027-01-01', 'fresh', '2027-01-01'],
    ['2026-01-01', 'annually', '2027-01-02', 'overdue', '2027-01-01'],
    ['2026-01-31', 'monthly', '2026-03-01', 'overdue', '2026-02-28'],
    ['2024-01-31', 'monthly', '2024-02-29', 'fresh', '2024-02-29'],
    ['2025-11-30', 'quarterly', '2026-02-28', 'fresh', '2026-02-28'],
    ['2025-12-31', 'daily', '2026-01-02', 'overdue', '2026-01-01'],
    ['2026-02-26', 'weekly', '2026-03-05', 'fresh', '2026-03-05'],
    ['2025-08-31', 'biannually', '2026-01-01', 'fresh', '2026-02-28'],
  ] as const)('of %s, refreshed %s, is on %s %s', (date, maintenance, today, kind, due) => {
    expect(freshnessOf(date, maintenance, today)).toEqual({ kind, due });
  });

  it('is open where nothing says when it should be refreshed', () => {
    const kinds = [undefined, ...MAINTENANCE_FREQUENCIES].filter(
      (maintenance) => freshnessOf('2020-01-01', maintenance, '2026-01-01').kind === 'open',
    );
    expect(kinds).toEqual([undefined, 'continual', 'asNeeded', 'irregular', 'notPlanned']);
  });
});
