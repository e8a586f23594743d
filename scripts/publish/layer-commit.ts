import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import * as v from 'valibot';
import { type Catalogue, layerSchema } from '../../src/domain/catalogue.ts';
import type { Layer } from '../../src/domain/layer.ts';
import type { LayerHistory, PublishedVersion } from '../../src/domain/layer-history.ts';
import { addVersion, toMeta, withoutHistory } from '../../src/versions/layer-versions.ts';
import { commitSite } from './commit-site.ts';
import { type ContentFile, historyFile, readHistory } from './layer-files.ts';
import type { Site } from './site.ts';
import type { LockedSite } from './site-lock.ts';
import { onDisk } from './write-whole.ts';

/** A version that is to be served, with the files of it that may not be there yet. */
export interface NewVersion extends PublishedVersion {
  files: readonly ContentFile[];
}

/** How a layer differs from what is served under its id. */
export type LayerNews = 'new' | 'changed' | 'metadata' | 'same';

/** What a layer would change: its rows, only what is said of it, or nothing. */
export function newsOf(layer: Layer, served: Layer | undefined): LayerNews {
  if (!served) return 'new';
  if (layer.file.version !== served.file.version) return 'changed';
  const plain = (entry: Layer) => v.parse(layerSchema, withoutHistory(entry));
  return isDeepStrictEqual(plain(layer), plain(served)) ? 'same' : 'metadata';
}

/**
 * Serves versions of layers, all or none, and enters each in its layer's history. A layer of the embedded territory that is
 * replaced becomes the first version of the history, so that one can go back to it.
 * @throws {AppError} `history-invalid`, and as `commitSite`.
 */
export async function commitLayers(
  site: LockedSite,
  catalogue: Catalogue | null,
  versions: readonly NewVersion[],
): Promise<Catalogue> {
  const layers = [...(catalogue?.layers ?? [])];
  const files: ContentFile[] = [];
  for (const { files: own, ...version } of versions) {
    const { id } = version.layer;
    const index = layers.findIndex((layer) => layer.id === id);
    const history = addVersion(await historyBefore(site, id, layers[index]), version);
    const file = await historyFile(history);
    const layer = { ...withoutHistory(version.layer), history: file.path };
    if (index >= 0) layers[index] = layer;
    else layers.push(layer);
    files.push(...own, file);
  }
  const descriptions = versions.map(({ layer }) => toMeta(layer));
  return commitSite(site, { layers, files, descriptions });
}

async function historyBefore(
  site: Site,
  id: string,
  served: Layer | undefined,
): Promise<LayerHistory> {
  if (!served) return { layer: id, versions: [] };
  return (await readHistory(site, served)) ?? beginHistory(site, served);
}

/** The history of a layer that has none: the version that is served, of the time of its file; empty when that is missing. */
export async function beginHistory(site: Site, served: Layer): Promise<LayerHistory> {
  const { id } = served;
  const path = join(site.publicDir, served.file.path);
  const written = await onDisk(path, () =>
    stat(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    }),
  );
  if (!written) return { layer: id, versions: [] };
  const publishedAt = written.mtime.toISOString();
  return { layer: id, versions: [{ publishedAt, layer: withoutHistory(served), accepted: {} }] };
}
