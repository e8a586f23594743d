import { createReadStream, existsSync } from 'node:fs';
import { mkdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createGzip } from 'node:zlib';
import { parseCatalogue } from '../../../src/domain/catalogue.ts';
import { memorySource } from '../../../src/loaders/byte-source.ts';
import { readGeoParquet } from '../../../src/loaders/geoparquet.ts';
import { describeMachine } from '../report/machine.ts';
import { publishWorkload, type WorkloadSite } from '../workload/publish-workload.ts';
import { writeWithDuckdb } from './duckdb-size.ts';
import { runMeasured } from './run-measured.ts';
import { writeGeoJson } from './write-geojson.ts';

/**
 * `npm run bench -- publish [ROWS]`: parcels from a GeoJSON file to a served layer, by the command as people run it, in a
 * process of its own; and the size of what it wrote against the GeoJSON and against another writer of the same columns.
 */
export async function benchPublish(rows: number, cacheDir: string): Promise<void> {
  const site = await publishWorkload(rows, cacheDir);
  const source = join(site.publicDir, 'parcelles.geojson');
  if (!existsSync(source)) await writeGeoJson(source, await readParcels(site));
  const target = join(cacheDir, 'published');
  await rm(target, { recursive: true, force: true });
  await mkdir(join(target, 'data'), { recursive: true });
  const run = await runMeasured(
    ['--import', 'tsx', CLI, source, '--layer', 'parcelles_bench', '--accept'],
    { ARPENT_PUBLIC: join(target, 'public'), ARPENT_DATA: join(target, 'data') },
  );
  if (run.code !== 0) throw new Error(`the command ended with ${run.code}\n${run.said}`);
  const catalogue = parseCatalogue(
    JSON.parse(await readFile(join(target, 'public/catalogue.json'), 'utf8')),
  );
  const [layer] = catalogue.layers;
  if (layer?.file.rows !== rows) throw new Error(`${layer?.file.rows} rows were published`);
  const sourceBytes = (await stat(source)).size;
  const gzipBytes = await gzipSize(source);
  const others = await writeWithDuckdb(join(target, 'public', layer.file.path));
  const lines = [
    ...describeMachine([]),
    '',
    `| ${rows} parcels from GeoJSON to a served layer | |`,
    '|---|---|',
    `| GeoJSON | ${megabytes(sourceBytes)} (gzip ${megabytes(gzipBytes)}) |`,
    `| time | ${run.seconds.toFixed(1)} s |`,
    `| memory, at most | ${run.peakBytes === null ? 'not known' : megabytes(run.peakBytes)} |`,
    `| layer | ${megabytes(layer.file.bytes)} |`,
    ...(others ?? []).map(({ name, bytes }) => {
      const gap = ((layer.file.bytes - bytes) / gzipBytes) * 100;
      return `| ${name} | ${megabytes(bytes)} (ours: ${gap.toFixed(1)} % of the gzip larger) |`;
    }),
  ];
  console.log(lines.join('\n'));
}

async function readParcels({ publicDir, catalogue }: WorkloadSite) {
  const layer = catalogue.layers.find(({ id }) => id === 'parcels');
  if (!layer) throw new Error('no parcels in the workload');
  const data = new Uint8Array(await readFile(join(publicDir, layer.file.path)));
  const names = layer.fields.map(({ name }) => name);
  return readGeoParquet(memorySource(layer.id, data), names);
}

async function gzipSize(path: string): Promise<number> {
  let bytes = 0;
  for await (const chunk of createReadStream(path).pipe(createGzip())) bytes += chunk.length;
  return bytes;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

const CLI = join(import.meta.dirname, '../../publish/cli.ts');
