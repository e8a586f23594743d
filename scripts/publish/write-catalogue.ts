import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import {
  CATALOGUE_VERSION,
  type Catalogue,
  parseCatalogue,
  type Territory,
  type Theme,
} from '../../src/domain/catalogue.ts';
import { AppError } from '../../src/domain/errors.ts';
import type { Layer } from '../../src/domain/layer.ts';
import type { Extent } from '../../src/domain/units.ts';
import { readDataFile, readDataFolder } from './read-data-file.ts';

/** The two folders of a deployment. */
export interface Site {
  /** What is served: `catalogue.json` and `layers/`. */
  publicDir: string;
  /** What goes in: `published/`, and `territory.json` and `themes/` where they are not the project's own. */
  dataDir: string;
}

/**
 * Enters the layers of the embedded territory in the catalogue. Layers that were published by hand are kept, and stand
 * before one of the territory with the same id.
 */
export async function enterTerritory(site: Site, layers: readonly Layer[]): Promise<Catalogue> {
  const byHand = new Set(await publishedIds(site));
  const previous = (await readCatalogue(site))?.layers ?? [];
  const published = previous.filter(({ id }) => byHand.has(id));
  const kept = new Set(published.map(({ id }) => id));
  return writeCatalogue(site, [...layers.filter(({ id }) => !kept.has(id)), ...published]);
}

/** Enters one layer in the catalogue, in the place of the layer of its id if there is one. */
export async function enterLayer(site: Site, layer: Layer): Promise<Catalogue> {
  const layers = [...((await readCatalogue(site))?.layers ?? [])];
  const index = layers.findIndex((candidate) => candidate.id === layer.id);
  if (index >= 0) layers[index] = layer;
  else layers.push(layer);
  return writeCatalogue(site, layers);
}

/**
 * The catalogue that is served, or null when there is none yet.
 * @throws {AppError} `catalogue-version` or `catalogue-invalid`.
 */
export async function readCatalogue(site: Site): Promise<Catalogue | null> {
  const text = await readFile(cataloguePath(site), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  return text === null ? null : parseCatalogue(parseJson(text));
}

/** The themes of the layer tree, in the order of their files in `themes/`. */
export async function readThemes(site: Site): Promise<Theme[]> {
  const files = await readDataFolder<Theme>(site.dataDir, 'themes');
  return files.map(({ content: { id, title } }) => ({ id, title }));
}

/**
 * Writes `catalogue.json` in one stroke, layers ordered by theme, and removes the layer files that it does not name.
 * The territory's extent is that of its communes, or of all layers where there are none.
 */
async function writeCatalogue(site: Site, layers: readonly Layer[]): Promise<Catalogue> {
  const themes = await readThemes(site);
  const territory: Omit<Territory, 'extent'> = await readDataFile(site.dataDir, 'territory.json');
  const rank = (layer: Layer) => themes.findIndex((theme) => theme.id === layer.theme);
  const ordered = [...layers].sort((a, b) => rank(a) - rank(b));
  const catalogue = parseCatalogue({
    version: CATALOGUE_VERSION,
    territory: { ...territory, extent: territoryExtent(layers) },
    themes,
    layers: ordered,
  });
  const path = cataloguePath(site);
  await mkdir(site.publicDir, { recursive: true });
  await writeFile(`${path}.part`, `${JSON.stringify(catalogue)}\n`);
  await rename(`${path}.part`, path);
  await removeUnnamedFiles(site, catalogue);
  return catalogue;
}

async function removeUnnamedFiles(site: Site, { layers }: Catalogue): Promise<void> {
  const named = new Set(layers.map((layer) => basename(layer.file.path)));
  const folder = join(site.publicDir, 'layers');
  const files = await readdir(folder).catch(() => []);
  const unnamed = files.filter((name) => !named.has(name));
  await Promise.all(unnamed.map((name) => rm(join(folder, name), { force: true })));
}

async function publishedIds(site: Site): Promise<string[]> {
  const files = await readdir(join(site.dataDir, 'published')).catch(() => []);
  return files.map((name) => basename(name, '.json'));
}

function territoryExtent(layers: readonly Layer[]): Extent {
  const communes = layers.filter((layer) => layer.id === 'communes');
  const boxes = (communes.length > 0 ? communes : layers).map((layer) => layer.extent);
  const bound = (index: 0 | 1 | 2 | 3, pick: (...values: number[]) => number) =>
    pick(...boxes.map((box) => box[index]));
  return [bound(0, Math.min), bound(1, Math.min), bound(2, Math.max), bound(3, Math.max)];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError('catalogue-invalid', 'catalogue.json is no JSON', { path: '' }, cause);
  }
}

function cataloguePath(site: Site): string {
  return join(site.publicDir, 'catalogue.json');
}
