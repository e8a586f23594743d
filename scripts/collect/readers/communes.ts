import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Feature } from 'geojson';
import { AppError } from '../../../src/domain/errors.ts';
import { chooseMetricCrs } from '../../territory/choose-metric-crs.ts';
import { fillUrl } from '../collect-territory.ts';
import { checkRequired, mapFields } from '../make/map-fields.ts';
import { readAnswer } from '../make/read-answer.ts';
import { writeFeatures } from '../make/write-features.ts';
import type { Part, PartRequest } from '../part.ts';
import type { Recipe, RecipeLayer } from '../recipe.ts';
import type { MadeLayer, MakeJob, SourceReader } from '../source-reader.ts';
import { communeNotes, surfaceQuality } from './communes-notes.ts';
import { compareCommunes, missingCommunes } from './compare-communes.ts';
import { withSurface } from './with-surface.ts';

/**
 * The communes of an intercommunality and its own outline (API Découpage administratif, GeoJSON, degrees), held against the official
 * list. Added to what the service gives: `surface_ha`, measured in the territory's metric CRS, and `population_totale` of the list, for the
 * service's `population` is the municipal one. A commune that is not given any more is asked for among those that were merged.
 * Source: github.com/datagouv/api-geo, `definition.yml`.
 */
export const COMMUNES: SourceReader = {
  requests: ({ urls }, { siren, name, communes }) => [
    {
      key: 'communes',
      url: fillUrl(urls.communes ?? '', { siren }),
      kind: 'json',
      subject: `communes de ${name}`,
      expectedBytes: communes.length * BYTES_PER_COMMUNE,
      absent: 'fault',
    },
    {
      key: 'epci',
      url: fillUrl(urls.epci ?? '', { siren }),
      kind: 'json',
      subject: name,
      absent: 'fault',
    },
  ],
  follow: async (part, { urls }, territory) => {
    if (part.key !== 'communes' || !urls.former) return [];
    const { features } = await readAnswer(part);
    return missingCommunes(features, territory).map(({ code, name }): PartRequest => {
      const url = fillUrl(urls.former ?? '', { code });
      return { key: formerKey(code), url, kind: 'json', subject: name, absent: 'nothing' };
    });
  },
  make: async (job) => {
    const made: MadeLayer[] = [];
    for (const layer of job.recipe.layers) made.push(await makeLayer(layer, job));
    return made;
  },
};

async function makeLayer(layer: RecipeLayer, job: MakeJob): Promise<MadeLayer> {
  const { territory, parts, folder, recipe } = job;
  const key = layer.from ?? layer.id;
  const part = parts.find((one) => one.key === key);
  const { features } = part ? await readAnswer(part) : { features: [] };
  if (features.length > 0) checkRequired(properties(features), layer);
  for (const feature of features) checkOutline(feature, recipe, layer);
  const crs = chooseMetricCrs(territory.departments[0] ?? '', territory.extent);
  const path = join(folder, `${layer.id}.geojsonl`);
  const totals = new Map(territory.communes.map(({ code, population }) => [code, population]));
  const rows = features.map((feature) => {
    const own = flatten(withSurface(feature, crs));
    const population_totale = totals.get(String(own.properties?.code)) ?? null;
    return mapFields({ ...own, properties: { ...own.properties, population_totale } }, layer);
  });
  await writeFeatures(path, rows);
  const notes = key === 'communes' ? await differences(features, job) : [];
  const count = features.length;
  const quality = [recipe.caution, surfaceQuality(crs)].filter(Boolean).join(' ');
  const description = { ...layer.description, quality };
  return {
    layer: { ...layer, description },
    paths: count > 0 ? [path] : [],
    read: count,
    kept: count,
    notes,
  };
}

async function differences(features: Feature[], { territory, parts }: MakeJob): Promise<string[]> {
  const formers = new Map<string, string>();
  for (const { code } of missingCommunes(features, territory)) {
    const part = parts.find(({ key }) => key === formerKey(code));
    const into = part?.path ? await readFormer(part) : null;
    if (into) formers.set(code, into);
  }
  return communeNotes(compareCommunes(features, territory, formers));
}

/** The INSEE code of the commune that a former one is part of now, where the answer (one object, not GeoJSON) tells it. */
async function readFormer({ path }: Part): Promise<string | null> {
  const { chefLieu } = JSON.parse(await readFile(path as string, 'utf8')) as { chefLieu?: unknown };
  return typeof chefLieu === 'string' ? chefLieu : null;
}

/** @throws {AppError} `source-failed`, reason `schema`: without being asked rightly the service gives the centre. */
function checkOutline({ geometry, properties }: Feature, { urls }: Recipe, { id }: RecipeLayer) {
  if (geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon') return;
  const place = `${properties?.nom ?? ''} (${properties?.code ?? '?'})`;
  const context = { url: urls[id] ?? '', reason: 'schema', layer: id, field: 'contour', place };
  throw new AppError('source-failed', `${place} has no outline`, context);
}

function flatten(feature: Feature): Feature {
  const flat = Object.entries(feature.properties ?? {}).map(([name, value]) => {
    return [name, Array.isArray(value) ? value.join(', ') : value];
  });
  return { ...feature, properties: Object.fromEntries(flat) };
}

const properties = (features: readonly Feature[]) => features.map((one) => one.properties);
const formerKey = (code: string) => `ancienne-${code}`;

/** Guess: outlines of some hundred vertices. */
const BYTES_PER_COMMUNE = 8_000;
