import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Feature, Geometry } from 'geojson';
import * as v from 'valibot';
import { AppError } from '../../../src/domain/errors.ts';
import { rowToGeometry } from '../../../src/geo/to-geojson.ts';
import type { ByteSource } from '../../../src/loaders/byte-source.ts';
import {
  footerBytes,
  openSlices,
  type ParquetSlices,
} from '../../../src/publish/read/parquet/parquet-slices.ts';
import { countOf } from '../../french-counts.ts';
import { type CollectTerritory, fillUrl } from '../collect-territory.ts';
import { keepInTerritory } from '../make/keep-in-territory.ts';
import { keepNotes } from '../make/keep-notes.ts';
import { checkRequired, mapFields } from '../make/map-fields.ts';
import { writeFeatures } from '../make/write-features.ts';
import type { Part, PartRequest } from '../part.ts';
import { type Recipe, type RecipeLayer, readOptions } from '../recipe.ts';
import type { MadeLayer, MakeJob, SourceReader } from '../source-reader.ts';
import { partsSource } from './parquet-parts.ts';

/**
 * A national GeoParquet file in degrees, by HTTP ranges: its end, then the columns that the layer needs of the row groups whose boxes meet
 * a commune's. Addresses of a recipe: `file`, with `{from}` of the layer and `{edition}`; `listing`, a document that names the editions, of
 * which the latest that fits `options.edition` is taken.
 * @throws {AppError} `source-failed`, reason `unindexed`, with the `bytes` that it would take, where the file does not tell where its row groups
 * lie and the recipe does not want it whole; `changed` where the file did so meanwhile; `schema`, with the `field`.
 */
export const GEOPARQUET: SourceReader = {
  requests(recipe) {
    const { listing } = recipe.urls;
    if (!listing) return recipe.layers.map((layer) => askLength(recipe, layer, ''));
    const subject = 'liste des éditions';
    return [{ key: EDITIONS, url: listing, kind: 'json', subject, absent: 'fault' }];
  },

  async follow(part, recipe, territory) {
    if (part.path === null) return [];
    const { tailBytes } = readOptions(recipe, schema);
    if (part.key === EDITIONS) {
      const edition = latestEdition(await readFile(part.path, 'utf8'), recipe);
      return recipe.layers.map((layer) => askLength(recipe, layer, edition));
    }
    const [id, step] = part.key.split('-') as [string, string];
    const layer = recipe.layers.find((one) => one.id === id);
    if (!layer || step === 'plage') return [];
    const end = part.totalBytes;
    if (end === null) throw fault(part.url, 'schema', { field: 'Content-Range' });
    if (step === 'debut') return [askRange(part, `${id}-fin`, end - tailBytes, end, 'index')];
    const footer = footerBytes(await readFile(part.path), part.url);
    if (footer > part.bytes) return [askRange(part, `${id}-index`, end - footer, end, 'index')];
    const slices = await openPart(part);
    const groups = groupsOf(slices, territory, recipe, layer, part.url);
    return slices
      .ranges(groups, columnsOf(slices, layer))
      .map((range, i) =>
        askRange(part, `${id}-plage-${i}`, range.start, range.end, `partie ${i + 1}`),
      );
  },

  async make(job) {
    const made: MadeLayer[] = [];
    for (const layer of job.recipe.layers) made.push(await makeLayer(layer, job));
    return made;
  },
};

async function makeLayer(layer: RecipeLayer, job: MakeJob): Promise<MadeLayer> {
  const { recipe, territory, outlines, folder, parts } = job;
  const own = parts.filter(({ key }) => key.startsWith(`${layer.id}-`));
  const end = own.find(({ key }) => key.endsWith('-index')) ?? own.find(isTail);
  if (!end) throw fault(layer.id, 'schema', { field: 'footer' });
  const slices = await openPart(end);
  const groups = groupsOf(slices, territory, recipe, layer, end.url);
  checkRequired([Object.fromEntries(slices.columns.map((name) => [name, true]))], layer);
  const { keep } = layer;
  const rows = readRows(slices, partsSource(own), groups, layer, job.signal);
  const { features, counts } = keepInTerritory(rows, { keep, territory, outlines });
  const path = join(folder, `${layer.id}.geojsonl`);
  const kept = await writeFeatures(path, mapAll(features, layer));
  const date = end.url.match(DAY)?.[0];
  return {
    layer,
    paths: kept > 0 ? [path] : [],
    read: counts.read,
    kept,
    ...(date && { date }),
    notes: [
      `Lu dans un fichier national de ${countOf(slices.rows, 'objet', 'objets')}, sans le télécharger en entier.`,
      ...keepNotes(counts, keep, outlines, territory),
    ],
  };
}

/** The rows of row groups as features, a group at a time in memory. */
async function* readRows(
  slices: ParquetSlices,
  source: ByteSource,
  groups: readonly number[],
  layer: RecipeLayer,
  signal?: AbortSignal,
): AsyncGenerator<Feature> {
  const names = columnsOf(slices, layer);
  for (const group of groups) {
    signal?.throwIfAborted();
    const { geometry, columns } = await slices.read(source, group, names);
    for (let row = 0; row < geometry.length; row++) {
      const properties = Object.fromEntries(names.map((name) => [name, columns[name]?.[row]]));
      // A row without geometry is GeoJSON too, which the type of a feature does not say.
      yield { type: 'Feature', geometry: rowToGeometry(geometry, row) as Geometry, properties };
    }
  }
}

async function* mapAll(features: AsyncIterable<Feature>, layer: RecipeLayer) {
  for await (const feature of features) yield mapFields(feature, layer);
}

/** The row groups that may hold something of the territory. */
function groupsOf(
  slices: ParquetSlices,
  { communes }: CollectTerritory,
  recipe: Recipe,
  layer: RecipeLayer,
  url: string,
): number[] {
  const { extents, groups: count } = slices;
  const all = Array.from({ length: count }, (_, group) => group);
  if (extents) {
    return all.filter((group) => {
      const [left, bottom, right, top] = extents[group] as (typeof extents)[number];
      return communes.some(({ extent: [west, south, east, north] }) => {
        return left <= east && right >= west && bottom <= north && top >= south;
      });
    });
  }
  if (readOptions(recipe, schema).whole) return all;
  const ranges = slices.ranges(all, columnsOf(slices, layer));
  const bytes = ranges.reduce((sum, { start, end }) => sum + end - start, 0);
  throw fault(url, 'unindexed', { bytes });
}

/** The columns of the file that the layer takes; those that are gone are told by `required`. */
function columnsOf({ columns }: ParquetSlices, { fields, keep }: RecipeLayer): string[] {
  if (!fields) return columns;
  const wanted = new Set(Object.keys(fields));
  if (keep.by === 'commune') wanted.add(keep.field);
  return columns.filter((name) => wanted.has(name));
}

/** The first bytes, which tell the length of the file. */
function askLength(recipe: Recipe, { id, from = id }: RecipeLayer, edition: string): PartRequest {
  const url = fillUrl(recipe.urls.file ?? '', { from, edition });
  const range = { start: 0, end: 8 };
  const key = `${id}-debut`;
  return { key, url, range, kind: 'parquet', subject: from, expectedBytes: 8, absent: 'fault' };
}

function askRange(
  { url }: Part,
  key: string,
  from: number,
  end: number,
  subject: string,
): PartRequest {
  const start = Math.max(0, from);
  const expectedBytes = end - start;
  return {
    key,
    url,
    range: { start, end },
    kind: 'parquet',
    subject,
    expectedBytes,
    absent: 'fault',
  };
}

async function openPart({ path, url }: Part): Promise<ParquetSlices> {
  return openSlices(await readFile(path as string), url);
}

/** The name of the latest edition that a listing has: `*` of the pattern stands for a version, `{date}` for its day. */
function latestEdition(listing: string, recipe: Recipe): string {
  const { edition = '' } = readOptions(recipe, schema);
  const pattern = edition.replace('*', '[\\w-]+?').replace('{date}', `(${DAY.source})`);
  const found = [...listing.matchAll(new RegExp(`\\b${pattern}\\b`, 'g'))];
  const latest = found.sort((a, b) => ((a[1] ?? '') < (b[1] ?? '') ? -1 : 1)).at(-1);
  if (latest) return latest[0];
  throw fault(recipe.urls.listing ?? '', 'schema', { field: edition });
}

function fault(url: string, reason: string, facts: Record<string, string | number>): AppError {
  return new AppError('source-failed', `${url}: ${reason}`, { url, reason, ...facts });
}

const isTail = ({ key }: Part) => key.endsWith('-fin');

const EDITIONS = 'editions';
const DAY = /\d{4}-\d\d-\d\d/;

const schema = v.strictObject({
  /** Name of the editions in the listing. */
  edition: v.optional(v.string()),
  /** Whether a file that does not tell where its rows lie may be read whole. */
  whole: v.optional(v.boolean(), false),
  /** Bytes of the end that are asked for first. */
  tailBytes: v.optional(v.pipe(v.number(), v.integer(), v.minValue(8)), 65_536),
});
