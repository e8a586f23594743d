import { join } from 'node:path';
import type { Feature } from 'geojson';
import * as v from 'valibot';
import type { Extent } from '../../../src/domain/units.ts';
import { type CollectTerritory, fillUrl } from '../collect-territory.ts';
import { boxOutline } from '../make/box-outline.ts';
import { keepInTerritory } from '../make/keep-in-territory.ts';
import { keepNotes } from '../make/keep-notes.ts';
import { checkRequired, mapFields } from '../make/map-fields.ts';
import { readAnswer } from '../make/read-answer.ts';
import { writeFeatures } from '../make/write-features.ts';
import type { Part, PartRequest } from '../part.ts';
import { type Recipe, type RecipeLayer, readOptions } from '../recipe.ts';
import type { MadeLayer, MakeJob, SourceReader } from '../source-reader.ts';
import { gpuNotes, LIST_CUT_OFF, uncoveredNote } from './gpu-notes.ts';
import { readObjects } from './gpu-objects.ts';
import { withoutEmptyFormers } from './gpu-row.ts';
import { joinGenerators } from './join-generators.ts';
import { ownPartitions, planDocuments } from './plan-documents.ts';
import { isCapped, quarterRequests } from './quarter-boxes.ts';

/**
 * Planning documents and servitudes of the Géoportail de l'urbanisme, by the GPU module of API Carto (GeoJSON, degrees). `from` of a layer is a
 * collection (`zone-urba`), with a category of servitudes after a colon (`assiette-sup-s:PM1`).
 * - Documents (a recipe with the address `document`): by partition, the intercommunality's first, then those that the documents
 *   in its box name (`planDocuments`). All of the territory's own is kept, of the others what `keep` says.
 * - Servitudes: what meets the territory's box, with what their générateurs tell (option `generators`: layer → collection).
 * An answer that is cut off (`isCapped`, counts of the option `caps`) is asked for again by quarters of its box until none is; objects are told
 * by `gid`. Source: github.com/IGNF/apicarto, `doc/gpu.yml`; fields of the WFS layers `wfs_du` and `wfs_sup`.
 */
export const GPU: SourceReader = {
  requests: (recipe, territory) => {
    if (!isByDocument(recipe)) {
      return recipe.layers.flatMap((layer) => ofPlace(layer, recipe, territory));
    }
    const geom = JSON.stringify(boxOutline(around(territory)));
    const url = fillUrl(recipe.urls.document ?? '', { geom });
    const subject = 'documents d’urbanisme';
    return [
      { key: DOCUMENTS, url, kind: 'json', subject, absent: 'fault' },
      ...ofPartition(`DU_${territory.siren}`, recipe),
    ];
  },
  follow: async (part, recipe, territory) => {
    const answer = await readAnswer(part);
    if (part.key !== DOCUMENTS) {
      return isCapped(answer, capsOf(recipe)) ? quarterRequests(part, around(territory)) : [];
    }
    const { partitions } = planDocuments(answer.features, territory);
    const others = partitions.filter((partition) => partition !== `DU_${territory.siren}`);
    return others.flatMap((partition) => ofPartition(partition, recipe));
  },
  make: async (job) => {
    const made: MadeLayer[] = [];
    for (const layer of job.recipe.layers) made.push(await makeLayer(layer, job));
    const [first] = made;
    if (first && isByDocument(job.recipe)) first.notes.unshift(...(await documentNotes(job)));
    return made;
  },
};

async function makeLayer(layer: RecipeLayer, job: MakeJob): Promise<MadeLayer> {
  const { recipe, territory, outlines, folder, signal } = job;
  const parts = job.parts.filter((part) => isOf(keyOf(layer), part));
  const found = await readObjects(parts, capsOf(recipe), signal);
  if (found.features.length > 0) checkRequired(propertiesOf(found.features), layer);
  const placed = found.features.filter(({ geometry }) => geometry !== null);
  const isOwn = ownPartitions(territory);
  const own = placed.filter(({ properties }) => isOwn(properties?.partition));
  const others = placed.filter(({ properties }) => !isOwn(properties?.partition));
  const sifted = keepInTerritory(others, { keep: layer.keep, territory, outlines });
  for await (const feature of sifted.features) own.push(feature);
  const joined = await withGenerators(own, layer, job);
  const rows = withoutEmptyFormers(propertiesOf(joined));
  const features = joined.map((feature, row) => {
    return mapFields({ ...feature, properties: rows[row] ?? {} }, layer);
  });
  const path = join(folder, `${tableOf(layer)}.geojsonl`);
  const kept = await writeFeatures(path, features);
  const placeless = found.features.length - placed.length + sifted.counts.placeless;
  const keep = others.length > 0 ? layer.keep : ({ by: 'all' } as const);
  return {
    layer,
    paths: kept > 0 ? [path] : [],
    read: found.features.length,
    kept,
    ...(found.day && { date: found.day }),
    notes: [...gpuNotes(found), ...keepNotes({ placeless }, keep, outlines, territory)],
  };
}

/** What is to be told of the list of documents. */
async function documentNotes({ parts, territory, recipe }: MakeJob): Promise<string[]> {
  const part = parts.find(({ key }) => key === DOCUMENTS);
  if (!part) return [];
  const answer = await readAnswer(part);
  const { uncovered } = planDocuments(answer.features, territory);
  const names = uncovered.map(({ name }) => name);
  return [...uncoveredNote(names), ...(isCapped(answer, capsOf(recipe)) ? [LIST_CUT_OFF] : [])];
}

function ofPartition(partition: string, { layers, urls }: Recipe): PartRequest[] {
  return layers.map((layer) => ({
    key: `${keyOf(layer)}-${partition}`,
    url: fillUrl(urls.partition ?? '', { collection: collectionOf(layer).name, partition }),
    kind: 'json',
    subject: `${collectionOf(layer).name}, ${partition}`,
    absent: 'fault',
  }));
}

/** A category of servitudes, and the générateurs of it, which a recipe may have joined. */
function ofPlace(layer: RecipeLayer, recipe: Recipe, territory: CollectTerritory): PartRequest[] {
  const { category, name } = collectionOf(layer);
  const geom = JSON.stringify(boxOutline(around(territory)));
  const ask = (key: string, collection: string, absent: PartRequest['absent']): PartRequest => {
    const url = fillUrl(recipe.urls.place ?? '', { collection, categorie: category, geom });
    return { key, url, kind: 'json', subject: `${collection} ${category}`, absent };
  };
  const generator = generatorOf(layer, recipe);
  return [
    ask(keyOf(layer), name, 'fault'),
    ...(generator ? [ask(generator.key, generator.collection, 'nothing')] : []),
  ];
}

async function withGenerators(
  extents: Feature[],
  layer: RecipeLayer,
  { recipe, parts, signal }: MakeJob,
): Promise<Feature[]> {
  const generator = generatorOf(layer, recipe);
  if (!generator) return extents;
  const own = parts.filter((part) => isOf(generator.key, part));
  const { features } = await readObjects(own, capsOf(recipe), signal);
  return joinGenerators(extents, features);
}

/** The collection of générateurs that the option `generators` names for a layer (`{ "sup_pm1": "generateur-sup-s" }`). */
function generatorOf(layer: RecipeLayer, recipe: Recipe) {
  const collection = readOptions(recipe, optionsSchema).generators[layer.id];
  return collection && { collection, key: `${collection}-${collectionOf(layer).category}` };
}

/** The territory's box and a kilometre around it: extents of the official list are rounded. */
function around({ extent: [west, south, east, north] }: CollectTerritory): Extent {
  return [west - MARGIN, south - MARGIN, east + MARGIN, north + MARGIN];
}

const MARGIN = 0.01;

const isByDocument = ({ urls }: Recipe): boolean => 'document' in urls;
const keyOf = (layer: RecipeLayer): string => (layer.from ?? layer.id).replace(':', '-');
const isOf = (key: string, part: Part): boolean => {
  return part.key === key || part.key.startsWith(`${key}-`);
};

function collectionOf({ from, id }: RecipeLayer): { name: string; category: string } {
  const [name = '', category = ''] = (from ?? id).split(':');
  return { name, category };
}

/** Name by which publishing recognises the table of the standard: `zone_urba`, `assiette_sup_s_pm1`. */
function tableOf(layer: RecipeLayer): string {
  return keyOf(layer).toLowerCase().replaceAll('-', '_');
}

function propertiesOf(features: readonly Feature[]): Record<string, unknown>[] {
  return features.map(({ properties }) => properties ?? {});
}

const capsOf = (recipe: Recipe): number[] => readOptions(recipe, optionsSchema).caps;

const optionsSchema = v.strictObject({
  /** The documented limit, and the one that the service's code has, unless told. */
  caps: v.optional(v.array(v.number()), [1000, 5000]),
  generators: v.optional(v.record(v.string(), v.string()), {}),
});

const DOCUMENTS = 'documents';
