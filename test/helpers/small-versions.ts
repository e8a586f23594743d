import { commitLayers, type NewVersion } from '../../scripts/publish/layer-commit.ts';
import { repairSite } from '../../scripts/publish/repair-site.ts';
import type { Site } from '../../scripts/publish/site.ts';
import { withSite } from '../../scripts/publish/site-lock.ts';
import type { LayerMeta } from '../../src/domain/layer.ts';
import { encodeLayer } from '../../src/publish/write/encode-layer.ts';
import { createLayerMeta, createLayerTable, createSquare } from './create-layer.ts';

/** A version of a small layer: one square for each key, whose name is the state. */
export async function createVersion(
  id: string,
  state: string,
  keys: readonly string[] = ['a', 'b'],
  changes: Partial<LayerMeta> = {},
): Promise<NewVersion> {
  const meta = createLayerMeta({ code: 'text', nom: 'text' }, { id, ...changes });
  const squares = keys.map((_, index) => createSquare(2.5 + index / 100, 50.5, 0.005));
  const table = createLayerTable(squares, { code: [...keys], nom: keys.map(() => state) });
  const { layer, data } = await encodeLayer(meta, table);
  const files = [{ path: layer.file.path, data }];
  return { publishedAt: new Date().toISOString(), layer, accepted: {}, files };
}

/** Serves versions, as the publishing command does. */
export async function serveVersions(site: Site, ...versions: NewVersion[]): Promise<void> {
  await withSite(site, async (locked) => {
    await commitLayers(locked, await repairSite(locked), versions);
  });
}
