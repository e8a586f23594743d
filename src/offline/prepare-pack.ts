import { AppError } from '../domain/errors.ts';
import { runTask } from '../tasks/task.ts';
import { askParts, askSweep } from './messages.ts';
import { workerAtWork } from './own-worker.ts';
import type { PackAnswer, PackProgress, PackRequest } from './pack-protocol.ts';
import type { PackRecord } from './pack-record.ts';
import { sweepPacks } from './pack-store.ts';
import type { EngineFile } from './shell.ts';

/** How a preparation is followed and stopped. */
export interface PrepareOptions {
  signal?: AbortSignal;
  onProgress?: (progress: PackProgress) => void;
}

type Asked = Omit<PackRequest, 'name' | 'engine'>;

/**
 * Bytes that a session will take at most, before it is prepared.
 * @throws {AppError} what reading a layer throws, `offline-missing` when no service worker is at work.
 */
export async function measureSeance(asked: Asked, options: PrepareOptions = {}): Promise<number> {
  const answer = await callWorker('measure', asked, options);
  return answer.kind === 'measured' ? answer.bytes : 0;
}

/**
 * Prepares a session in a worker of its own, one at a time in all pages. A cancel ends it at once, whatever it is at, and leaves
 * nothing.
 * @throws {AppError} as `writePack`, `offline-missing`; rejects with the abort of `signal`.
 */
export async function prepareSeance(asked: Asked, options: PrepareOptions): Promise<PackRecord> {
  const { root } = asked;
  // A browser that was asked keeps it although other sites want the room; one that refuses may clear it.
  await navigator.storage?.persist?.();
  return alone(root, async () => {
    await sweepPacks(root);
    try {
      const answer = await callWorker('prepare', asked, options);
      if (answer.kind !== 'prepared') throw new AppError('engine-failed', `got ${answer.kind}`);
      return answer.record;
    } finally {
      await sweepPacks(root);
      await askSweep(root);
    }
  });
}

/** Runs a task while no other page prepares a session of this site; at once where the browser has no Web Locks. */
function alone<T>(root: string, task: () => Promise<T>): Promise<T> {
  return navigator.locks ? navigator.locks.request(`arpent-preparing ${root}`, task) : task();
}

async function callWorker(
  name: PackRequest['name'],
  asked: Asked,
  { signal, onProgress }: PrepareOptions,
): Promise<PackAnswer> {
  const engine = await engineFiles(asked);
  signal?.throwIfAborted();
  const worker = new Worker(new URL('./pack-worker.ts', import.meta.url), {
    type: 'module',
    name: 'offline',
  });
  const request: PackRequest = { name, ...asked, engine };
  return runTask(worker, request, { signal, onStep: onProgress });
}

/** The files of the engine for the version that shows the session, and for the one that waits to take over. */
async function engineFiles({ root, plan }: Asked): Promise<EngineFile[]> {
  const { active, waiting } = await workerAtWork(root);
  const workers = [active, waiting].flatMap((worker) => worker ?? []);
  const parts = await Promise.all(workers.map(askParts));
  const files = parts.flatMap((part) => part?.engine ?? []);
  if (files.length === 0) {
    throw new AppError('offline-missing', `no files of the worker at ${root}`, { url: root });
  }
  const needed = files.filter(({ part }) => plan.parts.includes(part));
  return [...new Map(needed.map((file) => [file.path, file])).values()];
}
