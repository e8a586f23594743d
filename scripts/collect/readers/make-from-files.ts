import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import type { Feature, Geometry } from 'geojson';
import { STORAGE_CRS } from '../../../src/domain/crs.ts';
import type { Extent } from '../../../src/domain/units.ts';
import { geometriesToColumn } from '../../../src/geo/from-geojson.ts';
import { columnExtent } from '../../../src/geo/row-boxes.ts';
import { groupFeatures } from '../make/group-features.ts';
import { keepInTerritory } from '../make/keep-in-territory.ts';
import { latestDay } from '../make/latest-day.ts';
import { checkRequired, mapFields } from '../make/map-fields.ts';
import { mendTexts } from '../make/mend-texts.ts';
import { partFile, type ReadAs, type ReadFeatures, readFeatures } from '../make/read-features.ts';
import { siftGeoJson } from '../make/sift-geojson.ts';
import { summariseCommunes } from '../make/summarise-communes.ts';
import { writeFeatures } from '../make/write-features.ts';
import type { Part } from '../part.ts';
import type { RecipeLayer } from '../recipe.ts';
import type { MadeLayer, MakeJob } from '../source-reader.ts';
import { datasetDay } from './dataset-resources.ts';
import { featureOptions, type RowOptions } from './feature-options.ts';
import { absentNotes, mergedNote, placelessNote } from './file-notes.ts';
import { DATASET_KEY, fileName } from './file-requests.ts';
import { outlinedCommunes } from './outlined-communes.ts';
import { respell, reworked } from './rework-rows.ts';

/** The rows of a part, as far as they may be the territory's. */
export interface ReadPart extends ReadFeatures {
  /** Rows that the source has, where some of them were left out unread. */
  read: number;
  /** Rows left out as nothing says where they are. */
  placeless: number;
}

/** How a part is read for a layer. */
export type PartReader = (part: Part, as: ReadAs, layer: RecipeLayer) => Promise<ReadPart>;

/** A part read whole, in any form that publishing reads; of a national GeoJSON file what is not far from the territory. */
export const readWhole: PartReader = async (part, as, { keep }) => {
  if (part.bytes > LARGE_BYTES && isJson(part) && keep.by === 'place') {
    const body = createReadStream(part.path as string);
    const { bytes, read } = await siftGeoJson(body, ({ geometry }) =>
      mayBeNear(geometry, as.extent),
    );
    const kept = await readFeatures([{ path: `${part.key}.json`, bytes }], as);
    return { ...kept, read, placeless: 0 };
  }
  const read = await readFeatures([await partFile(part)], as);
  return { ...read, read: read.count, placeless: 0 };
};

const isJson = ({ kind }: Part) => kind === 'json' || kind === 'gzip-json';

/** What is larger is not held in memory whole: read, it takes three times as much. */
const LARGE_BYTES = 64 * 2 ** 20;

/** Whether a geometry may meet the territory, in degrees of either order; what is no degrees, or is nowhere, may. */
function mayBeNear(geometry: Geometry | null, [west, south, east, north]: Extent): boolean {
  const box = geometry && columnExtent(geometriesToColumn([geometry]));
  if (!box) return true;
  const [left, bottom, right, top] = box;
  if (right > 180 || left < -180 || top > 180 || bottom < -180) return true;
  const meets = (x0: number, y0: number, x1: number, y1: number) =>
    x0 <= east + 0.5 && x1 >= west - 0.5 && y0 <= north + 0.5 && y1 >= south - 0.5;
  return meets(left, bottom, right, top) || meets(bottom, left, top, right);
}

/**
 * The layers of a recipe whose parts are files of features or tables: their rows are read, kept to the territory, grouped and named as the
 * recipe says, and written in degrees. `from` of a layer is the name of its file (the first where it is absent), `file/table` where the
 * file has several tables.
 * @throws {AppError} `source-failed`, reason `schema`; what is wrong with a file, as `readFeatures` throws it.
 */
export async function makeFromFiles(job: MakeJob, read: PartReader): Promise<MadeLayer[]> {
  const made: MadeLayer[] = [];
  for (const layer of job.recipe.layers) {
    job.signal?.throwIfAborted();
    made.push(await makeLayer(layer, job, read));
  }
  return made;
}

async function makeLayer(layer: RecipeLayer, job: MakeJob, read: PartReader): Promise<MadeLayer> {
  const { recipe, parts } = job;
  const { layers } = featureOptions(recipe);
  const { file, table } = sourceOf(layer, job);
  const own = parts.filter((part) => fileName(part) === file && part.path !== null);
  const notes = new Set(absentNotes(job, file));
  const rows = await readParts(own, { layer, table, job, read, notes });
  const options = layers[layer.id] ?? {};
  const kept = keepInTerritory(reworked(rows.features, options), {
    keep: layer.keep,
    territory: job.territory,
    outlines: job.outlines,
  });
  const finished = mendTexts(await finish(kept.features, options, job, notes), notes);
  const path = join(job.folder, `${layer.id}.geojsonl`);
  const count = await writeFeatures(
    path,
    finished.map((feature) => mapFields(feature, layer)),
  );
  const placeless = rows.placeless + kept.counts.placeless;
  if (placeless > 0) notes.add(placelessNote(placeless, layer));
  const dataset = parts.find(({ key }) => key === DATASET_KEY);
  const date = dataset ? await datasetDay(dataset, recipe) : latestDay(own);
  return {
    layer,
    paths: count > 0 ? [path] : [],
    read: rows.read,
    kept: count,
    crs: STORAGE_CRS,
    ...(date && { date }),
    notes: [...notes],
  };
}

function sourceOf({ from }: RecipeLayer, { recipe }: MakeJob) {
  const { resources } = featureOptions(recipe);
  const names = [...Object.keys(recipe.urls), ...Object.keys(resources)];
  const [first = 'data'] = names.filter((name) => name !== DATASET_KEY);
  const [file = first, table] = from?.split('/') ?? [];
  return { file, table };
}

interface Reading {
  layer: RecipeLayer;
  table: string | undefined;
  job: MakeJob;
  read: PartReader;
  notes: Set<string>;
}

async function readParts(parts: readonly Part[], { layer, table, job, read, notes }: Reading) {
  const { recipe, territory, signal } = job;
  const { place } = featureOptions(recipe).layers[layer.id] ?? {};
  const as = { table, crs: recipe.crs, extent: territory.extent, place, signal };
  const all: ReadPart[] = [];
  for (const part of parts) {
    signal?.throwIfAborted();
    const rows = respell(await read(part, as, layer), layer, job.recipe);
    for (const note of rows.notes) notes.add(note);
    if (rows.count > 0)
      checkRequired([Object.fromEntries(rows.names.map((name) => [name, null]))], layer);
    all.push(rows);
  }
  return {
    features: rowsOf(all),
    read: sum(all.map((rows) => rows.read)),
    placeless: sum(all.map((rows) => rows.placeless)),
  };
}

/** One after the other, for a national file has many more rows than are kept. */
function* rowsOf(parts: readonly ReadPart[]): Generator<Feature> {
  for (const { features } of parts) yield* features;
}

async function finish(
  kept: AsyncIterable<Feature>,
  { group, communes }: RowOptions,
  job: MakeJob,
  notes: Set<string>,
): Promise<Feature[]> {
  if (communes) {
    const rows = (await collected(kept)).map(({ properties }) => properties ?? {});
    const { columns, code } = communes;
    const found = summariseCommunes(job.territory, job.outlines, { rows: { rows, code } }, columns);
    return outlinedCommunes(found, job, notes);
  }
  if (!group) return collected(kept);
  const { features, merged } = await groupFeatures(kept, group);
  if (merged > 0) notes.add(mergedNote(merged, group.by));
  return features;
}

async function collected(features: AsyncIterable<Feature>): Promise<Feature[]> {
  const list: Feature[] = [];
  for await (const feature of features) list.push(feature);
  return list;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
