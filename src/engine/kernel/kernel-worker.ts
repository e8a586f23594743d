import { errorToData, isAbort } from '../../domain/errors.ts';
import { createSide, type Side } from '../../geo/layer-index.ts';
import { type Pairs, pairRows } from '../../geo/pair-rows.ts';
import { projectColumn } from '../../geo/project.ts';
import { type RelateResult, relateRows } from '../../geo/relate-rows.ts';
import { asMemoryExhausted } from '../memory-exhausted.ts';
import { transferables } from '../transferables.ts';
import { runInSlices } from '../work.ts';
import { holdLife } from '../worker-life.ts';
import type { FromKernel, KernelJob, ToKernel } from './kernel-protocol.ts';

const isWatched = holdLife();

/** One of the threads that the kernel runs on: it holds the columns it is sent, in metres, with their index. */
const sides = new Map<string, Side>();
const running = new Map<number, AbortController>();
const send = (message: FromKernel, transfer: Transferable[] = []) =>
  globalThis.postMessage(message, { transfer });

globalThis.onmessage = async ({ data }: MessageEvent<ToKernel>) => {
  await isWatched;
  if (data.kind === 'hold') sides.set(data.key, createSide(projectColumn(data.column, data.crs)));
  else if (data.kind === 'drop') sides.delete(data.key);
  else if (data.kind === 'cancel') running.get(data.id)?.abort();
  else void run(data.kind, data.id, data.job);
};

async function run(kind: 'relate' | 'pairs', id: number, job: KernelJob): Promise<void> {
  const controller = new AbortController();
  running.set(id, controller);
  const work = {
    signal: controller.signal,
    onProgress: ({ done }: { done: number }) => send({ kind: 'progress', id, done }),
  };
  try {
    const a = sides.get(job.a) as Side;
    const b = sides.get(job.b) as Side;
    const progress = { phase: 'test', layer: null, total: job.rows.length } as const;
    const steps: Generator<number, RelateResult | Pairs> =
      kind === 'relate' ? relateRows({ ...job, a, b }) : pairRows({ ...job, a, b });
    const result = await runInSlices(steps, work, progress);
    send({ kind: 'done', id, result }, transferables(result));
  } catch (error) {
    send({
      kind: 'failed',
      id,
      error: isAbort(error) ? 'aborted' : errorToData(asMemoryExhausted(error)),
    });
  } finally {
    running.delete(id);
  }
}
