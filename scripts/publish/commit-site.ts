import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import {
  CATALOGUE_VERSION,
  type Catalogue,
  parseCatalogue,
  type TerritoryFile,
  type Theme,
} from '../../src/domain/catalogue.ts';
import { AppError } from '../../src/domain/errors.ts';
import type { Layer, LayerMeta } from '../../src/domain/layer.ts';
import type { Extent } from '../../src/domain/units.ts';
import { simulationBanner } from '../../src/publish/strings/simulation-banner.ts';
import { type ContentFile, removeUnnamedFiles } from './layer-files.ts';
import { readDataFile } from './read-data-file.ts';
import { repairSite } from './repair-site.ts';
import { cataloguePath, descriptionPath, readThemes } from './site.ts';
import type { LockedSite } from './site-lock.ts';
import { removeUnnamedMetadata, stageMetadata } from './site-metadata.ts';
import { afterwards, putAllInPlace, putInPlace, stage, writeWhole } from './write-whole.ts';

/** What is to be served. */
export interface SiteChange {
  /** Every entry of the catalogue, in the order of the layers within their theme. */
  layers: readonly Layer[];
  /** Files that the entries name and that may not be there yet. */
  files: readonly ContentFile[];
  /** What is to be kept of layers that are published by hand: `data/published/<id>.json`. */
  descriptions: readonly LayerMeta[];
}

/**
 * Changes what is served, whole or not at all. Files named by their content come first, then descriptions, metadata and the
 * catalogue are written beside their places, all brought to the disk; the rename of the catalogue is what decides; then the
 * others take their places and files that nothing names any more are removed. What is left undone by a crash after
 * the rename, `repairSite` does.
 * @throws {AppError} as `onDisk`; with `isPublished` true when only what follows the rename failed.
 */
export async function commitSite(site: LockedSite, change: SiteChange): Promise<Catalogue> {
  const catalogue = await toCatalogue(site, change.layers);
  const path = cataloguePath(site);
  const followers: string[] = [];
  try {
    await site.assertHeld();
    for (const file of change.files) await writeContent(site, file);
    for (const meta of change.descriptions) {
      const description = descriptionPath(site, meta.id);
      await stage(description, `${JSON.stringify(meta, null, 2)}\n`);
      followers.push(description);
    }
    followers.push(...(await stageMetadata(site, catalogue)));
    await site.assertHeld();
    await stage(path, `${JSON.stringify(catalogue)}\n`);
    await site.assertHeld();
    await putInPlace(path);
  } catch (error) {
    if (isLockLost(error)) throw error;
    const served = await settle(site);
    throw isDeepStrictEqual(served, catalogue) ? afterwards(error) : error;
  }
  try {
    await putAllInPlace(followers);
    await removeUnnamedMetadata(site, catalogue);
    await removeUnnamedFiles(site, catalogue);
  } catch (error) {
    throw afterwards(error);
  }
  return catalogue;
}

/** A file that is there with the same bytes is left alone; one that is damaged is written anew. */
async function writeContent(site: LockedSite, { path, data }: ContentFile): Promise<void> {
  const target = join(site.publicDir, path);
  const there = await readFile(target).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (!there?.equals(data)) await writeWhole(target, data);
}

/** What is there when the lock is gone may be another's, in the midst of its work. */
function isLockLost(error: unknown): boolean {
  return error instanceof AppError && error.context.reason === 'lock-lost';
}

/**
 * Takes back what was written before a failure; gives what is served, null when even that cannot be done now.
 * @throws {AppError} as `assertHeld`.
 */
async function settle(site: LockedSite): Promise<Catalogue | null> {
  await site.assertHeld();
  try {
    return await repairSite(site);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return null;
  }
}

/**
 * Layers ordered by theme; the sentence that says what is simulated, where a layer is; the territory's extent is that of its communes, else the one that `territory.json` gives, else that of all
 * layers.
 * @throws {AppError} `catalogue-invalid` for a layer that a catalogue cannot hold.
 */
async function toCatalogue(site: LockedSite, layers: readonly Layer[]): Promise<Catalogue> {
  const themes = await readThemes(site);
  const territory: TerritoryFile = await readDataFile(site.dataDir, 'territory.json');
  const rank = (layer: Layer) => themes.findIndex((theme) => theme.id === layer.theme);
  return parseCatalogue({
    version: CATALOGUE_VERSION,
    territory: {
      ...territory,
      extent: territoryExtent(layers, territory.extent),
      banner: simulationBanner(layers, territory.banner),
    },
    themes: themes.map((theme) => withServedMaps(theme, layers)),
    layers: [...layers].sort((a, b) => rank(a) - rank(b)),
  });
}

/** A theme without the ready-made maps that show a layer which is not served. */
function withServedMaps({ maps, ...theme }: Theme, layers: readonly Layer[]): Theme {
  const served = new Set(layers.map(({ id }) => id));
  const kept = (maps ?? []).filter((map) => map.layers.every(({ id }) => served.has(id)));
  return { ...theme, ...(kept.length > 0 && { maps: kept }) };
}

function territoryExtent(layers: readonly Layer[], said: Extent | undefined): Extent {
  const communes = layers.filter((layer) => layer.id === 'communes');
  if (said && communes.length === 0) return said;
  const boxes = (communes.length > 0 ? communes : layers).map((layer) => layer.extent);
  const bound = (index: 0 | 1 | 2 | 3, pick: (...values: number[]) => number) =>
    pick(...boxes.map((box) => box[index]));
  return [bound(0, Math.min), bound(1, Math.min), bound(2, Math.max), bound(3, Math.max)];
}
