import { join } from 'node:path';
import type { Feature } from 'geojson';
import * as v from 'valibot';
import { STORAGE_CRS } from '../../../src/domain/crs.ts';
import { placeTable } from '../../../src/publish/read/columns/table-geometry.ts';
import { groupFeatures } from '../make/group-features.ts';
import { keepInTerritory } from '../make/keep-in-territory.ts';
import { checkRequired, mapFields } from '../make/map-fields.ts';
import { mendTexts } from '../make/mend-texts.ts';
import { placeFeatures } from '../make/read-features.ts';
import { type JsonRecord, recordTable } from '../make/read-records.ts';
import { type CommuneColumn, summariseCommunes } from '../make/summarise-communes.ts';
import { writeFeatures } from '../make/write-features.ts';
import type { Part } from '../part.ts';
import { type RecipeLayer, readOptions } from '../recipe.ts';
import type { MadeLayer, MakeJob, SourceReader } from '../source-reader.ts';
import { communeColumnSchema } from './feature-options.ts';
import { mergedNote } from './file-notes.ts';
import { missingRowsNote, placelessNote, silentCommunesNote } from './georisques-notes.ts';
import { firstPages, groupsOf, otherPages, placeOf, readPage } from './georisques-pages.ts';
import { outlinedCommunes } from './outlined-communes.ts';

/**
 * Géorisques, REST v1 (no key): collections asked for by INSEE codes and read page by page. A layer `from` a collection has its rows as
 * objects, at their longitude and latitude or with their `geom`; one `from` `communes` has a row a commune, of the option `communes`:
 * administrative rows repeat no outline. Rows of a collection that is asked for one commune at a time bear that commune's `code_insee`.
 */
export const GEORISQUES: SourceReader = {
  requests: firstPages,
  follow: otherPages,
  make: async (job) => {
    const { communes, objects } = readOptions(job.recipe, optionsSchema);
    const made: MadeLayer[] = [];
    for (const layer of job.recipe.layers) {
      const from = layer.from ?? '';
      const maker = from === COMMUNES ? communeRows(job, communes) : objectRows(job, from, objects);
      made.push(await makeLayer(layer, job, await maker));
    }
    return made;
  },
};

const COMMUNES = 'communes';

interface Options {
  /** What the layer `from` `communes` says of each. */
  communes: CommuneColumn[];
  /** Collection → the field that tells its objects apart: what several communes return is one. */
  objects: Record<string, string>;
}

interface LayerRows {
  features: Feature[];
  names: string[];
  read: number;
  notes: string[];
  days: string[];
}

async function makeLayer(
  layer: RecipeLayer,
  { territory, outlines, folder }: MakeJob,
  { features, names, read, notes, days }: LayerRows,
): Promise<MadeLayer> {
  if (features.length > 0) {
    checkRequired([Object.fromEntries(names.map((name) => [name, null]))], layer);
  }
  const kept = keepInTerritory(features, { keep: layer.keep, territory, outlines });
  const mapped: Feature[] = [];
  for await (const feature of kept.features) mapped.push(mapFields(feature, layer));
  const said = new Set(notes);
  const placed = mendTexts(
    mapped.filter(({ geometry }) => geometry),
    said,
  );
  const lost = mapped.length - placed.length + kept.counts.placeless;
  if (lost > 0) said.add(placelessNote(lost));
  const path = join(folder, `${layer.id}.geojsonl`);
  await writeFeatures(path, placed);
  const date = days.sort().at(-1);
  return {
    layer,
    paths: placed.length > 0 ? [path] : [],
    read,
    kept: placed.length,
    crs: STORAGE_CRS,
    ...(date && { date }),
    notes: [...said],
  };
}

async function objectRows(
  job: MakeJob,
  collection: string,
  objects: Options['objects'],
): Promise<LayerRows> {
  const { rows, notes, days } = await collectionRows(collection, job);
  const table = placeTable(recordTable(collection, rows));
  const { recipe, territory } = job;
  const as = { crs: recipe.crs, extent: territory.extent };
  const { features, names, notes: reading } = await placeFeatures(table, [], as);
  const all = [...notes, ...reading];
  const by = objects[collection];
  if (!by) return { features: [...features], names, read: rows.length, notes: all, days };
  const grouped = await groupFeatures(features, { by, take: {} });
  if (grouped.merged > 0) all.push(mergedNote(grouped.merged, by));
  return { features: grouped.features, names, read: rows.length, notes: all, days };
}

async function communeRows(job: MakeJob, columns: CommuneColumn[]): Promise<LayerRows> {
  const { territory, outlines } = job;
  const collections = [...new Set(columns.map(({ of }) => of))];
  const lists = await Promise.all(collections.map((name) => collectionRows(name, job)));
  const rows = lists.map((list, i) => {
    return [collections[i] as string, { rows: list.rows, code: CODE }] as const;
  });
  const found = summariseCommunes(territory, outlines, Object.fromEntries(rows), columns);
  const days = lists.flatMap((list) => list.days);
  const notes = new Set(lists.flatMap((list) => list.notes));
  const silent = territory.communes.filter(({ code }) => {
    return !found.some(({ properties }) => properties?.comm_insee === code);
  });
  if (silent.length > 0) {
    const names = silent.map(({ name }) => name);
    notes.add(silentCommunesNote(names, days.sort().at(-1) ?? ''));
  }
  const features = outlinedCommunes(found, job, notes);
  const names = ['comm_insee', 'comm_nom', ...columns.map(({ field }) => field)];
  const read = lists.reduce((sum, list) => sum + list.rows.length, 0);
  return { features, names, read, notes: [...notes], days };
}

/** All rows of a collection, once each, and the days on which they were asked for. */
async function collectionRows(collection: string, { recipe, territory, parts }: MakeJob) {
  const pattern = recipe.urls[collection];
  if (!pattern) throw new Error(`${recipe.id}: no url ${collection}`);
  const own = parts.filter((part) => placeOf(part).collection === collection);
  const seen = new Map<string, JsonRecord>();
  let announced = 0;
  let came = 0;
  for (const part of own) {
    const { rows, total } = await readPage(part);
    came += rows.length;
    if (placeOf(part).page === 1) announced += total ?? rows.length;
    const named = pattern.includes('{code}') ? codeOf(part, pattern, territory) : {};
    for (const row of rows) {
      const whole = { ...named, ...row };
      seen.set(JSON.stringify(whole), whole);
    }
  }
  const notes = announced > came ? [missingRowsNote(collection, announced, came)] : [];
  return { rows: [...seen.values()], notes, days: own.map(({ askedAt }) => askedAt.slice(0, 10)) };
}

function codeOf(part: Part, pattern: string, territory: MakeJob['territory']): JsonRecord {
  const [code] = groupsOf(pattern, territory)[placeOf(part).group] ?? [];
  return { [CODE]: code };
}

const CODE = 'code_insee';

const optionsSchema = v.strictObject({
  communes: v.optional(v.array(communeColumnSchema), []),
  objects: v.optional(v.record(v.string(), v.string()), {}),
});
