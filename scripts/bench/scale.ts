import { startChromiumKernel } from './chromium/start-chromium-systems.ts';
import { startNodeKernel } from './node-kernel.ts';
import { median } from './timed.ts';
import { publishWorkload } from './workload/publish-workload.ts';
import type { BenchSystem, Work } from './works.ts';

/** Parcels of the workloads that a scale is made of; zones and ground grow with them. */
export const SCALE_ROWS = [75_000, 150_000, 300_000, 600_000, 1_200_000] as const;

/** Works that are measured at every size. */
export const SCALE_WORKS = [
  'load',
  'index',
  'intersects',
  'within100',
  'overlap',
  'nearest',
] as const;

/** Median times of one system at one size. */
export interface ScaleStep {
  system: string;
  rows: number;
  zones: number;
  /** Milliseconds for each of `SCALE_WORKS`. */
  wallMs: Partial<Record<Work, number>>;
  /** Most memory that the system took at this size, in bytes. */
  peakBytes: number | null;
}

/**
 * Times the kernel on one core on growing workloads, in Chromium where there is one and the page was built, else in this
 * process. The first time generates and publishes them: about 3 minutes, and 150 MB of cache.
 */
export async function measureScale(
  distDir: string | null,
  repeat: number,
  cacheDir: string,
  log: (line: string) => void,
): Promise<ScaleStep[]> {
  const steps: ScaleStep[] = [];
  for (const rows of SCALE_ROWS) {
    const site = await publishWorkload(rows, cacheDir);
    const chromium = distDir && (await startChromiumKernel(site.publicDir, distDir, SET_UPS));
    const system = chromium || (await startNodeKernel(site, SET_UPS));
    try {
      const wallMs = await timeWorks(system, repeat);
      const peakBytes = (await system.peakMemory())?.bytes ?? null;
      const zones = site.catalogue.layers.find(({ id }) => id === 'zones')?.file.rows ?? 0;
      steps.push({ system: system.name, rows, zones, wallMs, peakBytes });
      log(`scale ${rows}: ${JSON.stringify(wallMs)}`);
    } finally {
      await system.close();
    }
  }
  return steps;
}

async function timeWorks(
  system: BenchSystem,
  repeat: number,
): Promise<Partial<Record<Work, number>>> {
  const medians: Partial<Record<Work, number>> = {};
  for (const work of SCALE_WORKS) {
    const times = [...(system.setUp[work] ?? [])];
    while (times.length < repeat && system.works.includes(work))
      times.push(await system.time(work));
    medians[work] = median(times.map(({ wallMs }) => wallMs));
  }
  return medians;
}

/** How often a workload is loaded and indexed at each size: the largest takes long enough to tell by itself. */
const SET_UPS = 2;
