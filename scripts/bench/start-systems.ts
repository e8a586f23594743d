import { startChromiumEngine, startChromiumKernel } from './chromium/start-chromium-systems.ts';
import { loadLayers } from './kernel/load-layers.ts';
import { readLayerFiles, startNodeKernel } from './node-kernel.ts';
import type { Options } from './options.ts';
import { startPostgisSystems } from './postgis/start-postgis-systems.ts';
import type { WorkloadSite } from './workload/publish-workload.ts';
import type { BenchSystem } from './works.ts';

/** Names of the systems that the targets are set for: the kernel on one core, and the product as it is used. */
export const JUDGED_SYSTEMS = ['Chromium, kernel', 'Chromium, engine'];

/**
 * Starts what the options ask for and the machine has, tells of what it has not, and gives the versions of what they run
 * on. `distDir` holds the built page, null to leave Chromium out. `opened` receives each system as it starts, in the order
 * of the table's columns, so that the caller can close them whatever happens.
 */
export async function startSystems(
  options: Options,
  site: WorkloadSite,
  distDir: string | null,
  opened: BenchSystem[],
  log: (line: string) => void,
): Promise<string[]> {
  const versions: string[] = [];
  if (distDir) versions.push(...(await startChromium(options, site, distDir, opened, log)));
  if (options.node) opened.push(await startNodeKernel(site, options.repeat));
  if (options.postgis) {
    const layers = await loadLayers(await readLayerFiles(site), site.catalogue);
    const postgis = await startPostgisSystems(layers, options.full);
    if (postgis.unavailable !== undefined) {
      log(`no PostGIS: ${postgis.unavailable}`);
    } else {
      opened.push(postgis.tuned, postgis.plain);
      versions.push(postgis.version);
    }
  }
  return versions;
}

async function startChromium(
  { repeat }: Options,
  { publicDir }: WorkloadSite,
  distDir: string,
  opened: BenchSystem[],
  log: (line: string) => void,
): Promise<string[]> {
  const kernel = await startChromiumKernel(publicDir, distDir, repeat);
  if (!kernel) {
    log('no Chromium on this machine');
    return [];
  }
  opened.push(kernel);
  const engine = await startChromiumEngine(publicDir, distDir);
  if (engine) opened.push(engine);
  return [kernel.version];
}
