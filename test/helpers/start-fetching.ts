import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '../../scripts/collect/fetch/clock.ts';
import { createFetcher, type FetcherOptions } from '../../scripts/collect/fetch/create-fetcher.ts';
import type { FetchFrom } from '../../scripts/collect/fetch/fetch-part.ts';
import type { Part, PartRequest } from '../../scripts/collect/part.ts';
import { type Answer, type Asked, type FaultyServer, serveFaulty } from './faulty-server.ts';

/** A fetcher whose mirror is a server that goes wrong on demand, with a cache of its own and a clock that stands still. */
export interface Fetching {
  server: FaultyServer;
  folder: string;
  clock: TestClock;
  fetch(request?: Partial<PartRequest>, from?: Partial<FetchFrom>): Promise<Part>;
  /** Names in the cache, sorted. */
  files(): Promise<string[]>;
  /** What a run after this one has: another fetcher, the same cache. */
  restart(options?: Partial<FetcherOptions>): Promise<void>;
  close(): Promise<void>;
}

/** A clock that a sleep moves at once. */
export interface TestClock extends Clock {
  /** Milliseconds of each sleep. */
  slept: number[];
  advance(ms: number): void;
}

/** `random` is 1/2 throughout. */
export function createClock(start = Date.UTC(2026, 2, 1)): TestClock {
  let now = start;
  const slept: number[] = [];
  return {
    slept,
    now: () => now,
    random: () => 0.5,
    advance: (ms) => {
      now += ms;
    },
    async sleep(ms, signal) {
      signal?.throwIfAborted();
      slept.push(ms);
      now += ms;
    },
  };
}

/** Begins it; `close` ends it and removes the cache. */
export async function startFetching(
  answer: (asked: Asked) => Answer | Promise<Answer>,
  options: Partial<FetcherOptions> = {},
): Promise<Fetching> {
  const server = await serveFaulty(answer);
  const folder = await mkdtemp(join(tmpdir(), 'arpent-fetch-'));
  const clock = createClock();
  const services = { fast: { title: 'Service', perSecond: 1000, atOnce: 4 } };
  const defaults = { services, mirror: server.url, clock, ...options };
  let fetcher = createFetcher(defaults);
  return {
    server,
    folder,
    clock,
    fetch: (request = {}, from = {}) =>
      fetcher.fetch({ ...REQUEST, ...request }, { folder, service: 'fast', freshDays: 0, ...from }),
    files: async () => (await readdir(folder)).sort(),
    async restart(more = {}) {
      await fetcher.close();
      fetcher = createFetcher({ ...defaults, ...more });
    },
    async close() {
      await fetcher.close();
      await server.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** What is asked for unless told: JSON of a host of nobody's. */
export const REQUEST: PartRequest = {
  key: 'communes',
  url: 'https://data.exemple.fr/communes.json?page=1',
  kind: 'json',
  subject: 'Béthune',
  absent: 'fault',
};
