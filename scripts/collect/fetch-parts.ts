import { setMaxListeners } from 'node:events';
import { AppError } from '../../src/domain/errors.ts';
import type { CollectTerritory } from './collect-territory.ts';
import type { Fetcher } from './fetch/fetch-part.ts';
import type { Part, PartRequest } from './part.ts';
import type { Recipe } from './recipe.ts';
import type { SourceReader } from './source-reader.ts';
import type { Tally } from './tally.ts';

/** Whose parts are fetched, and with what. */
export interface FetchJob {
  recipe: Recipe;
  reader: SourceReader;
  territory: CollectTerritory;
  fetcher: Fetcher;
  /** Folder of the cache for the recipe. */
  folder: string;
  /** Whether fresh parts are asked for too. */
  refresh: boolean;
  tally: Tally;
  signal: AbortSignal;
}

/**
 * Every part of a source: what is asked for first, then what answers lead to, until none is left; in the order in which they were asked
 * for. The first request goes alone, so that a host that cannot be reached is tried for one of them, not for hundreds. One that fails
 * stops the others; what came stays in the cache.
 * @throws {AppError} as `Fetcher.fetch` and `SourceReader.follow`; `source-failed`, reason `endless`, beyond `MAX_PARTS`.
 */
export async function fetchParts(job: FetchJob): Promise<Part[]> {
  const { reader, recipe, territory } = job;
  const failure = new AbortController();
  const signal = AbortSignal.any([job.signal, failure.signal]);
  setMaxListeners(0, signal);
  const parts: Part[] = [];
  const asked = new Set<string>();
  let wave = reader.requests(recipe, territory);
  while (wave.length > 0) {
    checkKeys(wave, asked);
    const own = { ...job, signal };
    const first = parts.length === 0 ? [await fetchOne(wave[0] as PartRequest, own)] : [];
    const rest = wave.slice(first.length).map((request) => fetchOne(request, own));
    const came = [...first, ...(await settleAll(rest, failure))];
    parts.push(...came);
    const next: PartRequest[] = [];
    for (const part of came) {
      if (part.path === null) continue;
      next.push(...((await reader.follow?.(part, recipe, territory)) ?? []));
    }
    wave = next;
  }
  return parts;
}

async function fetchOne(request: PartRequest, job: FetchJob): Promise<Part> {
  const { recipe, fetcher, folder, refresh, tally, signal } = job;
  tally.begin(recipe.id, request);
  const part = await fetcher.fetch(request, {
    folder,
    service: recipe.service,
    freshDays: refresh ? 0 : recipe.freshDays,
    signal,
    onBytes: (count, expected) => tally.receive(recipe.id, request, count, expected),
    onRetry: (attempt, waitMs, why) => tally.retry(recipe.id, request, { attempt, waitMs, why }),
  });
  tally.end(recipe.id, part);
  return part;
}

/** What all promises give; the first that fails aborts the others, and is thrown once they have ended. */
async function settleAll<T>(promises: Promise<T>[], failure: AbortController): Promise<T[]> {
  let first: { reason: unknown } | null = null;
  const settled = await Promise.allSettled(
    promises.map((promise) =>
      promise.catch((reason: unknown) => {
        first ??= { reason };
        failure.abort(reason);
        throw reason;
      }),
    ),
  );
  if (first) throw (first as { reason: unknown }).reason;
  return settled.map((result) => (result as PromiseFulfilledResult<T>).value);
}

function checkKeys(wave: readonly PartRequest[], asked: Set<string>): void {
  for (const { key, url } of wave) {
    if (asked.has(key)) throw new Error(`${key} is asked for twice: ${url}`);
    asked.add(key);
  }
  if (asked.size <= MAX_PARTS) return;
  const context = { url: wave[0]?.url ?? '', reason: 'endless', limit: MAX_PARTS };
  throw new AppError('source-failed', `more than ${MAX_PARTS} parts`, context);
}

/** Pages that never end are a fault of the source. */
const MAX_PARTS = 20_000;
