import { describe, expect, it } from 'vitest';
import { eachOf, finish } from '../../../src/publish/validate/slices.ts';

const work = () => {
  const end = performance.now() + 5;
  while (performance.now() < end);
};

describe('work in slices', () => {
  it('passes every item once, in order', async () => {
    const seen: number[] = [];
    await eachOf(100, {}, (item) => seen.push(item));
    expect(seen).toEqual(Array.from({ length: 100 }, (_, i) => i));
  });

  it('lets a cancel in between two slices', async () => {
    const { signal, abort } = cancelSoon();
    let seen = 0;
    const done = eachOf(10_000, { signal }, () => {
      work();
      seen++;
    });
    abort();
    await expect(done).rejects.toThrow(/abort/i);
    expect(seen).toBeLessThan(100);
  });

  it('gives what a generator returns, unless somebody cancels', async () => {
    expect(await finish(steps(3), {})).toBe('done');
    const { signal, abort } = cancelSoon();
    const done = finish(steps(10_000), { signal });
    abort();
    await expect(done).rejects.toThrow(/abort/i);
  });
});

function* steps(count: number): Generator<number, string> {
  for (let i = 0; i < count; i++) yield i;
  return 'done';
}

/** A signal that is aborted by a message which waits its turn. */
function cancelSoon(): { signal: AbortSignal; abort: () => void } {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => setImmediate(() => controller.abort()) };
}
