import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { measureSystems } from './measure.ts';
import { type Options, parseOptions, USAGE } from './options.ts';
import { describeMachine } from './report/machine.ts';
import { judge, mainTable } from './report/main-table.ts';
import { memoryTable, readPeaks } from './report/memory-table.ts';
import { JUDGED_SYSTEMS, startSystems } from './start-systems.ts';
import { publishWorkload } from './workload/publish-workload.ts';
import type { BenchSystem } from './works.ts';

/**
 * `npm run bench`: measures the engine against PostGIS on the fixed workload and prints its tables. Exits with 1 when two
 * systems do not find the same, whatever their times, and with 2 when the command line is wrong.
 */
async function main(): Promise<void> {
  const options = readOptions();
  if (!options) return;
  const log = (line: string) => console.error(line);
  const cacheDir = join(ROOT, '.cache', 'bench');
  const site = await publishWorkload(options.rows, cacheDir);
  log(`workload: ${site.catalogue.layers.map(({ id, file }) => `${file.rows} ${id}`).join(', ')}`);
  const systems: BenchSystem[] = [];
  try {
    const versions = await startSystems(options, site, cacheDir, systems, log);
    const { works, repeat } = options;
    const { measured, differences } = await measureSystems(systems, works, repeat, log);
    const verdicts = judge(measured, JUDGED_SYSTEMS);
    const peaks = await readPeaks(systems);
    const machine = describeMachine(versions);
    const date = new Date().toISOString();
    console.log([...machine, '', mainTable(measured, verdicts), '', memoryTable(peaks)].join('\n'));
    const all = { date, machine, options, measured, verdicts, peaks, differences };
    if (options.json) await writeFile(options.json, `${JSON.stringify(all, null, 1)}\n`);
    for (const difference of differences) log(`NOT THE SAME: ${difference}`);
    if (differences.length > 0) process.exitCode = 1;
  } finally {
    for (const system of systems) await system.close();
  }
}

function readOptions(): Options | null {
  try {
    return parseOptions(process.argv.slice(2));
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${USAGE}`);
    process.exitCode = 2;
    return null;
  }
}

const ROOT = join(import.meta.dirname, '..', '..');

await main();
