import PQueue from 'p-queue';
import { AppError } from '../../../src/domain/errors.ts';
import type { PartRequest } from '../part.ts';
import { answerPart } from './answer-part.ts';
import type { Asking } from './ask.ts';
import { type Clock, SYSTEM_CLOCK } from './clock.ts';
import { openConnections, PATIENCE, type Patience, userAgent } from './connections.ts';
import type { Fetcher, FetchFrom } from './fetch-part.ts';
import { type PartMeta, readKept, readPartial, toPart } from './part-cache.ts';
import { waitBeforeRetry } from './retry-policy.ts';
import { limitServices, type ServiceLimit, type ServiceLimits } from './service-limits.ts';

/** What a run's requests share. */
export interface FetcherOptions {
  /** Of `data/services.json`. */
  services: Record<string, ServiceLimit>;
  /** Address of the deployment (`url` of `territory.json`), told to hosts as whom to ask. */
  site?: string;
  /** `ARPENT_MIRROR`. */
  mirror?: string;
  clock?: Clock;
  patience?: Partial<Patience>;
  /** How often a request is tried that makes no progress; 5 unless told. */
  maxAttempts?: number;
}

/** The fetcher of a run. Proxies are those of the environment. */
export function createFetcher(options: FetcherOptions): Fetcher {
  const { services, site, mirror, clock = SYSTEM_CLOCK, maxAttempts } = options;
  const patience = { ...PATIENCE, ...options.patience };
  const asking: Asking = {
    dispatcher: openConnections(patience),
    patience,
    mirror: mirror || null,
    userAgent: userAgent(site),
    now: clock.now,
  };
  const run: Run = { limits: limitServices(services, clock), asking, clock, maxAttempts };
  const disk = new PQueue({ concurrency: READ_AT_ONCE });
  return {
    async fetch(request, from) {
      from.signal?.throwIfAborted();
      const kept = await disk.add(() => readKept(from.folder, request));
      if (kept && isFresh(kept, from.freshDays, clock.now())) {
        return toPart(from.folder, request, kept, 'fresh');
      }
      return tryUntilAnswered(request, from, kept, run);
    },
    close: () => asking.dispatcher.destroy(),
  };
}

interface Run {
  limits: ServiceLimits;
  asking: Asking;
  clock: Clock;
  maxAttempts?: number;
}

/** Failures are counted from the last one on before which the body had grown: a large file may break off often, and still come. */
async function tryUntilAnswered(
  request: PartRequest,
  from: FetchFrom,
  kept: PartMeta | null,
  { limits, asking, clock, maxAttempts }: Run,
) {
  const { service, folder, signal, onRetry } = from;
  let failures = 0;
  let most = 0;
  for (;;) {
    try {
      return await limits.run(service, () => answerPart(request, from, kept, asking), signal);
    } catch (error) {
      signal?.throwIfAborted();
      const held = (await readPartial(folder, request))?.bytes ?? 0;
      failures = held >= most + PROGRESS_BYTES ? 1 : failures + 1;
      most = Math.max(most, held);
      const wait = waitBeforeRetry(error, failures, clock, maxAttempts);
      if (wait === null || !(error instanceof AppError)) throw error;
      const { reason, status } = error.context;
      if (status === 429 || status === 503) limits.pause(service, wait);
      onRetry?.(failures, wait, String(status ?? reason));
      await clock.sleep(wait, signal);
    }
  }
}

function isFresh({ askedAt }: PartMeta, freshDays: number, now: number): boolean {
  const age = now - Date.parse(askedAt);
  return age >= 0 && age < freshDays * DAY_MS;
}

/** Files of the cache: a source may have a thousand, and a process as many open files. */
const READ_AT_ONCE = 8;

const DAY_MS = 86_400_000;
const PROGRESS_BYTES = 1 << 16;
