import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { type Catalogue, parseCatalogue } from '../../../src/domain/catalogue.ts';
import { serveSite } from '../../serve.mjs';
import { type MeasuredRun, runMeasured } from '../publish/run-measured.ts';
import { describeMachine } from '../report/machine.ts';
import { measureReads, type Read } from './measure-reads.ts';
import { writeSources } from './write-sources.ts';

/** What one layer cost to publish. */
interface Published {
  id: string;
  rows: number;
  bytes: number;
  run: MeasuredRun;
}

/**
 * `npm run bench -- scale [ROWS]`: a department's parcels and flood zones published by the command as people run it, then what
 * of their bytes a reader's engine asks for. Prints its tables, and writes them to `scale/RESULTS.md` with `results`. Exit code 1
 * when the first map or the question on a commune reads more than its share.
 */
export async function benchScale(rows: number, cacheDir: string, results: boolean): Promise<void> {
  const site = join(cacheDir, 'scale-site');
  await rm(site, { recursive: true, force: true });
  await mkdir(join(site, 'data'), { recursive: true });
  const sources = await writeSources(rows, cacheDir);
  const runs: MeasuredRun[] = [];
  for (const id of ['parcelles', 'zones'] as const) runs.push(await publish(sources[id], id, site));
  const publicDir = join(site, 'public');
  const catalogue = parseCatalogue(
    JSON.parse(await readFile(join(publicDir, 'catalogue.json'), 'utf8')),
  );
  const published = catalogue.layers.map(({ id, file }, i): Published => {
    return { id, rows: file.rows, bytes: file.bytes, run: runs[i] as MeasuredRun };
  });
  const reads = await readOverHttp(catalogue, publicDir);
  const total = published.reduce((sum, { bytes }) => sum + bytes, 0);
  const load = `load of the last minute ${loadavg()[0]?.toFixed(1)}, 2 at most of the bench itself`;
  const machine = describeMachine([load]).map((line) => `- ${line}`);
  const tables = [...publishTable(published), '', ...readTable(reads, total)];
  const text = [...machine, '', `## ${rows} parcels`, '', ...tables].join('\n');
  console.log(text);
  if (results) await writeFile(RESULTS, `${HEAD}\n\n${text}\n`);
  if (reads.some(({ bytes }) => bytes > MAX_SHARE * total)) process.exitCode = 1;
}

async function publish(path: string, id: string, site: string): Promise<MeasuredRun> {
  const run = await runMeasured(['--import', 'tsx', CLI, path, '--layer', id, '--accept'], {
    ARPENT_PUBLIC: join(site, 'public'),
    ARPENT_DATA: join(site, 'data'),
  });
  if (run.code !== 0) throw new Error(`the command ended with ${run.code}\n${run.said}`);
  return run;
}

async function readOverHttp(catalogue: Catalogue, publicDir: string): Promise<Read[]> {
  const server = await serveSite({ publicDir, distDir: publicDir });
  try {
    return await measureReads(catalogue, server.url);
  } finally {
    await server.close();
  }
}

function publishTable(published: readonly Published[]): string[] {
  const rows = published.map(({ id, rows: count, bytes, run }) => {
    const peak = run.peakBytes === null ? 'not known' : megabytes(run.peakBytes);
    return `| ${id} | ${count} | ${megabytes(bytes)} | ${run.seconds.toFixed(0)} | ${peak} |`;
  });
  return [
    '| published | rows | file | time (s) | memory, at most |',
    '| --- | ---: | ---: | ---: | ---: |',
    ...rows,
  ];
}

function readTable(reads: readonly Read[], total: number): string[] {
  const rows = reads.map(({ what, found, bytes, requests, ms }) => {
    const share = `${((100 * bytes) / total).toFixed(2)} %`;
    const verdict = bytes <= MAX_SHARE * total ? 'met' : 'MISSED';
    return `| ${what} | ${found} | ${megabytes(bytes)} | ${share} | ${requests} | ${Math.round(ms)} | < 3 %: ${verdict} |`;
  });
  return [
    '| what a reader does | features | read | of all bytes | requests | time (ms) | target |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...rows,
  ];
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(bytes < 1e7 ? 2 : 0)} MB`;
}

/** The most that each thing a reader does may read, of the bytes of all layers. */
const MAX_SHARE = 0.03;

const CLI = join(import.meta.dirname, '../../publish/cli.ts');
const RESULTS = join(import.meta.dirname, 'RESULTS.md');

const HEAD = `# Benchmark of a department's layers

Written by \`npm run bench -- scale --results\`. Parcels at the density of a rural department, in communes of 10 km², and zones along
meandering corridors, published from GeoParquet by \`npm run publish\` in a process of its own; then the product's engine in Node over HTTP,
each line with nothing read before but the last one. The time to start DuckDB is in that of the first questions.`;
