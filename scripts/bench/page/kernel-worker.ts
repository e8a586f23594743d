import { findLayer, parseCatalogue } from '../../../src/domain/catalogue.ts';
import { type LayerFiles, loadLayers } from '../kernel/load-layers.ts';
import { type IndexedLayers, indexLayers, runKernelWork, toOutcome } from '../kernel/run-work.ts';
import { WORKLOAD_LAYERS } from '../workload/layer-ids.ts';
import type { KernelRequest, KernelResponse } from './kernel-protocol.ts';

let layers: IndexedLayers | null = null;

globalThis.onmessage = async ({ data }: MessageEvent<KernelRequest>) => {
  const response = await answer(data).catch(
    (error: unknown): KernelResponse => ({ kind: 'failed', message: String(error) }),
  );
  globalThis.postMessage(response);
};

async function answer(request: KernelRequest): Promise<KernelResponse> {
  if (request.kind === 'open') return open(request.baseUrl, request.repeat);
  if (!layers) throw new Error('the kernel is not open');
  const start = performance.now();
  const result = runKernelWork(request.work, layers);
  const ms = performance.now() - start;
  if (request.kind === 'time') return { kind: 'time', ms };
  return { kind: 'outcome', outcome: toOutcome(request.work, result) };
}

async function open(baseUrl: string, repeat: number): Promise<KernelResponse> {
  const response = await fetch(new URL('catalogue.json', baseUrl));
  const catalogue = parseCatalogue(await response.json());
  const files: Partial<LayerFiles> = {};
  for (const id of WORKLOAD_LAYERS) {
    const file = await fetch(new URL(findLayer(catalogue, id).file.path, baseUrl));
    files[id] = new Uint8Array(await file.arrayBuffer());
  }
  const [load, index]: [number[], number[]] = [[], []];
  for (let round = 0; round < repeat; round++) {
    const start = performance.now();
    const loaded = await loadLayers(files as LayerFiles, catalogue);
    const middle = performance.now();
    layers = indexLayers(loaded);
    load.push(middle - start);
    index.push(performance.now() - middle);
  }
  return { kind: 'open', load, index };
}
