import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadLayers } from './kernel/load-layers.ts';
import { measureSystems } from './measure.ts';
import { readLayerFiles, startNodeKernel } from './node-kernel.ts';
import { parseOptions } from './options.ts';
import { startPostgisSystems } from './postgis/start-postgis-systems.ts';
import { judge, mainTable } from './report/main-table.ts';
import { publishWorkload } from './workload/publish-workload.ts';
import type { BenchSystem } from './works.ts';

/**
 * `npm run bench`: measures the engine against PostGIS on the fixed workload and prints a table. Exits with 1 when two
 * systems do not find the same, whatever their times.
 */
async function main(): Promise<void> {
  const options = parseOptions(process.argv.slice(2));
  const log = (line: string) => console.error(line);
  const site = await publishWorkload(options.rows, join(ROOT, '.cache', 'bench'));
  log(`workload: ${site.catalogue.layers.map(({ id, file }) => `${file.rows} ${id}`).join(', ')}`);
  const systems: BenchSystem[] = [];
  try {
    if (options.node) systems.push(await startNodeKernel(site, options.repeat));
    if (options.postgis) {
      const layers = await loadLayers(await readLayerFiles(site), site.catalogue);
      const postgis = await startPostgisSystems(layers, options.full);
      if (postgis.unavailable !== undefined) log(`PostGIS: ${postgis.unavailable}`);
      else systems.push(postgis.tuned, postgis.plain);
    }
    const { measured, differences } = await measureSystems(
      systems,
      options.works,
      options.repeat,
      log,
    );
    const verdicts = judge(measured, ['Node, kernel']);
    console.log(mainTable(measured, verdicts));
    if (options.json)
      await writeFile(options.json, JSON.stringify({ measured, verdicts }, null, 1));
    for (const difference of differences) log(`DIFFERENT: ${difference}`);
    if (differences.length > 0) process.exitCode = 1;
  } finally {
    for (const system of systems) await system.close();
  }
}

const ROOT = join(import.meta.dirname, '..', '..');

await main();
