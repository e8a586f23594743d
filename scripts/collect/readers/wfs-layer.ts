import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Feature } from 'geojson';
import { AppError } from '../../../src/domain/errors.ts';
import { keepInTerritory } from '../make/keep-in-territory.ts';
import { keepNotes } from '../make/keep-notes.ts';
import { checkRequired, mapFields } from '../make/map-fields.ts';
import { readAnswer } from '../make/read-answer.ts';
import { writeFeatures } from '../make/write-features.ts';
import type { Part } from '../part.ts';
import type { Recipe, RecipeLayer } from '../recipe.ts';
import type { MadeLayer, MakeJob } from '../source-reader.ts';
import { type PageFacts, pageNotes } from './wfs-notes.ts';
import { readHits, typeNameOf, wfsOptions } from './wfs-query.ts';

/** Box of a page that is the territory's, not a commune's. */
export const WHOLE = 'tout';

/** What a key of a part tells: `voirie-tout-3`, `voirie-62119-total`. `page` is null for a total. */
export function readPageKey(key: string, { id, layers }: Recipe) {
  const [name, box = '', page = ''] = key.split('-');
  const layer = layers.find((candidate) => candidate.id === name);
  if (!layer) throw new Error(`part ${key} is of no layer of ${id}`);
  return { layer, box, page: page === 'total' ? null : Number(page) };
}

/**
 * A layer of the pages that came, one file of features in degrees. A page at a time is in memory, and the keys of all.
 * @throws {AppError} as `WFS`.
 */
export async function makeWfsLayer(layer: RecipeLayer, job: MakeJob): Promise<MadeLayer> {
  const { territory, outlines, folder } = job;
  const facts: PageFacts = { repeated: 0, shared: 0, typeName: null };
  const seen: Record<string, true> = {};
  const { keep } = layer;
  const { features, counts } = keepInTerritory(readBoxes(layer, job, facts, seen), {
    keep,
    territory,
    outlines,
  });
  const path = join(folder, `${layer.id}.geojsonl`);
  const kept = await writeFeatures(path, mapAll(features, layer, job.recipe));
  if (counts.read > 0) checkRequired([seen], layer);
  return {
    layer,
    paths: kept > 0 ? [path] : [],
    read: counts.read,
    kept,
    notes: [...pageNotes(facts), ...keepNotes(counts, keep, outlines, territory)],
  };
}

async function* mapAll(features: AsyncIterable<Feature>, layer: RecipeLayer, recipe: Recipe) {
  const sums = Object.entries(wfsOptions(recipe).sums);
  for await (const feature of features) {
    const added = sums.map(([name, addends]) => [name, sumOf(feature, addends)] as const);
    const { properties, ...rest } = mapFields(feature, layer);
    yield { ...rest, properties: { ...properties, ...Object.fromEntries(added) } };
  }
}

function sumOf({ properties }: Feature, addends: readonly string[]): number | null {
  const values = addends.map((name): unknown => properties?.[name]);
  const isWhole = values.every((value) => typeof value === 'number');
  return isWhole ? values.reduce((sum, value) => sum + value, 0) : null;
}

/** The features of all boxes, each key once. */
async function* readBoxes(
  layer: RecipeLayer,
  job: MakeJob,
  facts: PageFacts,
  seen: Record<string, true>,
): AsyncGenerator<Feature> {
  const { sortBy } = wfsOptions(job.recipe);
  const found = new Set<unknown>();
  for (const box of boxesOf(layer, job)) {
    const inBox = new Set<unknown>();
    if (layer.from?.includes('{edition}')) facts.typeName = typeNameOf(box[0]?.url ?? '');
    for await (const { features } of readPages(box, job)) {
      for (const feature of features) {
        for (const field in feature.properties) seen[field] = true;
        const key: unknown = feature.properties?.[sortBy] ?? feature.id ?? feature;
        if (inBox.has(key)) facts.repeated++;
        else if (found.has(key)) facts.shared++;
        inBox.add(key);
        if (found.has(key)) continue;
        found.add(key);
        yield feature;
      }
    }
  }
}

/** The parts of each box that counts, pages in their order: the communes' where there are any, else the territory's. */
function boxesOf(layer: RecipeLayer, { recipe, parts }: MakeJob): Part[][] {
  const boxes = new Map<string, Part[]>();
  const ofPages = parts.filter(({ key }) => key.startsWith(`${layer.id}-`));
  for (const part of ofPages) {
    const { box } = readPageKey(part.key, recipe);
    boxes.set(box, [...(boxes.get(box) ?? []), part]);
  }
  if (boxes.size > 1) boxes.delete(WHOLE);
  const pageOf = ({ key }: Part) => readPageKey(key, recipe).page ?? -1;
  return [...boxes.values()].map((box) => box.sort((a, b) => pageOf(a) - pageOf(b)));
}

/** The pages of a box, each with the features that it should have. */
async function* readPages(box: readonly Part[], { recipe, signal }: MakeJob) {
  const { count } = wfsOptions(recipe);
  let total: number | null = null;
  let pages = 0;
  for (const part of box) {
    signal?.throwIfAborted();
    const { page } = readPageKey(part.key, recipe);
    if (page === null) {
      total = readHits(await readFile(part.path as string, 'utf8'));
      continue;
    }
    const answer = await readAnswer(part);
    pages++;
    total ??= answer.matched;
    if (total !== null) {
      const wanted = Math.min(count, total - page * count);
      const isOther = answer.matched !== null && answer.matched !== total;
      if (isOther) throw short(part, answer.matched as number, total);
      if (answer.features.length < wanted) throw short(part, answer.features.length, wanted);
    }
    yield answer;
  }
  const wanted = Math.ceil((total ?? 0) / count);
  if (box[0] && pages < wanted) throw short(box[0], pages, wanted);
}

function short({ url }: Part, seen: number, wanted: number): AppError {
  const context = { url, reason: 'short', seen, wanted };
  return new AppError('source-failed', `${url}: ${seen} of ${wanted}`, context);
}
