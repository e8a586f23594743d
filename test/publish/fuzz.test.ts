import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createRandom } from '../../scripts/demo/random.ts';
import { publish } from '../../scripts/publish/publish.ts';
import { readCatalogue, type Site } from '../../scripts/publish/site.ts';
import { commandSentence } from '../../scripts/publish/site-sentences.ts';
import type { Territory } from '../../src/domain/catalogue.ts';
import { AppError } from '../../src/domain/errors.ts';
import type { Gdal } from '../../src/gdal/gdal.ts';
import { openGdal } from '../../src/gdal/node-gdal.ts';
import { geometriesToColumn } from '../../src/geo/from-geojson.ts';
import { type PublishContext, prepare } from '../../src/publish/prepare.ts';
import type { SourceFile } from '../../src/publish/source-file.ts';
import { encodeGeoParquet } from '../../src/publish/write/encode-geoparquet.ts';
import { createLayerMeta, createSquare } from '../helpers/create-layer.ts';
import { createZippedShapefile } from '../helpers/create-shapefile.ts';
import { damage, type Files, hostileFiles } from '../helpers/hostile-files.ts';
import { startGdalModule, writeWithGdal } from '../helpers/write-with-gdal.ts';

/** `ARPENT_FUZZ=20000` tries more; the same number tries the same inputs. */
const INPUTS = Number(process.env.ARPENT_FUZZ ?? 500);
/** Of these, so many are formats that GDAL reads, in a thread that has to be started anew when one breaks it. */
const GDAL_SHARE = 0.06;
/** One in so many goes through the whole command, which locks, repairs and commits a site; the others through the chain. */
const WHOLE_EVERY = 16;
/** Processor time that no input of a few kilobytes may take: on a machine that does nothing else, nobody waits longer. */
const LIMIT_MS = 10_000;

let folder: string;
let site: Site;
let territory: Territory | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'arpent-fuzz-'));
});
/** A site of one layer, new for each test: no history of ten thousand columns is read again by all that follow. */
beforeEach(async () => {
  await rm(join(folder, 'site'), { recursive: true, force: true });
  site = { publicDir: join(folder, 'site/public'), dataDir: join(folder, 'site/data') };
  const data = join(import.meta.dirname, '../../data');
  for (const name of ['territory.json', 'themes']) {
    await cp(join(data, name), join(site.dataDir, name), { recursive: true });
  }
  await handOver({ 'a.geojson': strToU8(GEOJSON) });
  await publishFolder();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('what nobody should hand over', { timeout: 120_000 }, () => {
  it.each(Object.entries(hostileFiles()))(
    '%s ends in a sentence or a harmless layer',
    async (_, files) => {
      expect(await faultOf(files)).toBeNull();
    },
  );
});

describe('files damaged at random', () => {
  it(`${Math.round(INPUTS * (1 - GDAL_SHARE))} inputs end in issues or a sentence, and leave what is served alone`, {
    timeout: 900_000,
  }, async () => {
    const faults: string[] = [];
    const seeds = Object.entries(ownSeeds());
    const random = createRandom('damaged files');
    const gdal = openGdal();
    for (let i = 0; i < INPUTS * (1 - GDAL_SHARE); i++) {
      const [name, seed] = seeds[i % seeds.length] as [string, Files];
      const files = damage(seed, random);
      const fault = await (i % WHOLE_EVERY === 0 ? faultOf(files) : preparationFault(files, gdal));
      if (fault) faults.push(`${i}, ${name}: ${fault}`);
    }
    expect(faults).toEqual([]);
  });

  it(`${Math.round(INPUTS * GDAL_SHARE)} inputs that GDAL reads, too`, {
    timeout: 900_000,
  }, async () => {
    const faults: string[] = [];
    const seeds = Object.entries(await gdalSeeds());
    const random = createRandom('damaged files of GDAL');
    const gdal = openGdal();
    for (let i = 0; i < INPUTS * GDAL_SHARE; i++) {
      const [name, seed] = seeds[i % seeds.length] as [string, Files];
      const fault = await preparationFault(damage(seed, random), gdal);
      if (fault) faults.push(`${i}, ${name}: ${fault}`);
    }
    expect(faults).toEqual([]);
  });
});

/** What is wrong with how the command took files; null when it did what it has to. */
async function faultOf(files: Files): Promise<string | null> {
  await handOver(files);
  const before = await snapshot();
  const start = process.cpuUsage();
  let fault: string | null = null;
  let isWritten = false;
  try {
    isWritten = (await publishFolder()).isWritten;
  } catch (error) {
    fault = errorFault(error);
  }
  const elapsed = millisecondsSince(start);
  if (fault) return fault;
  if (elapsed > LIMIT_MS) return `took ${Math.round(elapsed / 1000)} s`;
  if (!isWritten) return (await snapshot()) === before ? null : 'something was written';
  return servedFault();
}

/** The same, of the chain alone, with a GDAL that is kept from one input to the next. */
async function preparationFault(files: Files, gdal: Gdal): Promise<string | null> {
  const given = Object.entries(files).map(([path, bytes]): SourceFile => {
    return { path: `lot/${path}`, bytes: new Uint8Array(bytes) };
  });
  const start = process.cpuUsage();
  try {
    await prepare(
      { files: given, from: null, crs: null, keep: [], description: {} },
      await contextOf(gdal),
    );
  } catch (error) {
    const fault = errorFault(error);
    if (fault) return fault;
  }
  const elapsed = millisecondsSince(start);
  return elapsed > LIMIT_MS ? `took ${Math.round(elapsed / 1000)} s` : null;
}

function millisecondsSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

async function contextOf(gdal: Gdal): Promise<PublishContext> {
  territory ??= JSON.parse(await readFile(join(site.dataDir, 'territory.json'), 'utf8'));
  return {
    territory: { ...(territory as Territory), extent: [2.2, 50.3, 2.9, 50.7] },
    communes: null,
    published: async () => null,
    gdal: async () => gdal,
    today: '2026-01-01',
  };
}

/** An error that is no `AppError`, or has no French sentence of its own. */
function errorFault(error: unknown): string | null {
  if (!(error instanceof AppError)) return `threw ${(error as Error)?.stack ?? error}`;
  const sentence = commandSentence(error);
  if (sentence.includes(error.message)) return `has no sentence: ${error.message}`;
  return /undefined|\[object/.test(sentence) ? `says « ${sentence} »` : null;
}

async function servedFault(): Promise<string | null> {
  const catalogue = await readCatalogue(site);
  for (const { file } of catalogue?.layers ?? []) {
    const data = await readFile(join(site.publicDir, file.path));
    const hash = createHash('sha256').update(data).digest('hex').slice(0, 8);
    if (hash !== file.version) return `${file.path} is not what its name says`;
  }
  const outside = await readdir(folder);
  return outside.sort().join() === 'lot,site' ? null : `wrote ${outside.join()}`;
}

/** All that stands in the folder of the test but what was handed over: names, and what the catalogue says. */
async function snapshot(): Promise<string> {
  const names = (await readdir(folder, { recursive: true })).filter(
    (name) => !name.startsWith('lot'),
  );
  const catalogue = await readFile(join(site.publicDir, 'catalogue.json'), 'utf8').catch(() => '');
  return [...names.sort(), catalogue].join('\n');
}

async function handOver(files: Files): Promise<void> {
  await rm(join(folder, 'lot'), { recursive: true, force: true });
  for (const [path, bytes] of Object.entries(files)) {
    const target = join(folder, 'lot', path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, bytes);
  }
}

function publishFolder() {
  return publish(
    {
      paths: [join(folder, 'lot')],
      from: null,
      crs: null,
      keep: [],
      description: {},
      accept: true,
      dryRun: false,
    },
    site,
  );
}

const square = (i: number) => createSquare(2.5 + i / 100, 50.5, 0.005);

const GEOJSON = JSON.stringify({
  type: 'FeatureCollection',
  features: [0, 1, 2, 3].map((i) => ({
    type: 'Feature',
    id: i,
    geometry: square(i),
    properties: { id: `Z${i}`, nom: 'Béthune', surface: 12.5 * i, date: '2024-03-31' },
  })),
});

/** Small files of each format that we read ourselves, sound. */
function ownSeeds(): Record<string, Files> {
  const csv =
    'id;nom;longitude;latitude;surface\n1;Béthune;2,64;50,53;1 250,5\n2;Lens;2,83;50,43;12\n';
  const wkt = 'id,geom\n1,"POLYGON((2.6 50.5,2.7 50.5,2.7 50.6,2.6 50.5))"\n2,POINT(2.6 50.5)\n';
  const lines = [0, 1].map((i) =>
    JSON.stringify({ type: 'Feature', geometry: square(i), properties: { id: i } }),
  );
  const fields = [
    { name: 'LIBELLE', type: 'C', length: 12 },
    { name: 'TYPEZONE', type: 'C', length: 3 },
    { name: 'IDURBA', type: 'C', length: 30 },
  ] as const;
  const ring: [number, number][] = [
    [680_000, 7_040_000],
    [680_000, 7_040_100],
    [680_100, 7_040_100],
    [680_000, 7_040_000],
  ];
  const shapefile = createZippedShapefile(
    [[ring], null],
    [...fields],
    [
      ['Ua          ', 'U  ', '62119_PLU_20200101'.padEnd(30)],
      ['N           ', 'N  ', '62119_PLU_20200101'.padEnd(30)],
    ],
  );
  const meta = createLayerMeta({ id: 'text', n: 'integer' }, { id: 'a', geometry: 'polygon' });
  const parquet = encodeGeoParquet(meta, {
    geometry: geometriesToColumn([square(0), square(1)]),
    columns: { id: ['a', 'b'], n: [1, 2] },
  });
  const plu = zipSync({
    '62119_PLU_20200101/62119_DOC_URBA_20200101.csv': strToU8(
      'IDURBA;TYPEDOC;ETAT;NOMPROC;DATAPPRO\n62119_PLU_20200101;PLU;03;E;20200101\n',
    ),
    '62119_PLU_20200101/Donnees_geographiques/62119_ZONE_URBA_20200101.geojson': strToU8(
      JSON.stringify({
        type: 'FeatureCollection',
        features: [0, 1].map((i) => ({
          type: 'Feature',
          geometry: square(i),
          properties: {
            LIBELLE: 'Ua',
            TYPEZONE: 'U',
            NOMFIC: 'r.pdf',
            IDURBA: '62119_PLU_20200101',
          },
        })),
      }),
    ),
    '62119_PLU_20200101/fr-000062119-plu20200101.xml': strToU8(
      '<gmd:MD_Metadata xmlns:gmd="http://www.isotc211.org/2005/gmd"><gmd:dateStamp>2020</gmd:dateStamp></gmd:MD_Metadata>',
    ),
  });
  return {
    GeoJSON: { 'a.geojson': strToU8(GEOJSON) },
    'GeoJSON lines': { 'a.geojsonl': strToU8(lines.join('\n')) },
    CSV: { 'a.csv': strToU8(csv) },
    'CSV with WKT': { 'a.csv': strToU8(wkt) },
    'zipped Shapefile': { 'a.zip': shapefile },
    GeoParquet: { 'a.parquet': parquet },
    'PLU archive': { 'plu.zip': plu },
    'two files': { 'a.geojson': strToU8(GEOJSON), 'b.csv': strToU8(csv) },
  };
}

/** Small files of the formats that GDAL reads, sound. */
async function gdalSeeds(): Promise<Record<string, Files>> {
  const gdal = await startGdalModule();
  const table = JSON.parse(GEOJSON);
  const write = (name: string, ...options: string[]) => writeWithGdal(gdal, table, name, options);
  return {
    GeoPackage: write('a.gpkg', '-f', 'GPKG'),
    TAB: write('a.tab', '-f', 'MapInfo File'),
    MIF: write('a.mif', '-f', 'MapInfo File'),
    GML: write('a.gml', '-f', 'GML'),
    KML: write('a.kml', '-f', 'KML'),
    FlatGeobuf: write('a.fgb', '-f', 'FlatGeobuf'),
    DXF: write('a.dxf', '-f', 'DXF', '-skipfailures'),
    XLSX: write('a.xlsx', '-f', 'XLSX'),
  };
}
