import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findLayer } from '../../src/domain/catalogue.ts';
import { type LayerFiles, loadLayers } from './kernel/load-layers.ts';
import {
  indexLayers,
  KERNEL_WORKS,
  type KernelWork,
  runKernelWork,
  toOutcome,
} from './kernel/run-work.ts';
import { timed } from './timed.ts';
import { WORKLOAD_LAYERS } from './workload/layer-ids.ts';
import type { WorkloadSite } from './workload/publish-workload.ts';
import type { BenchSystem, Timing } from './works.ts';

/** The kernel alone in this process, one thread: the workload's files are decoded and indexed `repeat` times. */
export async function startNodeKernel(site: WorkloadSite, repeat: number): Promise<BenchSystem> {
  const files = await readLayerFiles(site);
  const setUp: { load: Timing[]; index: Timing[] } = { load: [], index: [] };
  const load = () => timed(() => loadLayers(files, site.catalogue));
  let loaded = await load();
  let indexed = await timed(async () => indexLayers(loaded.result));
  for (let round = 1; ; round++) {
    setUp.load.push(loaded.timing);
    setUp.index.push(indexed.timing);
    if (round === repeat) break;
    loaded = await load();
    indexed = await timed(async () => indexLayers(loaded.result));
  }
  const layers = indexed.result;
  return {
    name: 'Node, kernel',
    setUp,
    works: KERNEL_WORKS,
    time: async (work) =>
      (await timed(async () => runKernelWork(work as KernelWork, layers))).timing,
    outcome: async (work) =>
      toOutcome(work as KernelWork, runKernelWork(work as KernelWork, layers)),
    peakMemory: async () => ({
      bytes: process.resourceUsage().maxRSS * 1024,
      how: 'largest resident set of the bench itself',
    }),
    close: async () => {},
  };
}

/** The files of the layers of a workload, in memory. */
export async function readLayerFiles({ publicDir, catalogue }: WorkloadSite): Promise<LayerFiles> {
  const files: Partial<LayerFiles> = {};
  for (const id of WORKLOAD_LAYERS) {
    files[id] = new Uint8Array(await readFile(join(publicDir, findLayer(catalogue, id).file.path)));
  }
  return files as LayerFiles;
}
