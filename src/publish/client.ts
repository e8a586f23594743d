import { AppError, dataToError } from '../domain/errors.ts';
import type { PrepareStep } from './prepare.ts';
import type {
  FromPublisher,
  PublishMessageName,
  PublishMessages,
  ToPublisher,
} from './protocol.ts';

/** The side of a worker that its owner holds: a browser `Worker` is one. */
export interface PublisherPort {
  postMessage(message: ToPublisher): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<FromPublisher>) => void): void;
  addEventListener(type: 'messageerror', listener: (event: MessageEvent) => void): void;
  addEventListener(type: 'error', listener: (event: ErrorEvent) => void): void;
  terminate(): void;
}

/** The chain of publishing as the page sees it. */
export interface Publisher {
  /**
   * One typed call. A call that is cancelled ends the worker at once, whatever it is at, and rejects with an
   * `AbortError`, and so do the other calls on their way.
   * @throws {AppError} what the chain throws; `engine-failed` when the worker breaks down.
   */
  call<N extends PublishMessageName>(
    name: N,
    request: PublishMessages[N]['request'],
    options?: { signal?: AbortSignal; onStep?: (step: PrepareStep) => void },
  ): Promise<PublishMessages[N]['response']>;
  /** Ends the worker and forgets what was read. */
  close(): void;
}

/**
 * A publisher over workers that `start` starts, the first when it is first needed. A worker that was ended is replaced by
 * the next call, and is given again what was last read and prepared: nobody has to choose the files twice.
 */
export function createPublisher(start: () => PublisherPort): Publisher {
  const calls = new Map<number, PendingCall>();
  const kept: { read?: Message; prepare?: Message } = {};
  let serial = 0;
  let port: PublisherPort | null = null;

  function connect(): PublisherPort {
    const worker = start();
    worker.addEventListener('message', ({ data }) => {
      if (worker === port) receive(data);
    });
    worker.addEventListener('error', ({ message }) => {
      if (worker === port)
        end(new AppError('engine-failed', message || 'no worker for publishing'));
    });
    worker.addEventListener('messageerror', () => {
      if (worker === port) end(new AppError('engine-failed', 'a message could not be read'));
    });
    for (const message of [kept.read, kept.prepare]) {
      if (message) worker.postMessage({ ...message, id: ++serial } as ToPublisher);
    }
    return worker;
  }

  function receive(message: FromPublisher): void {
    const call = calls.get(message.id);
    if (message.kind === 'step') {
      call?.onStep?.(message.step);
      return;
    }
    calls.delete(message.id);
    if (message.kind === 'failed') call?.reject(dataToError(message.error));
    else {
      if (call) keep(call.message);
      call?.resolve(message.response);
    }
  }

  function keep(message: Message): void {
    if (message.name === 'read') {
      kept.read = message;
      delete kept.prepare;
    } else if (message.name === 'prepare') kept.prepare = message;
  }

  function end(error: Error): void {
    const pending = [...calls.values()];
    calls.clear();
    port?.terminate();
    port = null;
    for (const call of pending) call.reject(error);
  }

  return {
    call(name, request, { signal, onStep } = {}) {
      if (signal?.aborted) return Promise.reject(abortError());
      port ??= connect();
      serial += 1;
      const id = serial;
      const message = { id, name, request } as Message;
      const worker = port;
      return new Promise((resolve, reject) => {
        const settle = resolve as (response: unknown) => void;
        calls.set(id, { message, resolve: settle, reject, onStep });
        signal?.addEventListener('abort', () => {
          if (calls.has(id)) end(abortError());
        });
        worker.postMessage(message);
      });
    },
    close() {
      forget(kept);
      end(abortError());
    },
  };
}

type Message = ToPublisher;

interface PendingCall {
  message: Message;
  resolve(response: unknown): void;
  reject(error: Error): void;
  onStep: ((step: PrepareStep) => void) | undefined;
}

function forget(kept: { read?: Message; prepare?: Message }): void {
  delete kept.read;
  delete kept.prepare;
}

function abortError(): DOMException {
  return new DOMException('cancelled', 'AbortError');
}
