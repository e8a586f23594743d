import { readFile, rm, writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Catalogue } from '../../../src/domain/catalogue.ts';
import type { Layer } from '../../../src/domain/layer.ts';
import type { LngLat } from '../../../src/domain/units.ts';
import { describeMachine } from '../report/machine.ts';
import { buildSites, type Sites } from './build-sites.ts';
import { type FirstMap, measureFirstMap } from './first-map.ts';
import { comparisonTable, type MapResults, targetTable, taskTable } from './map-table.ts';
import { appSystem, measureMap, plainSystem } from './measure-map.ts';
import { writeParcels } from './write-parcels.ts';

/**
 * `npm run bench -- map [ROUNDS]`: the built app against MapLibre's own GeoJSON source, over the parcels of the embedded territory, by
 * turns in one run, each time in a browser that has kept nothing; then the app's first map. Prints its tables, and writes them to
 * `map/RESULTS.md` with `results`.
 * @throws {Error} without Chromium or an embedded territory.
 */
export async function benchMap(rounds: number, cacheDir: string, results: boolean): Promise<void> {
  const { layers } = JSON.parse(
    await readFile(join(PUBLIC, 'catalogue.json'), 'utf8'),
  ) as Catalogue;
  const parcels = layers.find(({ id }) => id === 'parcelles');
  if (!parcels) throw new Error(`no parcels in ${PUBLIC}`);
  const text = await measureSites(await buildSites(cacheDir), parcels, rounds, cacheDir);
  console.log(text);
  if (results) await writeFile(RESULTS, `${HEAD}\n\n${text}\n`);
}

/** The tables of so many rounds over sites that are built. */
export async function measureSites(
  sites: Sites,
  parcels: Layer,
  rounds: number,
  cacheDir: string,
): Promise<string> {
  const data = join(cacheDir, 'map-data');
  await rm(data, { recursive: true, force: true });
  const url = pathToFileURL(`${PUBLIC}/`).href;
  const all = await writeParcels(parcels, url, join(data, 'parcels.geojson'));
  const one = await writeParcels(parcels, url, join(data, 'commune.geojson'), COMMUNE);
  const plainOf = (name: string, path: string, isWhole: boolean) =>
    plainSystem(name, [data, sites.plain], { path, isWhole }, PLACES[0]);
  const systems = [
    appSystem(PUBLIC, sites.app, PLACES[0]),
    plainOf(`MapLibre, all ${all.rows}`, 'parcels.geojson', true),
    plainOf(`MapLibre, one commune of ${one.rows}`, 'commune.geojson', false),
  ];
  const measured: MapResults = new Map(systems.map(({ name }) => [name, []]));
  const opened: FirstMap[] = [];
  const loads: number[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const system of systems) {
      const took = await measureMap(system, PLACES);
      measured.get(system.name)?.push(took);
      console.error(
        `${system.name}: ${JSON.stringify({ ...took, panTasks: took.panTasks.length })}`,
      );
    }
    opened.push(await measureFirstMap(PUBLIC, sites.app));
    loads.push(loadavg()[0] ?? 0);
    console.error(`first map: ${JSON.stringify(opened.at(-1))}`);
  }
  const load = `load of the last minute ${loads.map((value) => value.toFixed(1)).join(', ')}, 2 to 3 of the bench itself`;
  return [
    describeMachine([load])
      .map((line) => `- ${line}`)
      .join('\n'),
    `- GeoJSON of all parcels ${megabytes(all.bytes)}, of one commune ${megabytes(one.bytes)}; the app's layer ${megabytes(parcels.file.bytes)}`,
    `\n## Against MapLibre\n\n${comparisonTable(measured)}`,
    `\n## Panning at zoom 15\n\n${taskTable(measured)}`,
    `\n## The app\n\n${targetTable(measured, opened)}`,
  ].join('\n');
}

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

const ROOT = join(import.meta.dirname, '..', '..', '..');
const PUBLIC = process.env.ARPENT_PUBLIC ?? join(ROOT, 'public');
const RESULTS = join(import.meta.dirname, 'RESULTS.md');

/** Where is looked at: the middle of Béthune, and of Lillers, 12 km away. */
const PLACES: [LngLat, LngLat] = [
  [2.6405, 50.5295],
  [2.4805, 50.563],
];

/** Béthune. */
const COMMUNE = '62119';

const HEAD = `# Benchmark of the map

Written by \`npm run bench -- map --results\`. The built app, and MapLibre alone over a GeoJSON source of the same parcels in the same look, by
turns, in a headless Chromium that draws WebGL by software, 1440 × 900; medians. _First parcels_: from the change of view (zoom 13 to 15) until one
point of the map in 200 differs; nothing of the parcels was asked for before. _Elsewhere_: the same 12 km away, where MapLibre with all parcels has
only tiles to cut. _Memory_: resident, of the page's process with its workers and of the one that WebGL runs
in. _A task_ is one of the page's main thread, told by Chromium's trace; whose code took it by a profile of 0.1 to 1 ms, read through source maps.`;
