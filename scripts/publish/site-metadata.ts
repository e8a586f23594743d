import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import {
  ISO_19115_3_FOLDER,
  ISO_19139_FOLDER,
  type KnownRecords,
  metadataFiles,
  withoutStamp,
} from '../../src/publish/metadata/metadata-files.ts';
import type { Site } from './site.ts';
import { putAllInPlace, remove, stage } from './write-whole.ts';

/**
 * Stages the files of a catalogue's metadata that say something else than those that are there; gives their places. About
 * 1 ms a layer when nothing changes.
 * @throws {AppError} as `stage`.
 */
export async function stageMetadata(site: Site, catalogue: Catalogue): Promise<string[]> {
  const today = new Date().toISOString().slice(0, 10);
  const staged: string[] = [];
  for (const file of await metadataFiles(catalogue, today, known)) {
    const path = join(site.publicDir, file.path);
    const there = await readFile(path, 'utf8').catch(absent);
    if (there === file.text) continue;
    if (there !== null && withoutStamp({ ...file, text: there }) === withoutStamp(file)) continue;
    await stage(path, file.text);
    staged.push(path);
  }
  return staged;
}

/** The records of the site that was last written: a publication looks at them twice, a collection once for each source. */
const known: KnownRecords = new Map();

/** Brings the files of metadata into line with the catalogue that is served. @throws {AppError} as `onDisk`. */
export async function mendMetadata(site: Site, catalogue: Catalogue): Promise<void> {
  await putAllInPlace(await stageMetadata(site, catalogue));
  await removeUnnamedMetadata(site, catalogue);
}

/** Removes the records of layers that are served no more, and what was never finished. @throws {AppError} as `onDisk`. */
export async function removeUnnamedMetadata(site: Site, { layers }: Catalogue): Promise<void> {
  const named = new Set(layers.map(({ id }) => `${id}.xml`));
  for (const folder of [ISO_19139_FOLDER, ISO_19115_3_FOLDER]) {
    const entries = await readdir(join(site.publicDir, folder), { withFileTypes: true }).catch(
      absent,
    );
    const files = entries?.filter((entry) => entry.isFile()) ?? [];
    for (const { name } of files.filter((file) => !named.has(file.name))) {
      await remove(join(site.publicDir, folder, name));
    }
  }
}

function absent(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
