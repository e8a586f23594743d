import { describe, expect, it } from 'vitest';
import { readRetryAfter, waitBeforeRetry } from '../../../scripts/collect/fetch/retry-policy.ts';
import { sourceFailure } from '../../../scripts/collect/fetch/source-failure.ts';
import { AppError } from '../../../src/domain/errors.ts';

const failed = (reason: Parameters<typeof sourceFailure>[1], evidence = {}) =>
  sourceFailure('https://data.exemple.fr/', reason, evidence);

describe('what is tried again', () => {
  it('waits twice as long each time, half of it by chance, half a minute at most', () => {
    const waits = (chance: number) =>
      Array.from({ length: 8 }, (_, at) =>
        waitBeforeRetry(failed('timeout'), at + 1, { random: () => chance }, 99),
      );
    expect(waits(0)).toEqual([500, 1000, 2000, 4000, 8000, 15_000, 15_000, 15_000]);
    expect(waits(1)).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
  });

  it('is what may pass, not what would be the same again', () => {
    const wait = (error: unknown) => waitBeforeRetry(error, 1, { random: () => 0 });
    for (const reason of ['network', 'timeout', 'truncated', 'wrong-type'] as const) {
      expect(wait(failed(reason))).toBe(500);
    }
    expect(wait(failed('status', { status: 502 }))).toBe(500);
    expect(wait(failed('status', { status: 404 }))).toBeNull();
    expect(wait(failed('redirects'))).toBeNull();
    expect(wait(failed('network', { code: 'CERT_HAS_EXPIRED' }))).toBeNull();
    expect(wait(failed('network', { code: 'ENOTFOUND' }))).toBe(500);
    expect(wait(new AppError('site-unwritable', 'full'))).toBeNull();
    expect(wait(new Error('a fault of ours'))).toBeNull();
  });
});

describe('Retry-After', () => {
  it('is seconds or a date, and nothing when it is neither', () => {
    const now = Date.UTC(2026, 2, 1);
    expect(readRetryAfter('120', now)).toBe(120_000);
    expect(readRetryAfter('Sun, 01 Mar 2026 00:00:30 GMT', now)).toBe(30_000);
    expect(readRetryAfter('Sun, 01 Mar 2020 00:00:30 GMT', now)).toBe(0);
    expect(readRetryAfter('soon', now)).toBeNull();
    expect(readRetryAfter(null, now)).toBeNull();
  });
});
