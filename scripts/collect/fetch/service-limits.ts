import PQueue from 'p-queue';
import * as v from 'valibot';
import { AppError } from '../../../src/domain/errors.ts';
import type { Clock } from './clock.ts';

/** How much one service is asked, all recipes together: an entry of `data/services.json`. */
export interface ServiceLimit {
  title: string;
  perSecond: number;
  atOnce: number;
}

/** The queues of all services. */
export interface ServiceLimits {
  /** Does some work when the service may be asked: at most `atOnce` at a time, begun evenly at `perSecond`. */
  run<T>(service: string, work: () => Promise<T>, signal?: AbortSignal): Promise<T>;
  /** Nothing more is begun at the service for some time. */
  pause(service: string, ms: number): void;
}

/**
 * The limits of `data/services.json`.
 * @throws {AppError} `source-unreadable`, reason `services`, with the `field`.
 */
export function parseServices(content: unknown): Record<string, ServiceLimit> {
  const parsed = v.safeParse(servicesSchema, content);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const context = { source: SOURCE, reason: 'services', field: v.getDotPath(issue) ?? '' };
  throw new AppError('source-unreadable', `${SOURCE}: ${issue.message}`, context);
}

/** Queues that hold what `services` says. Work at a service that it does not name throws: a fault of the recipe. */
export function limitServices(services: Record<string, ServiceLimit>, clock: Clock): ServiceLimits {
  const queues = new Map<string, PQueue>();
  const pausedUntil = new Map<string, number>();

  const queueOf = (service: string): PQueue => {
    const limit = services[service];
    if (!limit) throw new Error(`${SOURCE} has no ${service}`);
    const made =
      queues.get(service) ??
      new PQueue({ concurrency: limit.atOnce, intervalCap: 1, interval: 1000 / limit.perSecond });
    queues.set(service, made);
    return made;
  };

  const leftOf = (service: string) => (pausedUntil.get(service) ?? 0) - clock.now();

  return {
    async run(service, work, signal) {
      const when = async () => {
        for (let left = leftOf(service); left > 0; left = leftOf(service)) {
          await clock.sleep(left, signal);
        }
        return work();
      };
      try {
        return await queueOf(service).add(when, { signal });
      } catch (error) {
        signal?.throwIfAborted();
        throw error;
      }
    },
    pause(service, ms) {
      const until = clock.now() + ms;
      pausedUntil.set(service, Math.max(until, pausedUntil.get(service) ?? 0));
    },
  };
}

const SOURCE = 'services.json';

const servicesSchema = v.record(
  v.string(),
  v.strictObject({
    title: v.pipe(v.string(), v.nonEmpty()),
    perSecond: v.pipe(v.number(), v.gtValue(0)),
    atOnce: v.pipe(v.number(), v.integer(), v.minValue(1)),
  }),
);
