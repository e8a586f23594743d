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

/** Which site is meant. */
export interface SiteChoice {
  /** SIREN of its intercommunality; null for any. */
  siren: string | null;
  /** Folder of a territory beside the main one; null for the main one, or whichever is of the SIREN. */
  territory: string | null;
  /** Another public folder. */
  out: string | undefined;
}

/**
 * The site that is chosen: the folder that is named, else the one of the SIREN, the main one first.
 * @throws {AppError} `territory-unknown`: reason `other`, with the `name` and SIREN (`served`) of the site that there is, where it is of another
 * SIREN; reason `folder` with the `folder` where there is none.
 */
export async function findSite({ siren, territory, out }: SiteChoice): Promise<TerritorySite> {
  const main = await readSite(siteOf(out));
  if (territory !== null) {
    if (!(await foldersOf(main.site)).includes(territory)) {
      const context = { reason: 'folder', folder: territory };
      throw new AppError('territory-unknown', `no territory in ${territory}`, context);
    }
    const named = await readSite(siteOf(out, territory));
    if (siren === null || named.territory.siren === siren) return named;
    throw otherSite(siren, named);
  }
  if (siren === null || main.territory.siren === siren) return main;
  for (const name of await foldersOf(main.site)) {
    const beside = await readSite(siteOf(out, name));
    if (beside.territory.siren === siren) return beside;
  }
  throw otherSite(siren, main);
}

function otherSite(siren: string, { territory }: TerritorySite): AppError {
  const { siren: served, name } = territory;
  const context = { reason: 'other', siren, served, name };
  return new AppError('territory-unknown', `no site is of ${siren}`, context);
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
