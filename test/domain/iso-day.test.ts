import { describe, expect, it } from 'vitest';
import { daysBetween, isIsoDay } from '../../src/domain/iso-day.ts';

describe('a day of the calendar', () => {
  it.each(['2024-02-29', '2026-12-31', '0999-01-01'])('is %s', (text) => {
    expect(isIsoDay(text)).toBe(true);
  });

  it.each([
    '2023-02-29',
    '2026-13-01',
    '2026-04-31',
    '2026-1-1',
    '2026-01-01T00:00',
    '01/01/2026',
    '2026',
    '',
  ])('is not « %s »', (text) => {
    expect(isIsoDay(text)).toBe(false);
  });

  it('is counted from another, leap days and changes of clocks included', () => {
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(daysBetween('2026-01-02', '2026-01-01')).toBe(-1);
  });
});
