import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { type Catalogue, layerMetaSchema, type TerritoryFile } from '../../src/domain/catalogue.ts';
import { AppError } from '../../src/domain/errors.ts';
import type { Layer, LayerMeta } from '../../src/domain/layer.ts';
import { openGdal } from '../../src/gdal/node-gdal.ts';
import { geometriesToColumn } from '../../src/geo/from-geojson.ts';
import { memorySource } from '../../src/loaders/byte-source.ts';
import { readGeoParquet } from '../../src/loaders/geoparquet.ts';
import { findJsonFault } from '../../src/loaders/json-fault.ts';
import type { LayerTable } from '../../src/loaders/layer-table.ts';
import type { PublishContext } from '../../src/publish/prepare.ts';
import { toMeta } from '../../src/versions/layer-versions.ts';
import { readDataFile } from './read-data-file.ts';
import { descriptionPath, type Site } from './site.ts';

/**
 * What the chain knows of a site on disk, with GDAL in a thread of its own. `catalogue` is what the site serves. Layers whose
 * files are damaged can be published again: they are taken for empty, and `onDamage` hears of each.
 */
export async function createContext(
  site: Site,
  catalogue: Catalogue | null,
  onDamage: (layer: string) => void,
): Promise<PublishContext> {
  const layers = catalogue?.layers ?? [];
  const communes = layers.find(({ id }) => id === 'communes');
  const territory: TerritoryFile = await readDataFile(site.dataDir, 'territory.json');
  const extent = communes && catalogue ? catalogue.territory.extent : (territory.extent ?? NOWHERE);
  const read = (layer: Layer) => readWhole(site, layer, onDamage);
  let gdal: ReturnType<PublishContext['gdal']> | null = null;
  return {
    territory: { ...territory, extent },
    communes: communes ? await read(communes) : null,
    published: async (id) => {
      const layer = layers.find((candidate) => candidate.id === id);
      if (!layer) return null;
      const meta = (await readDescription(site, id)) ?? toMeta(layer);
      return { meta, version: layer.file.version, table: (await read(layer)) ?? EMPTY };
    },
    gdal: () => {
      gdal ??= Promise.resolve(openGdal());
      return gdal;
    },
    today: new Date().toISOString().slice(0, 10),
  };
}

/**
 * The rows of a version of a layer, all fields, in the order of its file.
 * @throws {AppError} `layer-missing` with the `layer` and `path`; `layer-truncated` or `layer-invalid` when it is damaged.
 */
export async function readTable(site: Site, layer: Layer): Promise<LayerTable> {
  const { path } = layer.file;
  const data = await readFile(join(site.publicDir, path)).catch((cause: unknown) => {
    throw new AppError('layer-missing', `cannot read ${path}`, { layer: layer.id, path }, cause);
  });
  const names = layer.fields.map(({ name }) => name);
  return readGeoParquet(memorySource(layer.id, new Uint8Array(data)), names);
}

async function readWhole(
  site: Site,
  layer: Layer,
  onDamage: (layer: string) => void,
): Promise<LayerTable | null> {
  try {
    return await readTable(site, layer);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    onDamage(layer.id);
    return null;
  }
}

/** What is kept of a layer published by hand, perhaps edited since; null when there is nothing. */
async function readDescription(site: Site, id: string): Promise<LayerMeta | null> {
  const path = descriptionPath(site, id);
  const source = `published/${id}.json`;
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return null;
  try {
    return v.parse(layerMetaSchema, JSON.parse(text)) as LayerMeta;
  } catch (cause) {
    if (cause instanceof SyntaxError) {
      const context = { source, reason: 'data-json', ...findJsonFault(text) };
      throw new AppError('source-unreadable', `${source} is no JSON`, context, cause);
    }
    if (!(cause instanceof v.ValiError)) throw cause;
    const field = v.getDotPath(cause.issues[0]) ?? '';
    const context = { source, reason: 'description', field };
    throw new AppError('source-unreadable', `${source} at ${field}`, context, cause);
  }
}

const EMPTY: LayerTable = { geometry: geometriesToColumn([]), columns: {} };

/** The box of a territory of which nothing is known yet: nothing is in it, nothing is judged by it. */
const NOWHERE = [Infinity, Infinity, -Infinity, -Infinity] as const;
