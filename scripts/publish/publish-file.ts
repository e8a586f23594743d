import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import * as v from 'valibot';
import { layerMetaSchema } from '../../src/domain/catalogue.ts';
import { AppError } from '../../src/domain/errors.ts';
import type { Layer, LayerMeta } from '../../src/domain/layer.ts';
import { GEOMETRY_KIND } from '../../src/geo/geometry-column.ts';
import { selectRows } from '../../src/geo/select-rows.ts';
import type { LayerTable } from '../../src/loaders/layer-table.ts';
import { cleanFields } from '../../src/publish/describe/clean-fields.ts';
import { type Description, describeLayer, GENERATED_KEY, isUnique } from '../../src/publish/describe/describe-layer.ts';
import { geometryFamily } from '../../src/publish/describe/geometry-family.ts';
import { hilbertOrder } from '../../src/publish/write/hilbert-order.ts';
import { lineageSentence } from './messages.ts';
import { readSource } from '../../src/publish/read/read-source.ts';
import { refuseFaults } from '../../src/publish/refuse-faults.ts';
import { toDegrees } from '../../src/publish/crs/to-degrees.ts';
import { enterLayer, readCatalogue, type Site } from './write-catalogue.ts';
import { writeLayer } from './write-layer.ts';

/** What is to be published. */
export interface Publication {
  file: string;
  description: Description;
  /** CRS to believe when the file names none. */
  crs: string | null;
}

/** Something that the publisher should know and that did not stop the work. */
export type Warning =
  | { kind: 'crs-guessed'; crs: string }
  | { kind: 'crs-ignored'; asked: string; crs: string }
  | { kind: 'empty-geometries'; count: number }
  | { kind: 'field-renamed'; from: string; to: string }
  | { kind: 'key-generated' };

/** A layer that was published. */
export interface Published {
  layer: Layer;
  warnings: Warning[];
}

/**
 * Reads a file, brings it to degrees, checks it, sorts its rows along a Hilbert curve, writes the layer, keeps what is
 * known of it in `data/published/` and enters it in the catalogue, in this order: whatever fails, the site that is served
 * stays as it was. A layer of that id keeps its title, style and metadata unless the description says otherwise.
 * @throws {AppError} what is wrong with the file: see the readers, `refuseFaults`, `toDegrees`, `geometryFamily` and `writeLayer`.
 */
export async function publishFile(publication: Publication, site: Site): Promise<Published> {
  const { file, description, crs: asked } = publication;
  const name = basename(file);
  const before = await knownLayer(site, description.id);
  const source = await readSource(file);
  refuseFaults(name, source.table.faults);
  const family = geometryFamily(name, source.table.geometry);
  const { geometry, crs, isGuess } = toDegrees(name, source.table.geometry, source.crs, asked);
  const { fields, columns, renamed } = cleanFields(source.fields, source.table.columns);
  const fileDate = (await stat(file)).mtime.toISOString().slice(0, 10);
  const lineage = lineageSentence(name, crs);
  const meta = describeLayer(description, { family, fields, columns, lineage, fileDate }, before);
  const table = sortRows(withKey(name, meta, { geometry, columns }));
  const layer = await writeLayer(meta, table, site.publicDir);
  await keepDescription(site, meta);
  await enterLayer(site, layer);
  const empty = geometry.kinds.reduce((n, kind) => n + (kind === GEOMETRY_KIND.none ? 1 : 0), 0);
  const warnings: Warning[] = renamed.map((change) => ({ kind: 'field-renamed', ...change }));
  if (isGuess && source.crs === null && needsSaying(file, crs))
    warnings.push({ kind: 'crs-guessed', crs });
  if (asked && source.crs && asked !== source.crs)
    warnings.push({ kind: 'crs-ignored', asked, crs });
  if (empty > 0) warnings.push({ kind: 'empty-geometries', count: empty });
  if (meta.key === GENERATED_KEY && !columns[GENERATED_KEY])
    warnings.push({ kind: 'key-generated' });
  return { layer, warnings };
}

/** GeoJSON without a CRS is in degrees by its standard: nothing to say of it. */
function needsSaying(file: string, crs: string): boolean {
  return !(crs === 'OGC:CRS84' && /json$/i.test(file));
}

function withKey(source: string, meta: LayerMeta, table: LayerTable): LayerTable {
  const isThere = meta.key in table.columns;
  if (!isThere && meta.key === GENERATED_KEY) {
    const numbers = Array.from({ length: table.geometry.length }, (_, row) => row + 1);
    return { ...table, columns: { [GENERATED_KEY]: numbers, ...table.columns } };
  }
  if (isThere && isUnique(table.columns[meta.key])) return table;
  const context = { source, reason: isThere ? 'key-repeated' : 'key-absent', field: meta.key };
  throw new AppError('source-unreadable', `${source}: no key in ${meta.key}`, context);
}

function sortRows(table: LayerTable): LayerTable {
  const order = hilbertOrder(table.geometry);
  const columns = Object.entries(table.columns).map(([name, values]) => {
    return [name, Array.from(order, (row) => values[row] ?? null)] as const;
  });
  return { geometry: selectRows(table.geometry, order), columns: Object.fromEntries(columns) };
}

async function knownLayer(site: Site, id: string): Promise<LayerMeta | null> {
  const text = await readFile(descriptionPath(site, id), 'utf8').catch(() => null);
  if (text) return v.parse(layerMetaSchema, JSON.parse(text)) as LayerMeta;
  const layer = (await readCatalogue(site))?.layers.find((candidate) => candidate.id === id);
  if (!layer) return null;
  const { file: _file, extent: _extent, ...meta } = layer;
  return meta;
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
