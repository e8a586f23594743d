import { expect, it, onTestFinished } from 'vitest';
import { createEngine, type WorkerPort } from '../../src/engine/client.ts';
import type { FromWorker, ToWorker } from '../../src/engine/protocol.ts';
import { transferables } from '../../src/engine/transferables.ts';

/** An engine whose worker is the other end of a message channel, in the test's hands. */
function createPair() {
  const { port1, port2 } = new MessageChannel();
  onTestFinished(() => port1.close());
  const received: ToWorker[] = [];
  let wake = () => {};
  port2.onmessage = ({ data }) => {
    received.push(data);
    wake();
  };
  port1.start();
  return {
    engine: createEngine(port1 as unknown as WorkerPort),
    reply: (message: FromWorker) => port2.postMessage(message),
    async next(): Promise<ToWorker> {
      while (received.length === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      return received.shift() as ToWorker;
    },
  };
}

const request = { layer: 'zae', key: '1' };

it('a call is answered with what the worker sends for it', async () => {
  const { engine, next, reply } = createPair();
  const first = engine.call('feature', request);
  const second = engine.call('feature', request);
  const [one, two] = [await next(), await next()];
  reply({ id: two.id, kind: 'done', response: null });
  reply({ id: one.id, kind: 'done', response: { key: '1' } });
  expect(await first).toEqual({ key: '1' });
  expect(await second).toBeNull();
});

it('an error comes back with its code and evidence', async () => {
  const { engine, next, reply } = createPair();
  const call = engine.call('feature', request);
  const context = { layer: 'zae' };
  const { id } = await next();
  reply({ id, kind: 'failed', error: { code: 'layer-missing', message: '404', context } });
  await expect(call).rejects.toMatchObject({ code: 'layer-missing', message: '404', context });
});

it('progress is told until the answer', async () => {
  const { engine, next, reply } = createPair();
  const seen: number[] = [];
  const call = engine.call('feature', request, { onProgress: ({ done }) => seen.push(done) });
  const { id } = await next();
  for (const done of [1, 2]) {
    reply({ id, kind: 'progress', progress: { phase: 'test', layer: null, done, total: 2 } });
  }
  reply({ id, kind: 'done', response: null });
  await call;
  expect(seen).toEqual([1, 2]);
});

it('a call that is cancelled rejects at once and tells the worker', async () => {
  const { engine, next } = createPair();
  const controller = new AbortController();
  const call = engine.call('feature', request, { signal: controller.signal });
  const { id } = await next();
  controller.abort();
  await expect(call).rejects.toMatchObject({ name: 'AbortError' });
  expect(await next()).toEqual({ id, name: 'cancel' });
});

it('a call whose signal was already aborted asks the worker nothing', async () => {
  const { engine } = createPair();
  const call = engine.call('feature', request, { signal: AbortSignal.abort() });
  await expect(call).rejects.toMatchObject({ name: 'AbortError' });
});

it('buffers are moved once each, parts of larger ones are copied', () => {
  const xy = new Float64Array(4);
  const part = new Uint8Array(new ArrayBuffer(8), 0, 2);
  const value = [{ xy, again: xy, columns: { nom: ['a', null] } }, part, null];
  expect(transferables(value)).toEqual([xy.buffer]);
});
