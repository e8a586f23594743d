import type { Catalogue } from '../../src/domain/catalogue.ts';
import type { Layer } from '../../src/domain/layer.ts';
import { pruneVersions, type Retention } from '../../src/versions/layer-versions.ts';
import { commitSite } from '../publish/commit-site.ts';
import { type ContentFile, historyFile, readHistory } from '../publish/layer-files.ts';
import { repairSite } from '../publish/repair-site.ts';
import type { Site } from '../publish/site.ts';
import { type LockOptions, withSite } from '../publish/site-lock.ts';
import { requireCatalogue, requireLayer } from './served-layers.ts';

/** What a pruning removes of one layer. */
export interface PrunedLayer {
  id: string;
  /** 8 digits each, newest first. */
  removed: string[];
  /** Bytes of their files. */
  bytes: number;
}

/**
 * Removes old versions of a layer, or of all that were published by hand: those that `retention` does not keep. Without
 * `confirmed` nothing is written: it only tells.
 * @throws {AppError} as `requireLayer`, `readHistory`, `withSite`, `commitSite`.
 */
export async function pruneLayers(
  site: Site,
  id: string | undefined,
  retention: Retention,
  confirmed: boolean,
  options: LockOptions = {},
): Promise<PrunedLayer[]> {
  const catalogue = await requireCatalogue(site);
  if (id !== undefined) requireLayer(catalogue, id);
  if (!confirmed) return (await plan(site, catalogue, id, retention)).pruned;
  return withSite(
    site,
    async (locked) => {
      const current = (await repairSite(locked)) ?? catalogue;
      const { pruned, layers, files } = await plan(site, current, id, retention);
      if (pruned.length > 0) await commitSite(locked, { layers, files, descriptions: [] });
      return pruned;
    },
    options,
  );
}

async function plan(
  site: Site,
  catalogue: Catalogue,
  id: string | undefined,
  retention: Retention,
): Promise<{ pruned: PrunedLayer[]; layers: Layer[]; files: ContentFile[] }> {
  const pruned: PrunedLayer[] = [];
  const layers: Layer[] = [];
  const files: ContentFile[] = [];
  for (const layer of catalogue.layers) {
    layers.push(layer);
    const history = id === undefined || layer.id === id ? await readHistory(site, layer) : null;
    if (!history) continue;
    const { history: kept, removed } = pruneVersions(history, retention);
    if (removed.length === 0) continue;
    const sizes = new Map(
      history.versions.map(({ layer: { file } }) => [file.version, file.bytes]),
    );
    const bytes = removed.reduce((sum, version) => sum + (sizes.get(version) ?? 0), 0);
    const file = await historyFile(kept);
    pruned.push({ id: layer.id, removed, bytes });
    layers[layers.length - 1] = { ...layer, history: file.path };
    files.push(file);
  }
  return { pruned, layers, files };
}
