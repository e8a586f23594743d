import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import * as v from 'valibot';
import { layerMetaSchema } from '../../src/domain/catalogue.ts';
import { AppError } from '../../src/domain/errors.ts';
import type { Layer, LayerMeta } from '../../src/domain/layer.ts';
import { memorySource } from '../../src/loaders/byte-source.ts';
import { openGeoParquet } from '../../src/loaders/geoparquet.ts';
import type { LayerTable } from '../../src/loaders/layer-table.ts';
import type { Description } from '../../src/publish/describe/describe-layer.ts';
import type { Issue } from '../../src/publish/issue.ts';
import { type PublishContext, prepare } from '../../src/publish/prepare.ts';
import type { PublishedLayer } from '../../src/publish/validate/rule.ts';
import { enterLayer, readCatalogue, type Site } from './write-catalogue.ts';
import { writeLayer } from './write-layer.ts';

/** What is to be published. */
export interface Publication {
  file: string;
  description: Description;
  /** CRS to believe when the file names none. */
  crs: string | null;
}

/** A layer that was published. */
export interface Published {
  layer: Layer;
  warnings: Issue[];
}

/** Publishes the one layer of a file. Whatever fails, the site that is served stays as it was. */
export async function publishFile(publication: Publication, site: Site): Promise<Published> {
  const { file, description, crs } = publication;
  const bytes = new Uint8Array(await readSource(file));
  const modified = (await stat(file)).mtime.toISOString().slice(0, 10);
  const files = [{ path: basename(file), bytes, modified }];
  const context = await createContext(site);
  const { layers } = await prepare({ files, from: null, crs, keep: [], description }, context);
  const [prepared] = layers;
  if (!prepared) {
    const facts = { source: basename(file), reason: 'no-geometry', rows: 0 };
    throw new AppError('source-unreadable', `${file}: no geometry`, facts);
  }
  const { meta, table, issues } = prepared;
  const layer = await writeLayer(meta, table, site.publicDir);
  await keepDescription(site, meta);
  await enterLayer(site, layer);
  return { layer, warnings: issues };
}

async function createContext(site: Site): Promise<PublishContext> {
  const catalogue = await readCatalogue(site);
  return {
    territory: catalogue?.territory as PublishContext['territory'],
    communes: null,
    published: (id) => readPublished(site, id),
    gdal: () => Promise.reject(new Error('no GDAL yet')),
    today: new Date().toISOString().slice(0, 10),
  };
}

async function readPublished(site: Site, id: string): Promise<PublishedLayer | null> {
  const layer = (await readCatalogue(site))?.layers.find((candidate) => candidate.id === id);
  const text = await readFile(descriptionPath(site, id), 'utf8').catch(() => null);
  const meta = text ? (v.parse(layerMetaSchema, JSON.parse(text)) as LayerMeta) : layer;
  if (!layer || !meta) return null;
  return { meta, version: layer.file.version, table: await readTable(site, layer) };
}

async function readTable(site: Site, layer: Layer): Promise<LayerTable> {
  const data = new Uint8Array(await readFile(join(site.publicDir, layer.file.path)));
  const file = await openGeoParquet(memorySource(layer.id, data));
  const groups = file.rowGroups.map(({ index }) => index);
  return file.readRowGroups(
    groups,
    layer.fields.map(({ name }) => name),
  );
}

async function readSource(path: string): Promise<Buffer> {
  return readFile(path).catch((cause: NodeJS.ErrnoException) => {
    const context = { source: path, reason: cause.code === 'ENOENT' ? 'absent' : 'denied' };
    throw new AppError('source-unreadable', `${path}: ${cause.code}`, context, cause);
  });
}

async function keepDescription(site: Site, meta: LayerMeta): Promise<void> {
  const path = descriptionPath(site, meta.id);
  await mkdir(join(site.dataDir, 'published'), { recursive: true });
  await writeFile(`${path}.part`, `${JSON.stringify(meta, null, 2)}\n`);
  await rename(`${path}.part`, path);
}

function descriptionPath(site: Site, id: string): string {
  return join(site.dataDir, 'published', `${id}.json`);
}
