import { existsSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { TerritoryFile } from '../../src/domain/catalogue.ts';
import type { Extent } from '../../src/domain/units.ts';
import { followLayers } from '../library/follow-layers.ts';
import { enterServed } from '../publish/enter-territory.ts';
import { readDataFile } from '../publish/read-data-file.ts';
import { readCatalogue, type Site } from '../publish/site.ts';
import { withSite } from '../publish/site-lock.ts';
import { onDisk, writeWhole } from '../publish/write-whole.ts';
import { chooseMetricCrs } from '../territory/choose-metric-crs.ts';
import { boxAround, readOfficialGroup } from '../territory/official-groups.ts';
import { territoryNames } from '../territory/territory-names.ts';
import type { TerritoryWords } from './arguments.ts';

/** What is to be entered, and where. */
export interface InitRequest {
  site: Site;
  /** The main site, for a territory beside it. */
  main: Site | null;
  siren: string;
  force: boolean;
  said: TerritoryWords;
}

/** What became of it. */
export interface InitOutcome {
  territory: TerritoryFile;
  /** `territory.json`, from the folder of the command. */
  path: string;
  isNew: boolean;
  /** How many communes it has, and the names of those whose extent is not in the official list. */
  communes: number;
  without: string[];
  /** Where what was there of another territory is kept. */
  kept: string[];
  /** How many layers are served. */
  layers: number;
  /** French sentence on the library. */
  library: string;
}

/**
 * Enters a territory of the official list: writes its `territory.json`, then the catalogue with its extent and the layers that it
 * has, then its library. What somebody wrote in the file of the same territory stays; of another one, `force` alone makes it give way:
 * its description and what it serves are then kept beside.
 * @throws {AppError} `territory-unknown`; as `commitSite`.
 */
export async function initTerritory(
  request: InitRequest,
): Promise<InitOutcome | { occupied: TerritoryFile; path: string }> {
  const { site, siren, force } = request;
  const official = describeOfficial(siren);
  const file = join(site.dataDir, 'territory.json');
  const path = relative(process.cwd(), file);
  const there = await readTerritory(file);
  const served = (await readCatalogue(site))?.territory ?? null;
  const other = [there, served].find((territory) => territory && territory.siren !== siren);
  if (other && !force) return { occupied: other, path };
  const main = request.main ?? site;
  const model = there ?? (await readDataFile<TerritoryFile>(main.dataDir, 'territory.json'));
  const territory = complete(official.territory, model, request.said);
  const { catalogue, kept } = await withSite(site, async (locked) => {
    const aside = other ? await keepAside(site, other.siren) : [];
    await writeWhole(file, `${JSON.stringify(territory, null, 2)}\n`);
    return { catalogue: await enterServed(locked), kept: aside };
  });
  return {
    territory,
    path,
    isNew: there === null,
    kept,
    communes: official.communes,
    without: official.without,
    layers: catalogue.layers.length,
    library: await followLayers(site, catalogue),
  };
}

function describeOfficial(siren: string) {
  const group = readOfficialGroup(siren);
  const own = group.communes.filter(({ hasOwnExtent }) => hasOwnExtent);
  const extent = boxAround(own.map((commune) => commune.extent));
  const department = group.communes[0]?.department ?? '';
  const territory = {
    ...territoryNames(group.name),
    siren,
    metricCrs: chooseMetricCrs(department, extent),
    extent,
    banner: null,
  };
  const without = group.communes.filter((commune) => !commune.hasOwnExtent).map(({ name }) => name);
  return { territory, communes: group.communes.length, without };
}

/** The official description with what somebody wrote of the same territory, or of another one what is of no place. */
function complete(
  official: TerritoryFile & { extent: Extent },
  model: TerritoryFile,
  said: TerritoryWords,
): TerritoryFile {
  if (model.siren === official.siren) {
    return { ...official, ...model, extent: official.extent, ...said };
  }
  const { basemaps, embed, geocoder } = model;
  return {
    ...official,
    ...(basemaps && { basemaps }),
    ...(embed && { embed }),
    ...(geocoder && { geocoder }),
    ...said,
  };
}

async function readTerritory(path: string): Promise<TerritoryFile | null> {
  if (!existsSync(path)) return null;
  return readDataFile<TerritoryFile>(dirname(path), 'territory.json');
}

/** Moves what is of another territory beside its place: what is served, its description and the descriptions of its layers. */
async function keepAside(site: Site, siren: string): Promise<string[]> {
  const served = await readCatalogue(site);
  const places = (name: string) =>
    [join(site.dataDir, `avant-${name}`), `${site.publicDir}-${name}`] as const;
  const names = Array.from({ length: 99 }, (_, i) => (i === 0 ? siren : `${siren}-${i + 1}`));
  const free = names.find((name) => !places(name).some((path) => existsSync(path))) ?? siren;
  const [data, files] = places(free);
  const moves = [
    [join(site.dataDir, 'territory.json'), join(data, 'territory.json')],
    [join(site.dataDir, 'published'), join(data, 'published')],
    ...(served ? SERVED.map((name) => [join(site.publicDir, name), join(files, name)]) : []),
  ] as [string, string][];
  const kept = moves.filter(([from]) => existsSync(from));
  for (const [from, to] of kept) {
    await onDisk(to, async () => {
      await mkdir(dirname(to), { recursive: true });
      await rename(from, to);
    });
  }
  return [...new Set(kept.map(([, to]) => relative(process.cwd(), dirname(to))))];
}

/** What is served of one territory; the catalogue first, without which nothing is. */
const SERVED = [
  'catalogue.json',
  'library.json',
  'dcat.jsonld',
  'premiere-carte.svg',
  'collecte.json',
  'layers',
  'metadata',
  'communes',
  'seances',
];
