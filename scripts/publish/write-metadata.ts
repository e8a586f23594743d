import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import {
  type MetadataFile,
  metadataFiles,
  withoutStamp,
} from '../../src/publish/metadata/metadata-files.ts';
import type { Site } from './site.ts';
import { onDisk, remove, writeWhole } from './write-whole.ts';

/**
 * Writes the metadata of what is served, `dcat.jsonld` and `metadata/`, for others to harvest: those that say something
 * else than before, each whole or not at all, with `today` (`YYYY-MM-DD`) as their day; removes those of layers that are
 * gone. What a crash leaves undone, the next publication does.
 * @throws {AppError} as `onDisk`.
 */
export async function writeMetadata(
  site: Site,
  catalogue: Catalogue,
  today = new Date().toISOString().slice(0, 10),
): Promise<void> {
  const files = await metadataFiles(catalogue, today);
  await Promise.all(files.map((file) => writeChanged(site, file)));
  const named = new Set(files.map(({ path }) => basename(path)));
  const there = await readNames(join(site.publicDir, 'metadata'));
  const gone = there.filter((name) => !named.has(name));
  await Promise.all(gone.map((name) => remove(join(site.publicDir, 'metadata', name))));
}

async function writeChanged(site: Site, file: MetadataFile): Promise<void> {
  const target = join(site.publicDir, file.path);
  const before = await absentAsNull(target, readFile(target, 'utf8'));
  if (before !== null && withoutStamp({ ...file, text: before }) === withoutStamp(file)) return;
  await writeWhole(target, file.text);
}

async function readNames(folder: string): Promise<string[]> {
  return (await absentAsNull(folder, readdir(folder))) ?? [];
}

function absentAsNull<T>(path: string, read: Promise<T>): Promise<T | null> {
  const orNull = read.catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  return onDisk(path, () => orNull);
}
