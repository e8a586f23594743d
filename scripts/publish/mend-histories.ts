import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import { AppError } from '../../src/domain/errors.ts';
import type { Layer } from '../../src/domain/layer.ts';
import { commitSite } from './commit-site.ts';
import { beginHistory } from './layer-commit.ts';
import { asidePath, type ContentFile, historyFile, readHistory } from './layer-files.ts';
import type { LockedSite } from './site-lock.ts';
import { onDisk, writeWhole } from './write-whole.ts';

/**
 * Begins a new history, with the version that is served, for each layer whose history is missing or damaged; `onMend` hears of
 * each. What is left of the old one is kept aside in the data folder, and as long as it is there, so are the files of its
 * versions: it may be mended by hand. Gives the catalogue as it is served then. Reads every history.
 * @throws {AppError} as `commitSite`.
 */
export async function mendHistories(
  site: LockedSite,
  catalogue: Catalogue | null,
  onMend: (layer: string) => void,
): Promise<Catalogue | null> {
  if (!catalogue) return null;
  const files: ContentFile[] = [];
  const layers: Layer[] = [];
  for (const layer of catalogue.layers) {
    layers.push(layer);
    if (await isReadable(site, layer)) continue;
    await keepAside(site, layer.history as string);
    const file = await historyFile(await beginHistory(site, layer));
    files.push(file);
    layers[layers.length - 1] = { ...layer, history: file.path };
  }
  if (files.length === 0) return catalogue;
  const mended = await commitSite(site, { layers, files, descriptions: [] });
  const changed = layers.filter((layer) => !catalogue.layers.includes(layer));
  for (const { id } of changed) onMend(id);
  return mended;
}

async function isReadable(site: LockedSite, layer: Layer): Promise<boolean> {
  try {
    await readHistory(site, layer);
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === 'history-invalid') return false;
    throw error;
  }
}

/** Of a file that is missing, an empty one is kept: it stands for the versions that it named. */
async function keepAside(site: LockedSite, history: string): Promise<void> {
  const path = join(site.publicDir, history);
  const data = await onDisk(path, () =>
    readFile(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '';
      throw error;
    }),
  );
  await writeWhole(asidePath(site, history), data);
}
