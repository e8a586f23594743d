import { join } from 'node:path';
import type { Feature } from 'geojson';
import { AppError } from '../../../src/domain/errors.ts';
import { fillUrl } from '../collect-territory.ts';
import { latestDay } from '../make/latest-day.ts';
import { checkRequired, mapFields } from '../make/map-fields.ts';
import { readAnswer } from '../make/read-answer.ts';
import { territoryCodes } from '../make/territory-codes.ts';
import { writeFeatures } from '../make/write-features.ts';
import type { Part, PartRequest } from '../part.ts';
import type { RecipeLayer } from '../recipe.ts';
import type { MadeLayer, MakeJob, SourceReader } from '../source-reader.ts';
import { type CadastreLosses, cadastreNotes } from './cadastre-notes.ts';
import { cadastrePlaces } from './cadastre-places.ts';
import { uniteParts } from './unite-parts.ts';

/**
 * The cadastre as Etalab publishes it, a gzipped GeoJSON file (degrees) a commune and collection: `parcelles`, `batiments`, `sections`,
 * `lieux_dits`… which `from` of a layer names. A commune that has no file is told, and a fault only where none has one. A file at a time is in memory.
 * Sources: github.com/etalab/cadastre, `lib/convert/pci.js`; names of files as its clients spell them.
 * @throws {AppError} `source-failed`, reason `status`, where no commune has a file.
 */
export const CADASTRE: SourceReader = {
  requests: (recipe, territory) =>
    recipe.layers.flatMap((layer) =>
      cadastrePlaces(territory).map(({ code, name, department, population }): PartRequest => {
        const collection = collectionOf(layer);
        const values = { code, departement: department, collection };
        return {
          key: keyOf(layer, code),
          url: fillUrl(recipe.urls.commune ?? '', values),
          kind: 'gzip-json',
          subject: `${name}, ${collection}`,
          expectedBytes: SHEET_BYTES + population * (BYTES_PER_INHABITANT[collection] ?? 0),
          absent: 'nothing',
        };
      }),
    ),
  make: async (job) => {
    const made: MadeLayer[] = [];
    for (const layer of job.recipe.layers) made.push(await makeLayer(layer, job));
    return made;
  },
};

async function makeLayer(layer: RecipeLayer, job: MakeJob): Promise<MadeLayer> {
  const { territory, parts, folder } = job;
  const path = join(folder, `${layer.id}.geojsonl`);
  const byKey = new Map(parts.map((part) => [part.key, part]));
  const own = cadastrePlaces(territory).map(({ code, name }) => {
    return { name, part: byKey.get(keyOf(layer, code)) };
  });
  const losses: CadastreLosses = {
    absent: [],
    empty: [],
    repeated: 0,
    placeless: 0,
    foreign: 0,
    united: [],
  };
  const codes = territoryCodes(territory);
  const seen: Record<string, true> = {};
  let read = 0;
  async function* features(): AsyncGenerator<Feature> {
    for (const { name, part } of own) {
      job.signal?.throwIfAborted();
      if (!part || part.path === null) {
        losses.absent.push(name);
        continue;
      }
      const found = (await readAnswer(part)).features;
      read += found.length;
      if (found.length === 0) losses.empty.push(name);
      for (const { properties } of found) for (const field in properties) seen[field] = true;
      for (const feature of sift(found, layer, codes, losses)) {
        yield mapFields(feature, layer);
      }
    }
  }
  const kept = await writeFeatures(path, features());
  if (losses.absent.length === own.length) throw gone(own[0]?.part);
  if (read > 0) checkRequired([seen], layer);
  const date = editionOf(own.flatMap(({ part }) => part ?? []));
  return {
    layer,
    paths: kept > 0 ? [path] : [],
    read,
    kept,
    ...(date && { date }),
    notes: cadastreNotes(losses),
  };
}

/** Where no commune has a file, it is the source that is not there any more. */
function gone(part: Part | undefined): AppError {
  const context = { url: part?.url ?? '', reason: 'status', status: 404 };
  return new AppError('source-failed', 'no commune has a file', context);
}

/** What of a commune's file goes into the layer: with an outline, of the territory, each id once. */
function sift(
  found: readonly Feature[],
  { keep }: RecipeLayer,
  codes: ReadonlySet<string>,
  losses: CadastreLosses,
): Feature[] {
  const placed = found.filter(({ geometry }) => geometry !== null);
  losses.placeless += found.length - placed.length;
  const own = placed.filter(({ properties }) => {
    return keep.by !== 'commune' || codes.has(String(properties?.[keep.field]));
  });
  losses.foreign += placed.length - own.length;
  const { features, repeated, united } = uniteParts(own, 'id');
  losses.repeated += repeated;
  losses.united.push(...united);
  return features;
}

/** Day of the edition that `latest` stands for, told by the address that it leads to; else that of the youngest file. */
function editionOf(parts: readonly Part[]): string | undefined {
  const days = parts.flatMap(({ finalUrl }) => finalUrl.match(EDITION)?.[1] ?? []);
  return days.sort().at(-1) ?? latestDay(parts);
}

const EDITION = /\/(\d{4}-\d\d-\d\d)\//;

const collectionOf = ({ id, from }: RecipeLayer): string => from ?? id;
const keyOf = (layer: RecipeLayer, code: string): Part['key'] => `${collectionOf(layer)}-${code}`;

/** Guesses, of gzipped bytes, after a commune of 1 600 inhabitants whose parcels are 140 kB. */
const BYTES_PER_INHABITANT: Record<string, number> = { parcelles: 90, batiments: 45, sections: 2 };
const SHEET_BYTES = 2_000;
