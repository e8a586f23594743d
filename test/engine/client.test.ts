import { expect, it, onTestFinished } from 'vitest';
import { AppError } from '../../src/domain/errors.ts';
import { createEngine, type WorkerPort } from '../../src/engine/client.ts';
import { asMemoryExhausted } from '../../src/engine/memory-exhausted.ts';
import type { FromWorker, ToWorker } from '../../src/engine/protocol.ts';
import { transferables } from '../../src/engine/transferables.ts';
import { createCatalogue } from '../helpers/create-catalogue.ts';

/** The other end of a worker, in the test's hands. */
class WorkerEnd {
  readonly #channel = new MessageChannel();
  readonly #received: ToWorker[] = [];
  #wake = () => {};
  isTerminated = false;

  constructor() {
    this.#channel.port2.onmessage = ({ data }) => {
      this.#received.push(data);
      this.#wake();
    };
    this.#channel.port1.start();
  }

  /** What the engine holds. */
  get port(): WorkerPort {
    const terminate = () => {
      this.isTerminated = true;
      this.#channel.port1.close();
    };
    return Object.assign(this.#channel.port1, { terminate }) as unknown as WorkerPort;
  }

  reply(message: FromWorker) {
    this.#channel.port2.postMessage(message);
  }

  breakDown(message: string) {
    this.#channel.port1.dispatchEvent(Object.assign(new Event('error'), { message }));
  }

  async next(): Promise<ToWorker> {
    while (this.#received.length === 0) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    return this.#received.shift() as ToWorker;
  }
}

/** An engine, and the ends of the workers that it has started, the first one at hand. */
function createPair(patienceMs: number | null = null) {
  const workers: WorkerEnd[] = [];
  const start = () => {
    const worker = new WorkerEnd();
    workers.push(worker);
    onTestFinished(() => worker.port.terminate());
    return worker.port;
  };
  const engine = createEngine(start, patienceMs);
  const [first] = workers as [WorkerEnd];
  const reply = (message: FromWorker) => first.reply(message);
  return { engine, workers, first, reply, next: () => first.next() };
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

const open = { catalogue: createCatalogue(), baseUrl: 'http://site/' };

it.each([
  ['Uncaught TypeError: x is not a function', 'engine-failed'],
  ['Uncaught RangeError: Array buffer allocation failed', 'memory-exhausted'],
])(
  'a worker that breaks down (%s) fails its calls, and the next one is given the catalogue',
  async (message, code) => {
    const { engine, workers, first, next } = createPair();
    const opening = engine.call('open', open);
    first.reply({ id: (await next()).id, kind: 'done', response: null });
    await opening;
    const calls = [engine.call('feature', request), engine.call('feature', request)];
    first.breakDown(message);
    for (const call of calls) await expect(call).rejects.toMatchObject({ code });
    expect(first.isTerminated).toBe(true);

    const again = engine.call('feature', request);
    const second = workers[1] as WorkerEnd;
    expect(await second.next()).toMatchObject({ name: 'open', request: open });
    second.reply({ id: (await second.next()).id, kind: 'done', response: null });
    expect(await again).toBeNull();
  },
);

it('a worker that is silent after a cancel is replaced, where its end is not told', async () => {
  const { engine, workers, first, next } = createPair(5);
  const controller = new AbortController();
  const cancelled = engine.call('feature', request, { signal: controller.signal });
  const other = engine.call('feature', request);
  await next();
  controller.abort();
  await expect(cancelled).rejects.toMatchObject({ name: 'AbortError' });
  await expect(other).rejects.toMatchObject({ code: 'engine-failed' });
  expect(first.isTerminated).toBe(true);
  const again = engine.call('feature', request);
  const second = workers[1] as WorkerEnd;
  second.reply({ id: (await second.next()).id, kind: 'done', response: null });
  expect(await again).toBeNull();
});

it('a worker whose memory is spent is replaced, and its other calls fail too', async () => {
  const { engine, workers, first, next } = createPair();
  const [one, two] = [engine.call('feature', request), engine.call('feature', request)];
  const { id } = await next();
  const error = { code: 'too-large', message: 'DuckDB', context: { isFatal: true } } as const;
  first.reply({ id, kind: 'failed', error });
  await expect(one).rejects.toMatchObject({ code: 'too-large' });
  await expect(two).rejects.toMatchObject({ code: 'engine-failed' });
  const again = engine.call('feature', request);
  const second = workers[1] as WorkerEnd;
  second.reply({ id: (await second.next()).id, kind: 'done', response: null });
  expect(await again).toBeNull();
});

it('an error that says there is no memory left is told as such', () => {
  const exhausted = [
    new RangeError('Array buffer allocation failed'),
    new RangeError('Invalid typed array length: 99999999999'),
    new WebAssembly.RuntimeError('memory access out of bounds'),
    new AppError('sql-failed', 'DuckDB: Out of Memory Error: could not allocate'),
  ];
  for (const error of exhausted) {
    expect(asMemoryExhausted(error)).toMatchObject({ code: 'memory-exhausted' });
  }
  const other = new AppError('layer-missing', '404');
  expect(asMemoryExhausted(other)).toBe(other);
});
