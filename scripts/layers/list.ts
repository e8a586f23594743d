import type { LayerHistory } from '../../src/domain/layer-history.ts';
import { distinctVersions } from '../../src/versions/layer-versions.ts';
import type { Site } from '../publish/site.ts';
import { historyOf, requireCatalogue, requireLayer } from './served-layers.ts';

/** One layer that is served. */
export interface ListedLayer {
  id: string;
  title: string;
  version: string;
  rows: number;
  /** Bytes of the file that is served. */
  bytes: number;
  /** When it was last published by hand, ISO 8601 in UTC; null for a layer of the embedded territory. */
  publishedAt: string | null;
  /** Versions of its rows that are kept, the served one included. */
  versions: number;
}

/** One entry of a layer's history. */
export interface ListedVersion {
  version: string;
  publishedAt: string;
  title: string;
  /** Date of the data, `YYYY-MM-DD`. */
  date: string;
  rows: number;
  bytes: number;
  accepted: Record<string, number>;
  isServed: boolean;
  /** Whether only the metadata differ from the entry before it in time. */
  isMetadataOnly: boolean;
}

/** The layers that are served, in the order of the catalogue. @throws {AppError} as `requireCatalogue`, `historyOf`. */
export async function listLayers(site: Site): Promise<ListedLayer[]> {
  const { layers } = await requireCatalogue(site);
  return Promise.all(
    layers.map(async (layer) => {
      const { versions } = await historyOf(site, layer);
      const { id, title, file } = layer;
      const publishedAt = layer.history ? (versions[0]?.publishedAt ?? null) : null;
      const kept = distinctVersions(versions).length;
      const { version, rows, bytes } = file;
      return { id, title, version, rows, bytes, publishedAt, versions: kept };
    }),
  );
}

/** The versions of a layer, newest first. @throws {AppError} as `requireCatalogue`, `requireLayer`, `historyOf`. */
export async function listVersions(site: Site, id: string): Promise<ListedVersion[]> {
  const history = await historyOf(site, requireLayer(await requireCatalogue(site), id));
  return history.versions.map((_, index) => listVersion(history, index));
}

function listVersion({ versions }: LayerHistory, index: number): ListedVersion {
  const { publishedAt, layer, accepted } = versions[index] as LayerHistory['versions'][number];
  const { title, date, file } = layer;
  const { version, rows, bytes } = file;
  const isMetadataOnly = versions[index + 1]?.layer.file.version === version;
  const isServed = index === 0;
  return { version, publishedAt, title, date, rows, bytes, accepted, isServed, isMetadataOnly };
}
