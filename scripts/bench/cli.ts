import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildPage } from './chromium/build-page.ts';
import { measureSystems } from './measure.ts';
import { readLayerFiles } from './node-kernel.ts';
import { type Options, parseOptions, USAGE } from './options.ts';
import { describeMachine } from './report/machine.ts';
import { judge, mainTable } from './report/main-table.ts';
import { memoryTable, readPeaks } from './report/memory-table.ts';
import { scaleTable } from './report/scale-table.ts';
import { turfTable } from './report/turf-table.ts';
import { toText, writeResults } from './report/write-results.ts';
import { measureScale } from './scale.ts';
import { JUDGED_SYSTEMS, startSystems } from './start-systems.ts';
import { measureTurf } from './turf/measure-turf.ts';
import { publishWorkload, type WorkloadSite } from './workload/publish-workload.ts';
import { FULL_ROWS } from './workload/territory.ts';
import type { BenchSystem } from './works.ts';

/**
 * `npm run bench`: measures the engine against PostGIS on the fixed workload and prints its tables. Exits with 1 when two
 * systems do not find the same, whatever their times, and with 2 when the command line is wrong. `npm run bench -- publish`
 * measures publishing instead, `npm run bench -- preview` the live count of a question being written,
 * `npm run bench -- form` the form that it is written in, `npm run bench -- answer` what a reader does with its answer,
 * `npm run bench -- map` the drawing of the parcels, `npm run bench -- seance` the scenes of sessions; `npm run bench -- scale` publishing 2 000 000 parcels, and how little of them the app reads.
 */
async function main(): Promise<void> {
  const [, , first, second] = process.argv;
  if (first === 'answer') {
    const { benchAnswer } = await import('./answer/bench-answer.ts');
    return benchAnswer(CACHE, second === '--results');
  }
  if (first === 'publish') {
    const { benchPublish } = await import('./publish/bench-publish.ts');
    return benchPublish(Number(second ?? FULL_ROWS), CACHE);
  }
  if (first === 'preview') {
    const { benchPreview } = await import('./preview/bench-preview.ts');
    const words = process.argv.slice(3);
    const count = Number(words.find((word) => word !== '--results') ?? 24);
    return benchPreview(count, CACHE, words.includes('--results'));
  }
  if (first === 'form') {
    const { benchForm } = await import('./form/bench-form.ts');
    const words = process.argv.slice(3);
    const count = Number(words.find((word) => word !== '--results') ?? 21);
    return benchForm(count, CACHE, words.includes('--results'));
  }
  if (first === 'map') {
    const { benchMap } = await import('./map/bench-map.ts');
    const words = process.argv.slice(3);
    const rounds = Number(words.find((word) => word !== '--results') ?? 3);
    return benchMap(rounds, CACHE, words.includes('--results'));
  }
  if (first === 'seance') {
    const { benchSeance } = await import('./seance/bench-seance.ts');
    const words = process.argv.slice(3);
    const rounds = Number(words.find((word) => word !== '--results') ?? 2);
    return benchSeance(rounds, CACHE, words.includes('--results'));
  }
  if (first === 'scale') {
    const { benchScale } = await import('./scale/bench-scale.ts');
    const words = process.argv.slice(3);
    const rows = Number(words.find((word) => word !== '--results') ?? 2_000_000);
    return benchScale(rows, CACHE, words.includes('--results'));
  }
  const options = readOptions();
  if (!options) return;
  const log = (line: string) => console.error(line);
  const site = await publishWorkload(options.rows, CACHE);
  log(`workload: ${site.catalogue.layers.map(({ id, file }) => `${file.rows} ${id}`).join(', ')}`);
  const date = new Date();
  const distDir = options.chromium ? await buildPage(CACHE) : null;
  const run = await runSystems(options, site, distDir, log);
  const { machine, measured, differences, peaks } = run;
  const verdicts = judge(measured, JUDGED_SYSTEMS);
  const sections = [
    { title: `${options.rows} parcels`, body: mainTable(measured, verdicts) },
    { title: 'Memory', body: memoryTable(peaks) },
  ];
  const turf = options.turf ? await measureTurf(await readLayerFiles(site), options.works) : [];
  if (turf.length > 0) sections.push({ title: 'Plain Turf', body: turfTable(turf, measured) });
  const scale = options.scale ? await measureScale(distDir, options.repeat, CACHE, log) : [];
  if (scale[0]) sections.push({ title: `Growth (${scale[0].system})`, body: scaleTable(scale) });
  const text = toText(machine, sections);
  console.log(text);
  const all = { date, machine, options, measured, verdicts, peaks, turf, scale, differences };
  if (options.json) await writeFile(options.json, `${JSON.stringify(all, null, 1)}\n`);
  if (options.results) await writeResults(date, commandOf(process.argv), text);
  for (const difference of differences) log(`NOT THE SAME: ${difference}`);
  if (differences.length > 0) process.exitCode = 1;
}

async function runSystems(
  options: Options,
  site: WorkloadSite,
  distDir: string | null,
  log: (line: string) => void,
) {
  const systems: BenchSystem[] = [];
  try {
    const versions = await startSystems(options, site, distDir, systems, log);
    const measurements = await measureSystems(systems, options.works, options.repeat, log);
    return {
      ...measurements,
      machine: describeMachine(versions),
      peaks: await readPeaks(systems),
    };
  } finally {
    for (const system of systems) await system.close();
  }
}

function commandOf(argv: readonly string[]): string {
  return ['npm run bench --', ...argv.slice(2)].join(' ');
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

const CACHE = join(import.meta.dirname, '..', '..', '.cache', 'bench');

await main();
