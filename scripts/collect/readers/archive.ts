import { join } from 'node:path';
import type { Feature } from 'geojson';
import * as v from 'valibot';
import type { Gdal } from '../../../src/gdal/gdal.ts';
import { openGdal } from '../../../src/gdal/node-gdal.ts';
import type { Delivery } from '../../../src/publish/delivery/delivery.ts';
import { type CollectTerritory, fillUrl } from '../collect-territory.ts';
import { keepInTerritory } from '../make/keep-in-territory.ts';
import { keepNotes } from '../make/keep-notes.ts';
import { latestDay } from '../make/latest-day.ts';
import { checkRequired, mapFields } from '../make/map-fields.ts';
import { writeFeatures } from '../make/write-features.ts';
import type { PartRequest } from '../part.ts';
import { type Recipe, type RecipeLayer, readOptions } from '../recipe.ts';
import type { MadeLayer, MakeJob, SourceReader } from '../source-reader.ts';
import { archiveNotes } from './archive-notes.ts';
import {
  type ArchiveTable,
  type ReadArchive,
  readArchive,
  readArchiveTable,
  tablesOf,
} from './archive-tables.ts';
import { withDepthWords } from './flood-depths.ts';

/**
 * Official deliveries in a ZIP or GeoPackage that is fetched whole: flood directive by department, PPR, documents of the GPU. The address
 * `archive` has `{code}` where there is one a commune, `{departement}` a department, `{siren}` an intercommunality. `from` of a layer names
 * the table of the standard (`N_ISO_HT_S`) or tables (`n_*_iso_ht_*`); all that fit become one layer, as their delivery joins them, in
 * degrees, less what is not the territory's. The option `form` is `zip` (usual) or `geopackage`; `depthWords` names a layer of water depths that gets
 * `withDepthWords`. A layer whose fields are chosen follows its own description, any other the standard of its table.
 */
export const ARCHIVE: SourceReader = {
  requests: (recipe, territory) =>
    placesOf(recipe, territory).map(({ key, subject, values }) => ({
      key,
      url: fillUrl(recipe.urls.archive ?? '', values),
      kind: readOptions(recipe, optionsSchema).form,
      subject,
      absent: 'nothing',
    })),
  make: async (job) => {
    const read = readingOf(job);
    const present = job.parts.filter(({ path }) => path !== null);
    const deliveries: Delivery[] = [];
    for (const part of present) deliveries.push(await readArchive(part, read));
    const made: MadeLayer[] = [];
    for (const layer of job.recipe.layers) made.push(await makeLayer(layer, deliveries, read, job));
    return made;
  },
};

async function makeLayer(
  layer: RecipeLayer,
  deliveries: readonly Delivery[],
  read: ReadArchive,
  job: MakeJob,
): Promise<MadeLayer> {
  const { territory, outlines, folder, parts, signal } = job;
  const tables: ArchiveTable[] = [];
  const features: Feature[] = [];
  const counts = { read: 0, placeless: 0 };
  const hasDepths = readOptions(job.recipe, optionsSchema).depthWords === layer.id;
  for (const draft of deliveries.flatMap((one) => tablesOf(one, layer))) {
    signal?.throwIfAborted();
    const table = await readArchiveTable(draft, read);
    const kept = keepInTerritory(table.features, { keep: layer.keep, territory, outlines });
    for await (const feature of kept.features) {
      features.push(mapFields(hasDepths ? withDepthWords(feature) : feature, layer));
    }
    if (table.features.length > 0) checkRequired(propertiesOf(table.features), layer);
    counts.read += kept.counts.read;
    counts.placeless += kept.counts.placeless;
    tables.push(table);
  }
  const name = layer.fields ? layer.id : (tables[0]?.official ?? layer.id);
  const path = join(folder, `${name}.geojsonl`);
  const kept = await writeFeatures(path, features);
  const date =
    tables
      .flatMap((table) => table.date ?? [])
      .sort()
      .at(-1) ?? latestDay(parts);
  return {
    layer,
    paths: kept > 0 ? [path] : [],
    read: counts.read,
    kept,
    ...(date && { date }),
    notes: [
      ...archiveNotes({
        tables: tables.map(({ name }) => name),
        crs: [...new Set(tables.map(({ crs }) => crs))],
        absent: parts.filter((part) => part.path === null).map(({ subject }) => subject),
      }),
      ...(counts.read > 0 ? keepNotes(counts, layer.keep, outlines, territory) : []),
    ],
  };
}

/** What there is an archive for, as the address tells: a commune, a department, else the whole. */
function placesOf({ urls, title }: Recipe, territory: CollectTerritory): ArchivePlace[] {
  const { siren, communes, departments } = territory;
  if (urls.archive?.includes('{code}')) {
    return communes.map(({ code, name, department }) => {
      const values = { code, departement: department, siren };
      return { key: `archive-${code}`, subject: name, values };
    });
  }
  if (urls.archive?.includes('{departement}')) {
    return departments.map((departement) => {
      const values = { departement, siren };
      return { key: `archive-${departement}`, subject: `département ${departement}`, values };
    });
  }
  return [{ key: 'archive', subject: title, values: { siren } }];
}

type ArchivePlace = Pick<PartRequest, 'key' | 'subject'> & { values: Record<string, string> };

function readingOf({ recipe, territory, signal }: MakeJob): ReadArchive {
  let gdal: Promise<Gdal> | null = null;
  return {
    gdal: () => {
      gdal ??= Promise.resolve(openGdal());
      return gdal;
    },
    extent: territory.extent,
    crs: recipe.crs ?? null,
    ...(signal && { signal }),
  };
}

function propertiesOf(features: readonly Feature[]): Feature['properties'][] {
  return features.map(({ properties }) => properties);
}

const optionsSchema = v.strictObject({
  form: v.optional(v.picklist(['zip', 'geopackage']), 'zip'),
  depthWords: v.optional(v.string()),
});
