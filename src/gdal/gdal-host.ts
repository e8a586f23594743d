import { AppError, dataToError } from '../domain/errors.ts';
import type { Gdal, GdalOptions } from './gdal.ts';
import type { FromGdal, GdalCalls, ToGdal } from './gdal-protocol.ts';

/** The thread that GDAL runs in, as the host sees it. */
export interface GdalThread {
  post(request: ToGdal): void;
  /** Ends it at once, whatever it does. */
  end(): void;
}

/** Starts a thread; `hear` is told what it says, and `broken` when it dies. */
export type StartThread = (hear: (message: FromGdal) => void) => GdalThread;

/**
 * GDAL in a thread that is started by the first call, takes one call after the other, and is ended when a call takes too
 * long, is cancelled or breaks it; the next call gets a new one. Hostile files can do no more.
 */
export function createGdal(start: StartThread): Gdal {
  const host = new GdalHost(start);
  return {
    readTables: (files, main, options) =>
      host.call('readTables', { files, main }, main, options ?? {}),
    toDegrees: (xy, crs) => host.call('toDegrees', { xy, crs }, crs, {}),
    identifyCrs: (definition) => host.call('identifyCrs', { definition }, definition, {}),
    writeTables: (tables, output, toGdal, options) =>
      host.call('writeTables', { tables, output, options: toGdal }, output, options ?? {}),
  };
}

const TIME_LIMIT = 60_000;

class GdalHost {
  readonly #start: StartThread;
  #thread: GdalThread | null = null;
  #isReady = false;
  #hear: (message: FromGdal) => void = () => undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(start: StartThread) {
    this.#start = start;
  }

  /** Waits for its turn, then asks the thread. */
  call<Call extends keyof GdalCalls>(
    call: Call,
    asks: GdalCalls[Call]['asks'],
    source: string,
    options: GdalOptions,
  ): Promise<GdalCalls[Call]['gives']> {
    const turn = this.#last.then(() => this.#ask({ call, ...asks } as ToGdal, source, options));
    this.#last = turn.catch(() => undefined);
    return turn as Promise<GdalCalls[Call]['gives']>;
  }

  #ask(request: ToGdal, source: string, { signal, timeLimit = TIME_LIMIT }: GdalOptions) {
    return new Promise<unknown>((resolve, reject) => {
      signal?.throwIfAborted();
      let timer: ReturnType<typeof setTimeout> | undefined;
      const settle = (finish: () => void, mustEnd: boolean) => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', cancel);
        this.#hear = () => undefined;
        if (mustEnd) this.#end();
        finish();
      };
      const fail = (error: unknown, mustEnd: boolean) => settle(() => reject(error), mustEnd);
      const cancel = () => fail(signal?.reason, true);
      const post = () => {
        timer = setTimeout(() => fail(timeout(source, timeLimit), true), timeLimit);
        this.#thread?.post(request);
      };
      this.#hear = (message) => {
        if (message.kind === 'ready') post();
        else if (message.kind === 'done') settle(() => resolve(message.result), false);
        else if (message.kind === 'failed') fail(dataToError(message.error), false);
        else fail(this.#isReady ? broken(source, message.words) : absent(message.words), true);
      };
      signal?.addEventListener('abort', cancel);
      if (this.#isReady) post();
      else this.#startThread();
    });
  }

  #startThread(): void {
    const thread = this.#start((message) => {
      if (this.#thread !== thread) return;
      if (message.kind === 'ready') this.#isReady = true;
      this.#hear(message);
      if (message.kind === 'broken') this.#end();
    });
    this.#thread = thread;
  }

  #end(): void {
    this.#thread?.end();
    this.#thread = null;
    this.#isReady = false;
  }
}

function timeout(source: string, timeLimit: number): AppError {
  const context = { source, reason: 'timeout', seconds: timeLimit / 1000 };
  return new AppError('source-unreadable', `${source}: over ${timeLimit} ms`, context);
}

function broken(source: string, words: string): AppError {
  const context = { source, reason: 'gdal', words };
  return new AppError('source-unreadable', `${source}: GDAL broke: ${words}`, context);
}

function absent(words: string): AppError {
  return new AppError('engine-failed', `GDAL could not be started: ${words}`, { words });
}
