import { expect, it } from 'vitest';
import { startWatched } from '../../src/engine/worker-life.ts';
import BriefWorker from '../helpers/brief-worker.ts?worker';

it('the end of a worker is told, though it is killed as soon as it answers', async () => {
  let told = 0;
  const startAndKill = async () => {
    const worker = startWatched('brief', (name) => new BriefWorker({ name }));
    await new Promise((resolve) => {
      worker.onmessage = resolve;
      worker.postMessage(null);
    });
    const ended = new Promise((resolve) => worker.addEventListener('error', resolve));
    worker.terminate();
    await ended;
    told += 1;
  };
  const lane = async () => {
    for (let turn = 0; turn < 25; turn += 1) await startAndKill();
  };
  await Promise.all([1, 2, 3, 4].map(lane));
  expect(told).toBe(100);
});
