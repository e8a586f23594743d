import { parseCatalogue } from '../../../src/domain/catalogue.ts';
import { createEngine } from '../../../src/engine/client.ts';
import type { Engine } from '../../../src/engine/protocol.ts';
import EngineWorker from '../../../src/engine/worker.ts?worker';
import { timeAnswers } from '../answer/answer-steps.ts';
import { askAll, doWork, engineOutcome } from '../engine/ask-work.ts';
import type { BenchPage } from './bench-page.ts';
import type { KernelRequest, KernelResponse } from './kernel-protocol.ts';
import KernelWorker from './kernel-worker.ts?worker';

const baseUrl = new URL('.', location.href).href;
let kernel: Worker | null = null;
let engine: Engine | null = null;

const benchPage: BenchPage = {
  async openKernel(repeat) {
    kernel = new KernelWorker();
    const { load, index } = await askKernel({ kind: 'open', baseUrl, repeat }, 'open');
    return { load, index };
  },
  timeKernel: async (work) => (await askKernel({ kind: 'time', work }, 'time')).ms,
  kernelOutcome: async (work) => (await askKernel({ kind: 'outcome', work }, 'outcome')).outcome,
  async openEngine() {
    const start = performance.now();
    engine = await openEngine();
    await askAll(engine);
    return performance.now() - start;
  },
  async timeEngine(work) {
    const start = performance.now();
    await doWork(engine as Engine, work);
    return performance.now() - start;
  },
  async openTerritory(related) {
    engine = await openEngine();
    const attribute = { kind: 'empty', field: 'id' } as const;
    await engine.call('preview', { question: { target: 'parcelles', where: attribute } });
    for (const layer of related) {
      const where = { kind: 'distance', metres: 1, layer } as const;
      await engine.call('preview', { question: { target: 'parcelles', where } });
    }
  },
  async preview(question) {
    const start = performance.now();
    await (engine as Engine).call('preview', { question });
    return performance.now() - start;
  },
  engineOutcome: (work) => engineOutcome(engine as Engine, work),
  timeAnswers: async () => timeAnswers(await openEngine()),
};

window.benchPage = benchPage;

async function openEngine(): Promise<Engine> {
  const response = await fetch('catalogue.json');
  const opened = createEngine(() => new EngineWorker());
  const catalogue = parseCatalogue(await response.json());
  await opened.call('open', { catalogue, baseUrl });
  return opened;
}

function askKernel<K extends Exclude<KernelResponse['kind'], 'failed'>>(
  request: KernelRequest,
  kind: K,
): Promise<Extract<KernelResponse, { kind: K }>> {
  const worker = kernel as Worker;
  return new Promise((resolve, reject) => {
    worker.onerror = (event) => reject(new Error(event.message));
    worker.onmessage = ({ data }: MessageEvent<KernelResponse>) => {
      if (data.kind === kind) resolve(data as Extract<KernelResponse, { kind: K }>);
      else reject(new Error(data.kind === 'failed' ? data.message : `answered ${data.kind}`));
    };
    worker.postMessage(request);
  });
}
