import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Catalogue, parseCatalogue, type Theme } from '../../src/domain/catalogue.ts';
import { AppError } from '../../src/domain/errors.ts';
import { readDataFolder } from './read-data-file.ts';

/** The two folders of a deployment. */
export interface Site {
  /** What is served: `catalogue.json` and what it names. */
  publicDir: string;
  /** What goes in: `published/`, and `territory.json` and `themes/` where they are not the project's own. */
  dataDir: string;
}

/**
 * The site that a command works on: `out` where it is given, else `ARPENT_PUBLIC`, else `public/`; and `ARPENT_DATA`, else
 * `data/`. A `territory` beside the main one has a folder of its own in both: `public/NAME/` and `data/territoires/NAME/`.
 */
export function siteOf(out: string | undefined, territory?: string | null): Site {
  const root = join(import.meta.dirname, '..', '..');
  const publicDir = process.env.ARPENT_PUBLIC ?? join(root, 'public');
  const dataDir = process.env.ARPENT_DATA ?? join(root, 'data');
  if (!territory) return { publicDir: out ?? publicDir, dataDir };
  return {
    publicDir: out ?? join(publicDir, territory),
    dataDir: join(dataDir, TERRITORIES, territory),
  };
}

/** Folder of the data folder that holds those of the territories beside the main one. */
export const TERRITORIES = 'territoires';

/** Whether a territory's folder may have that name: it stands beside those of the app and of what is served. */
export function isTerritoryFolder(name: string): boolean {
  return /^[a-z][a-z0-9-]{0,39}$/.test(name) && !TAKEN_FOLDERS.includes(name);
}

/** Folders of a site, and of what a host may put beside it. */
const TAKEN_FOLDERS = [
  'assets',
  'communes',
  'hors-ligne',
  'icones',
  'layers',
  'metadata',
  'restreint',
  'seances',
];

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

/** The themes of the layer tree with their ready-made maps, in the order of their files in `themes/`. */
export async function readThemes(site: Site): Promise<Theme[]> {
  const files = await readDataFolder<Theme>(site.dataDir, 'themes');
  return files.map(({ content: { id, title, maps } }) => ({ id, title, ...(maps && { maps }) }));
}

/** Where the catalogue is. */
export function cataloguePath(site: Site): string {
  return join(site.publicDir, 'catalogue.json');
}

/** Where what is known of a layer that was published by hand is kept, to be edited. */
export function descriptionPath(site: Site, id: string): string {
  return join(site.dataDir, 'published', `${id}.json`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError('catalogue-invalid', 'catalogue.json is no JSON', { path: '' }, cause);
  }
}
