import { errorToData, isAbort } from '../domain/errors.ts';
import { browserPlatform } from './browser-platform.ts';
import { isMarkRemoved } from './cancel-mark.ts';
import { createHandlers } from './handlers.ts';
import { asMemoryExhausted } from './memory-exhausted.ts';
import type { FromWorker, MessageName, ToWorker } from './protocol.ts';
import { transferables } from './transferables.ts';
import { holdLife } from './worker-life.ts';

const isWatched = holdLife();
const handlers = createHandlers(browserPlatform);
const running = new Map<number, AbortController>();
const send = (message: FromWorker, transfer: Transferable[] = []) =>
  globalThis.postMessage(message, { transfer });

globalThis.onmessage = async ({ data }: MessageEvent<ToWorker>) => {
  await isWatched;
  if (data.name === 'cancel') running.get(data.id)?.abort();
  else void answer(data.id, data.name, data.request, data.cancelMark);
};

async function answer(
  id: number,
  name: MessageName,
  request: never | unknown,
  cancelMark: string | undefined,
): Promise<void> {
  const controller = new AbortController();
  running.set(id, controller);
  const work = {
    signal: controller.signal,
    onProgress: (progress: Extract<FromWorker, { kind: 'progress' }>['progress']) =>
      send({ id, kind: 'progress', progress }),
    ...(cancelMark ? { isCancelled: () => isMarkRemoved(cancelMark) } : {}),
  };
  try {
    const response = await handlers[name](request as never, work);
    controller.signal.throwIfAborted();
    send({ id, kind: 'done', response }, transferables(response));
  } catch (error) {
    const aborted = isAbort(error) || controller.signal.aborted;
    send({
      id,
      kind: 'failed',
      error: aborted ? 'aborted' : errorToData(asMemoryExhausted(error)),
    });
  } finally {
    running.delete(id);
  }
}
