import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import { AppError } from '../../src/domain/errors.ts';
import type { Layer } from '../../src/domain/layer.ts';
import type { LayerHistory } from '../../src/domain/layer-history.ts';
import { versionOf } from '../../src/publish/write/encode-layer.ts';
import { parseHistory } from '../../src/versions/parse-history.ts';
import type { Site } from './site.ts';
import { onDisk, PART, remove } from './write-whole.ts';

/** A file of the site whose name tells its content; `path` is from the public folder. */
export interface ContentFile {
  path: string;
  data: Uint8Array<ArrayBuffer>;
}

/** The file of a layer's history. */
export async function historyFile(history: LayerHistory): Promise<ContentFile> {
  const data = new TextEncoder().encode(`${JSON.stringify(history)}\n`);
  return { path: `layers/${history.layer}.${await versionOf(data)}.history.json`, data };
}

/**
 * The history of a layer; null for one that has none, as those of the embedded territory.
 * @throws {AppError} `history-invalid` with the `layer` and the `path` of a file that is not there or not whole.
 */
export async function readHistory(site: Site, layer: Layer): Promise<LayerHistory | null> {
  if (!layer.history) return null;
  try {
    return parseHistory(JSON.parse(await readFile(join(site.publicDir, layer.history), 'utf8')));
  } catch (cause) {
    const context = { layer: layer.id, path: layer.history };
    throw new AppError('history-invalid', `cannot read ${layer.history}`, context, cause);
  }
}

/** Where what is left of a damaged history is kept, to be mended by hand: beside the descriptions, served to nobody. */
export function asidePath(site: Site, history: string): string {
  return join(site.dataDir, 'published', `${basename(history)}${ASIDE}`);
}

/**
 * Removes the files of `layers/` that neither the catalogue nor a history that it names knows of; what has not a name that
 * publishing gives is somebody else's and stays. Where a history cannot be read, nothing is removed: what it names may be among
 * them; of a layer whose damaged history is kept aside, all versions stay.
 * @throws {AppError} as `onDisk`.
 */
export async function removeUnnamedFiles(site: Site, catalogue: Catalogue | null): Promise<void> {
  const folder = join(site.publicDir, 'layers');
  const files = (await listFiles(folder)).filter((name) => OWN_NAME.test(name));
  const named = await namedFiles(site, catalogue?.layers ?? []);
  const damaged = new Set(
    (await listFiles(join(site.dataDir, 'published')))
      .filter((name) => name.endsWith(ASIDE))
      .map((name) => name.split('.')[0]),
  );
  const isKept = (name: string) => name.endsWith('.parquet') && damaged.has(name.split('.')[0]);
  const unnamed = files.filter((name) =>
    named ? !named.has(name) && !isKept(name) : name.endsWith(PART),
  );
  await Promise.all(unnamed.map((name) => remove(join(folder, name))));
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await onDisk(folder, () =>
    readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    }),
  );
  return entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name);
}

async function namedFiles(site: Site, layers: readonly Layer[]): Promise<Set<string> | null> {
  const named = new Set<string>();
  for (const layer of layers) {
    named.add(basename(layer.file.path));
    if (layer.history) named.add(basename(layer.history));
    try {
      const history = await readHistory(site, layer);
      for (const version of history?.versions ?? []) named.add(basename(version.layer.file.path));
    } catch (error) {
      if (error instanceof AppError) return null;
      throw error;
    }
  }
  return named;
}

/** End of the name of a damaged history that is kept. */
const ASIDE = '.damaged';

/** What publishing writes in `layers/`: files of versions and histories, whole or not. */
const OWN_NAME = /\.(parquet|history\.json)(\.part)?$/;
