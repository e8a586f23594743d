import { join } from 'node:path';
import { AppError, isAbort } from '../../src/domain/errors.ts';
import { type LockedSite, withSite } from '../publish/site-lock.ts';
import { type CollectJob, collectSource, failedOutcome } from './collect-source.ts';
import { createTurn } from './in-turn.ts';
import type { Recipe } from './recipe.ts';
import type { SourceOutcome } from './source-outcome.ts';

/** A run: what its sources share, and who hears of each that has ended. */
export interface CollectRun extends Omit<CollectJob, 'inTurn'> {
  onOutcome(outcome: SourceOutcome): void;
}

/**
 * Collects sources: the first `communes` alone, then all others together, one publication a source. A source that fails leaves its layers as
 * they are served, and the others go on.
 * @throws {AppError} `site-unwritable`: reason `collecting` with the `pid`, `host` and `since` of another run that is going on for the
 * territory, else what stops all, as a full disk; what was published until then stays. Aborted, it throws the signal's reason.
 */
export async function collect(
  recipes: readonly Recipe[],
  run: CollectRun,
): Promise<SourceOutcome[]> {
  return withCache(run, async (cache) => {
    const stop = new AbortController();
    const signal = AbortSignal.any([run.signal, stop.signal]);
    const job: CollectJob = { ...run, signal, inTurn: createTurn() };
    const collectOne = async (recipe: Recipe) => {
      await cache.assertHeld();
      const outcome = await collectSafely(recipe, job);
      run.onOutcome(outcome);
      return outcome;
    };
    const first = recipes.filter(({ kind }) => kind === 'communes');
    const outcomes: SourceOutcome[] = [];
    for (const recipe of first) outcomes.push(await collectOne(recipe));
    const others = recipes.filter(({ kind }) => kind !== 'communes');
    const settled = await Promise.allSettled(
      others.map((recipe) =>
        collectOne(recipe).catch((error: unknown) => {
          stop.abort(error);
          throw error;
        }),
      ),
    );
    run.signal.throwIfAborted();
    stop.signal.throwIfAborted();
    for (const result of settled) if (result.status === 'fulfilled') outcomes.push(result.value);
    return outcomes;
  });
}

/** What became of a source, its failure included; what stops all is thrown. */
async function collectSafely(recipe: Recipe, job: CollectJob): Promise<SourceOutcome> {
  try {
    return await collectSource(recipe, job);
  } catch (error) {
    job.signal.throwIfAborted();
    if (isAbort(error)) throw error;
    if (error instanceof AppError && error.code === 'site-unwritable') throw error;
    return failedOutcome(recipe, toFailure(error, recipe), job);
  }
}

/** What a reader throws because a source is not what it was may be anything. */
function toFailure(error: unknown, { id }: Recipe): AppError {
  if (error instanceof AppError) return error;
  const words = error instanceof Error ? error.message : String(error);
  return new AppError('source-failed', `${id}: ${words}`, { reason: 'reader', words }, error);
}

/** Does some work while no other run has the cache of the territory. */
async function withCache<T>(
  { folder, site, signal }: CollectRun,
  work: (cache: LockedSite) => Promise<T>,
): Promise<T> {
  let isHeld = false;
  const locked = { publicDir: folder, dataDir: site.dataDir };
  try {
    return await withSite(
      locked,
      (cache) => {
        isHeld = true;
        return work(cache);
      },
      { patience: 0, signal },
    );
  } catch (error) {
    const isBusy = error instanceof AppError && error.context.reason === 'busy';
    if (isHeld || !isBusy) throw error;
    const context = { ...error.context, reason: 'collecting' };
    throw new AppError(error.code, error.message, context, error);
  }
}

/** The folder of the cache for a territory: in `ARPENT_CACHE`, else in `.cache`. */
export function cacheFolder(siren: string): string {
  const root = process.env.ARPENT_CACHE ?? join(import.meta.dirname, '..', '..', '.cache');
  return join(root, 'collect', siren);
}
