import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import type { Layer } from '../../src/domain/layer.ts';
import { commitSite } from './commit-site.ts';
import { repairSite } from './repair-site.ts';
import { readCatalogue, type Site } from './site.ts';
import type { LockedSite } from './site-lock.ts';

/**
 * Enters the layers of the embedded territory, whose files are written, in the catalogue. Layers that were published by hand
 * are kept, and stand in the place of one of the territory with the same id.
 * @throws {AppError} as `commitSite`.
 */
export async function enterTerritory(
  site: LockedSite,
  layers: readonly Layer[],
): Promise<Catalogue> {
  const byHand = new Set(await publishedIds(site));
  const previous = (await readCatalogue(site))?.layers ?? [];
  const published = new Map(
    previous.filter(({ id }) => byHand.has(id)).map((layer) => [layer.id, layer]),
  );
  const own = new Set(layers.map(({ id }) => id));
  const added = [...published.values()].filter(({ id }) => !own.has(id));
  const all = [...layers.map((layer) => published.get(layer.id) ?? layer), ...added];
  return commitSite(site, { layers: all, files: [], descriptions: [] });
}

/**
 * Enters in the catalogue the layers that are served, with the territory as its file now says; a site of which nothing is served yet
 * has then a catalogue without layers.
 * @throws {AppError} as `commitSite`.
 */
export async function enterServed(site: LockedSite): Promise<Catalogue> {
  const served = await repairSite(site);
  return commitSite(site, { layers: served?.layers ?? [], files: [], descriptions: [] });
}

async function publishedIds(site: Site): Promise<string[]> {
  const files = await readdir(join(site.dataDir, 'published')).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    },
  );
  return files.filter((name) => name.endsWith('.json')).map((name) => basename(name, '.json'));
}
