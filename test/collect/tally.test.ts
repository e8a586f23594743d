import { expect, test } from 'vitest';
import { createEstimate } from '../../scripts/collect/estimate.ts';
import { progressLine } from '../../scripts/collect/messages.ts';
import type { Part, PartRequest } from '../../scripts/collect/part.ts';
import { createTally } from '../../scripts/collect/tally.ts';

const requestOf = (key: string, expectedBytes?: number): PartRequest => ({
  key,
  url: `https://essais.test/${key}`,
  kind: 'json',
  subject: key,
  absent: 'fault',
  ...(expectedBytes !== undefined && { expectedBytes }),
});
const partOf = (request: PartRequest): Part => ({
  ...request,
  path: '/nulle/part',
  bytes: 0,
  totalBytes: null,
  finalUrl: request.url,
  sha256: '',
  etag: null,
  lastModified: null,
  askedAt: '2026-01-01T00:00:00Z',
  state: 'new',
});

test('bytes are counted as they come, against what is announced or guessed', () => {
  const tally = createTally(() => undefined);
  const [a, b] = [requestOf('a', 100), requestOf('b', 300)];
  tally.begin('s', a);
  tally.begin('s', b);
  tally.receive('s', a, 60, 120);
  expect(tally.count('s')).toMatchObject({ done: 0, parts: 2, bytes: 60, expectedBytes: 420 });
  expect(tally.count('s').share).toBeCloseTo(60 / 420);
  tally.receive('s', a, 60, 120);
  tally.end('s', partOf(a));
  tally.end('s', partOf(b));
  expect(tally.count(null)).toMatchObject({ done: 2, bytes: 120, expectedBytes: 120, share: 1 });
});

test('a part of unknown size counts as the mean of the others, and makes the whole unknown', () => {
  const tally = createTally(() => undefined);
  tally.begin('s', requestOf('a', 100));
  tally.begin('t', requestOf('b'));
  tally.receive('s', requestOf('a', 100), 100, 100);
  expect(tally.count(null)).toMatchObject({ bytes: 100, expectedBytes: null, share: 0.5 });
  expect(tally.count('nobody')).toMatchObject({ parts: 0, share: 0 });
});

test('a retry is counted and heard of', () => {
  const heard: unknown[] = [];
  const tally = createTally((...change) => heard.push(change));
  const wait = { attempt: 1, waitMs: 1000, why: '429' };
  tally.retry('s', requestOf('a'), wait);
  expect(heard).toEqual([['s', 'a', wait]]);
  expect(tally.count('s').retries).toBe(1);
});

test('an estimate waits until the pace is known', () => {
  let now = 0;
  const estimate = createEstimate(() => now);
  now = 1_000;
  expect(estimate.remaining({ share: 0.5 })).toBeNull();
  now = 60_000;
  expect(estimate.remaining({ share: 0.25 })).toBe(180_000);
  expect(estimate.remaining({ share: 1 })).toBeNull();
});

test('the line of progress says bytes, requests, the rest, and why it waits', () => {
  const line = progressLine({
    bytes: 1_200_000,
    expectedBytes: 4_000_000,
    done: 3,
    parts: 10,
    source: 'cadastre',
    sourceShare: 0.42,
    subject: 'Béthune, parcelles',
    remainingMs: 180_000,
    wait: { waitMs: 4_000, why: '429' },
  });
  expect(line).toBe(
    '1,2 Mo sur 4 Mo, 3 demandes sur 10, encore 3 min · cadastre 42 % : Béthune, parcelles, nouvel essai dans 4 s (429)',
  );
});
