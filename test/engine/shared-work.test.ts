import { expect, it } from 'vitest';
import { SharedWork } from '../../src/engine/shared-work.ts';
import type { Work } from '../../src/engine/work.ts';

/** Work that ends when the test says so, with the signal and listener that it was started with. */
function createShared() {
  let finish = (_value: string) => {};
  let given: Work | null = null;
  const shared = new SharedWork<string>((work) => {
    given = work;
    return new Promise((resolve) => {
      finish = resolve;
    });
  });
  return { shared, given: given as unknown as Work, finish };
}

function createWaiter() {
  const controller = new AbortController();
  const seen: number[] = [];
  const work: Work = { signal: controller.signal, onProgress: ({ done }) => seen.push(done) };
  return { controller, seen, work };
}

it('a caller that cancels leaves, the others are served', async () => {
  const { shared, given, finish } = createShared();
  const [one, two] = [createWaiter(), createWaiter()];
  const [first, second] = [shared.join(one.work), shared.join(two.work)];
  one.controller.abort();
  await expect(first).rejects.toMatchObject({ name: 'AbortError' });
  given.onProgress({ phase: 'test', layer: null, done: 7, total: 9 });
  finish('read');
  expect(await second).toBe('read');
  expect([one.seen, two.seen]).toEqual([[], [7]]);
  expect(given.signal.aborted).toBe(false);
});

it('is cancelled when the last has left, and can then no more be joined', async () => {
  const { shared, given } = createShared();
  const { controller, work } = createWaiter();
  const only = shared.join(work);
  expect(shared.isRunning).toBe(true);
  controller.abort();
  await expect(only).rejects.toMatchObject({ name: 'AbortError' });
  expect([given.signal.aborted, shared.isRunning]).toEqual([true, false]);
});
