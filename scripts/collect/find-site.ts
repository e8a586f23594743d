import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { TerritoryFile } from '../../src/domain/catalogue.ts';
import { AppError } from '../../src/domain/errors.ts';
import { readDataFile } from '../publish/read-data-file.ts';
import { type Site, siteOf, TERRITORIES } from '../publish/site.ts';

/** A site and what its `territory.json` says. */
export interface TerritorySite {
  site: Site;
  territory: TerritoryFile;
}

/**
 * The site of an intercommunality: the main one, or one of the folders beside it; the main one for null. `out` is another public folder.
 * @throws {AppError} `territory-unknown`, reason `other`, with the `name` and SIREN (`served`) of the main one where no site is its.
 */
export async function findSite(
  siren: string | null,
  out: string | undefined,
): Promise<TerritorySite> {
  const main = await readSite(siteOf(out));
  if (siren === null || main.territory.siren === siren) return main;
  for (const name of await foldersOf(main.site)) {
    const beside = await readSite(siteOf(out, name));
    if (beside.territory.siren === siren) return beside;
  }
  const { siren: served, name } = main.territory;
  const context = { reason: 'other', siren, served, name };
  throw new AppError('territory-unknown', `no site is of ${siren}`, context);
}

async function readSite(site: Site): Promise<TerritorySite> {
  return { site, territory: await readDataFile<TerritoryFile>(site.dataDir, 'territory.json') };
}

async function foldersOf({ dataDir }: Site): Promise<string[]> {
  const entries = await readdir(join(dataDir, TERRITORIES), { withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    },
  );
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}
