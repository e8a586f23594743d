import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import * as v from 'valibot';
import { type Catalogue, layerMetaSchema } from '../../src/domain/catalogue.ts';
import { removeUnnamedFiles } from './layer-files.ts';
import { descriptionPath, readCatalogue } from './site.ts';
import type { LockedSite } from './site-lock.ts';
import { mendMetadata } from './site-metadata.ts';
import { PART, putInPlace, remove } from './write-whole.ts';

/**
 * Finishes or takes back what a publication that was cut short left behind: a description beside its place takes it when it
 * is that of the layer that is served, and goes otherwise; so do files that nothing names; metadata are brought into line.
 * Gives the catalogue; null when there is none.
 * @throws {AppError} as `readCatalogue` and `onDisk`.
 */
export async function repairSite(site: LockedSite): Promise<Catalogue | null> {
  const catalogue = await readCatalogue(site);
  for (const name of await readdir(site.publicDir)) {
    if (name.endsWith(PART)) await remove(join(site.publicDir, name));
  }
  for (const id of await stagedIds(site)) {
    const path = descriptionPath(site, id);
    if (await isServed(path + PART, catalogue, id)) await putInPlace(path);
    else await remove(path + PART);
  }
  if (catalogue) await mendMetadata(site, catalogue);
  await removeUnnamedFiles(site, catalogue);
  return catalogue;
}

async function stagedIds(site: LockedSite): Promise<string[]> {
  const names = await readdir(join(site.dataDir, 'published')).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    },
  );
  return names.filter((name) => name.endsWith(PART)).map((name) => basename(name, `.json${PART}`));
}

/** Whether the description is whole and tells of the layer as it is served. */
async function isServed(path: string, catalogue: Catalogue | null, id: string): Promise<boolean> {
  const served = catalogue?.layers.find((layer) => layer.id === id);
  if (!served) return false;
  const text = await readFile(path, 'utf8');
  try {
    const meta = v.parse(layerMetaSchema, JSON.parse(text));
    return isDeepStrictEqual(meta, v.parse(layerMetaSchema, served));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof v.ValiError) return false;
    throw error;
  }
}
