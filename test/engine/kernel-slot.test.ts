import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { FromKernel, KernelPort, ToKernel } from '../../src/engine/kernel/kernel-protocol.ts';
import { KernelSlot, type SlotColumn } from '../../src/engine/kernel/kernel-slot.ts';
import { geometriesToColumn } from '../../src/geo/from-geojson.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

interface Started {
  port: KernelPort;
  sent: ToKernel[];
  isOver: boolean;
}

/** A slot whose workers do nothing but note what they are sent. */
function createSlot() {
  const workers: Started[] = [];
  const slot = new KernelSlot(() => {
    const worker: Started = {
      sent: [],
      isOver: false,
      port: {
        postMessage: (message) => worker.sent.push(message),
        terminate: () => {
          worker.isOver = true;
        },
        onmessage: null,
        onerror: null,
        onmessageerror: null,
      },
    };
    workers.push(worker);
    return worker.port;
  }, 1000);
  return { slot, workers };
}

const column = (copy = () => geometriesToColumn([])): SlotColumn => ({
  key: 'a',
  crs: 'EPSG:3950',
  bytes: 10,
  copy,
});

const task = (one = column()) => ({
  kind: 'relate' as const,
  columns: [one],
  job: { kind: 'intersects' as const, a: 'a', b: 'a', rows: new Uint32Array(), bRows: null },
  onProgress: () => {},
});

const kindsOf = (worker: Started | undefined) => worker?.sent.map(({ kind }) => kind);
const never = () => new AbortController().signal;

function tell(worker: Started | undefined, data: FromKernel) {
  worker?.port.onmessage?.({ data } as MessageEvent<FromKernel>);
}

it('holds a column only once it was sent', async () => {
  const { slot, workers } = createSlot();
  const copy = () => {
    throw new RangeError('Array buffer allocation failed');
  };
  await expect(slot.run(task(column(copy)), never())).rejects.toThrow('allocation failed');
  expect(slot.holds('a')).toBe(false);
  void slot.run(task(), never());
  expect(slot.holds('a')).toBe(true);
  expect(kindsOf(workers[0])).toEqual(['hold', 'relate']);
});

it('forgets a job that could not be sent', async () => {
  const { slot, workers } = createSlot();
  const copy = vi.fn((): never => {
    throw new RangeError('Array buffer allocation failed');
  });
  await expect(slot.run(task(column(copy)), never())).rejects.toThrow();
  const cancelled = new AbortController();
  slot.run(task(), cancelled.signal).catch(() => {});
  cancelled.abort();
  vi.advanceTimersByTime(1000);
  expect(workers).toHaveLength(1);
  expect(copy).toHaveBeenCalledTimes(1);
});

it('begins anew the jobs that go on, not those that were cancelled, and replaces a worker once', () => {
  const { slot, workers } = createSlot();
  const stops = [new AbortController(), new AbortController()];
  for (const { signal } of stops) slot.run(task(), signal).catch(() => {});
  void slot.run(task(), never());
  stops[0]?.abort();
  vi.advanceTimersByTime(50);
  stops[1]?.abort();
  vi.advanceTimersByTime(1000);
  expect(workers).toHaveLength(2);
  expect(workers.map(({ isOver }) => isOver)).toEqual([true, false]);
  expect(kindsOf(workers[1])).toEqual(['hold', 'relate']);
});

it('does not hear a worker that was replaced', async () => {
  const { slot, workers } = createSlot();
  const stop = new AbortController();
  slot.run(task(), stop.signal).catch(() => {});
  const result = slot.run(task(), never());
  stop.abort();
  vi.advanceTimersByTime(1000);
  const pairs = (n: number) => ({ a: Uint32Array.of(n), b: Uint32Array.of(n), measure: null });
  workers[0]?.port.onerror?.({ message: 'late' } as ErrorEvent);
  tell(workers[0], { kind: 'done', id: 2, result: pairs(1) });
  expect(workers[1]?.isOver).toBe(false);
  tell(workers[1], { kind: 'done', id: 2, result: pairs(2) });
  expect(await result).toEqual(pairs(2));
});
