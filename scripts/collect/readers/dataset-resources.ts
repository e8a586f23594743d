import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { AppError } from '../../../src/domain/errors.ts';
import { isPublic } from '../fetch/public-address.ts';
import type { BodyKind, Part, PartRequest } from '../part.ts';
import type { Recipe } from '../recipe.ts';
import { featureOptions, type ResourceChoice } from './feature-options.ts';

/** A file of a dataset of data.gouv.fr, as its API names it (`/api/1/datasets/<slug>/`). */
interface Resource {
  title: string;
  format: string | null;
  url: string;
  filesize?: number | null | undefined;
  last_modified?: string | null | undefined;
}

/**
 * The requests for the files that the recipe wants of a dataset, over https.
 * @throws {AppError} as `chosenResources`; reason `schema`, with the `field` `resources.<name>.url`, for an address that is none of the web.
 */
export async function resourceRequests(part: Part, recipe: Recipe): Promise<PartRequest[]> {
  const chosen = await chosenResources(part, recipe);
  return Object.entries(chosen).map(([key, { title, url: given, format, filesize }]) => {
    const url = given.replace(/^http:/, 'https:');
    if (!isPublic(url)) throw schemaFault(part.url, `resources.${key}.url`);
    const expected = filesize ? { expectedBytes: filesize } : {};
    return { key, url, kind: kindOf(format, url), subject: title, absent: 'fault', ...expected };
  });
}

/** The day, `YYYY-MM-DD`, of the latest of the files that the recipe wants; undefined where the dataset does not tell. */
export async function datasetDay(part: Part, recipe: Recipe): Promise<string | undefined> {
  const days = Object.values(await chosenResources(part, recipe)).flatMap(
    ({ last_modified: day }) => day?.slice(0, 10) ?? [],
  );
  return days.sort().at(-1);
}

/**
 * Name of a file → its resource: the latest of those that fit.
 * @throws {AppError} `source-failed`, reason `schema`, with the `field`: `resources` of what is no dataset, `resources.<name>` where no
 * resource fits.
 */
async function chosenResources(part: Part, recipe: Recipe): Promise<Record<string, Resource>> {
  const resources = await readResources(part);
  const wanted = Object.entries(featureOptions(recipe).resources);
  return Object.fromEntries(
    wanted.map(([name, choice]) => {
      const fitting = resources.filter((resource) => fits(resource, choice));
      const [latest] = fitting.sort((a, b) => (dayOf(a) < dayOf(b) ? 1 : -1));
      if (!latest) throw schemaFault(part.url, `resources.${name}`);
      return [name, latest];
    }),
  );
}

async function readResources({ path, url }: Part): Promise<Resource[]> {
  const parsed = v.safeParse(datasetSchema, JSON.parse(await readFile(path as string, 'utf8')));
  if (!parsed.success) throw schemaFault(url, 'resources');
  return parsed.output.resources;
}

function fits({ title, format, url }: Resource, choice: ResourceChoice): boolean {
  return isLike(`${title} ${url}`, choice.title) && isLike(format ?? '', choice.format);
}

function isLike(value: string, pattern: string | undefined): boolean {
  return pattern === undefined || new RegExp(pattern, 'i').test(value);
}

const dayOf = ({ last_modified: day }: Resource) => day ?? '';

function kindOf(format: string | null, url: string): BodyKind {
  const path = new URL(url).pathname.toLowerCase();
  const named = path.match(/\.(geojson|json|csv|zip|gpkg|parquet|gpx|gml)(\.gz)?$/);
  const form = named?.[1] ?? format?.toLowerCase().match(/[a-z]+/)?.[0] ?? 'json';
  const kind = KINDS[form] ?? 'json';
  return named?.[2] && (kind === 'json' || kind === 'csv') ? `gzip-${kind}` : kind;
}

const KINDS: Record<string, BodyKind> = {
  geojson: 'json',
  json: 'json',
  csv: 'csv',
  zip: 'zip',
  shp: 'zip',
  gpkg: 'geopackage',
  geopackage: 'geopackage',
  parquet: 'parquet',
  gpx: 'gpx',
  gml: 'xml',
};

function schemaFault(url: string, field: string): AppError {
  return new AppError('source-failed', `${url}: no ${field}`, { url, reason: 'schema', field });
}

const datasetSchema = v.object({
  resources: v.array(
    v.object({
      title: v.string(),
      format: v.nullable(v.string()),
      url: v.string(),
      filesize: v.optional(v.nullable(v.number())),
      last_modified: v.optional(v.nullable(v.string())),
    }),
  ),
});
