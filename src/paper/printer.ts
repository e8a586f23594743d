import { dataToError, type ErrorData } from '../domain/errors.ts';
import type { FromPrintWorker, PrintResult, PrintStep, ToPrintWorker } from './print-protocol.ts';

/** What a print is asked as, and how it is followed and stopped. */
export interface PrintOptions {
  as: Extract<ToPrintWorker, { kind: 'print' }>['as'];
  without?: string[];
  signal?: AbortSignal;
  onStep?: (step: PrintStep) => void;
}

/** Makes sheets in a worker of its own, which keeps what it has read between previews. */
export interface Printer {
  /** @throws {AppError} what makes the sheet throws, `engine-failed` when the worker breaks; rejects with the abort of the signal. */
  print(
    request: Extract<ToPrintWorker, { kind: 'print' }>['request'],
    options: PrintOptions,
  ): Promise<PrintResult>;
  destroy(): void;
}

/** A printer of the layers of the site at `baseUrl`. A file that is cancelled is the end of its worker: the next has another. */
export function createPrinter(baseUrl: string): Printer {
  let worker: Worker | null = null;
  let serial = 0;
  const waiting = new Map<number, (message: FromPrintWorker) => void>();

  function start(): Worker {
    const started = new Worker(new URL('./worker.ts', import.meta.url), {
      type: 'module',
      name: 'print',
    });
    started.onmessage = ({ data }: MessageEvent<FromPrintWorker>) => waiting.get(data.id)?.(data);
    started.onerror = (event) => {
      event.preventDefault();
      const words = event.message ?? 'the worker could not be loaded';
      const error = { code: 'engine-failed', message: `the print broke: ${words}`, context: {} };
      stop(error as ErrorData);
    };
    return started;
  }

  /** Ends the worker, and tells all who wait for it. */
  function stop(error: ErrorData | 'aborted' = 'aborted'): void {
    worker?.terminate();
    worker = null;
    for (const [id, tell] of [...waiting]) tell({ id, kind: 'failed', error });
  }

  return {
    print: (request, { as, without = [], signal, onStep }) =>
      new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        worker ??= start();
        const id = serial++;
        const send = (message: ToPrintWorker) => worker?.postMessage(message);
        const end = (settle: () => void) => {
          waiting.delete(id);
          signal?.removeEventListener('abort', cancel);
          settle();
        };
        const cancel = () => {
          end(() => reject(signal?.reason));
          if (typeof as === 'string') stop();
          else send({ id, kind: 'cancel' });
        };
        signal?.addEventListener('abort', cancel);
        waiting.set(id, (message) => {
          if (message.kind === 'step') onStep?.(message.step);
          else if (message.kind === 'done') end(() => resolve(message.result));
          else end(() => reject(errorOf(message.error)));
        });
        send({ id, kind: 'print', request, baseUrl, as, without });
      }),
    destroy: () => stop(),
  };
}

function errorOf(error: ErrorData | 'aborted'): unknown {
  return error === 'aborted'
    ? new DOMException('the print was stopped', 'AbortError')
    : dataToError(error);
}
