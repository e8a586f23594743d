import { expect, it } from 'vitest';
import { pause } from '../../src/domain/pause.ts';

it('every request that pauses goes on, even when several pause at once', async () => {
  const order: number[] = [];
  const request = async (i: number) => {
    await pause();
    order.push(i);
  };
  await Promise.all([1, 2, 3].map(request));
  expect(order).toEqual([1, 2, 3]);
});
