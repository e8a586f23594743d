import type { Preview } from '../domain/preview.ts';
import type { Question } from '../domain/question.ts';
import type { Engine, EngineMessages } from '../engine/protocol.ts';

/** How numbers spread; see the message `distribution`. */
export type Distribution = EngineMessages['distribution']['response'];

/** The effects of the question being written. Those that give a value reject with why it could not be had. */
export function createDraftEffects(engine: Engine) {
  const distributions = new Map<string, Promise<Distribution>>();
  return {
    /** What a question would find; rejects with an abort when `signal` does. */
    preview(question: Question, signal: AbortSignal): Promise<Preview> {
      return engine.call('preview', { question }, { signal });
    },

    /** How the numbers of a field of a version of a layer, or the sizes of its features (`field` null), spread; asked once. */
    distribution(layer: string, version: string, field: string | null): Promise<Distribution> {
      const key = JSON.stringify([layer, version, field]);
      const known = distributions.get(key);
      if (known) return known;
      const asked = engine.call('distribution', { layer, field, bins: DISTRIBUTION_BINS });
      distributions.set(key, asked);
      asked.catch(() => distributions.delete(key));
      return asked;
    },
  };
}

/** Enough that the values which most features have are told apart where a few are a thousand times as large. */
const DISTRIBUTION_BINS = 4000;
