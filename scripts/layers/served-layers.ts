import type { Catalogue } from '../../src/domain/catalogue.ts';
import { AppError } from '../../src/domain/errors.ts';
import type { Layer } from '../../src/domain/layer.ts';
import type { LayerHistory } from '../../src/domain/layer-history.ts';
import { nearestName } from '../../src/domain/nearest-name.ts';
import { withoutHistory } from '../../src/versions/layer-versions.ts';
import { readHistory } from '../publish/layer-files.ts';
import { cataloguePath, readCatalogue, type Site } from '../publish/site.ts';

/**
 * The catalogue of a site.
 * @throws {AppError} `catalogue-missing` with its `path`, and as `readCatalogue`.
 */
export async function requireCatalogue(site: Site): Promise<Catalogue> {
  const catalogue = await readCatalogue(site);
  if (catalogue) return catalogue;
  const path = cataloguePath(site);
  throw new AppError('catalogue-missing', `no ${path}`, { path });
}

/**
 * The layer of that id.
 * @throws {AppError} `layer-unknown` with the `layer` and the `nearest` id.
 */
export function requireLayer({ layers }: Catalogue, id: string): Layer {
  const layer = layers.find((candidate) => candidate.id === id);
  if (layer) return layer;
  const nearest =
    nearestName(
      id,
      layers.map((candidate) => candidate.id),
    ) ?? null;
  throw new AppError('layer-unknown', `no layer "${id}"`, { layer: id, nearest });
}

/** The history of a layer; one of the embedded territory has the served version alone, of the day of its data. */
export async function historyOf(site: Site, layer: Layer): Promise<LayerHistory> {
  const history = await readHistory(site, layer);
  if (history) return history;
  const publishedAt = `${layer.date}T00:00:00.000Z`;
  const version = { publishedAt, layer: withoutHistory(layer), accepted: {} };
  return { layer: layer.id, versions: [version] };
}
