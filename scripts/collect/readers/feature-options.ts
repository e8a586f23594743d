import * as v from 'valibot';
import type { Grouping } from '../make/group-features.ts';
import type { CommuneColumn } from '../make/summarise-communes.ts';
import { TAKES } from '../make/take-value.ts';
import type { BodyKind } from '../part.ts';
import { type Recipe, readOptions } from '../recipe.ts';

/** What the readers `file` and `table` understand of a recipe's options. */
export interface FeatureOptions {
  /** What the bodies of `urls` are; those that a dataset names tell it themselves. */
  body: BodyKind;
  /** Placeholder of `urls` → its values, one request for each: `{ "annee": ["2024", "2025"] }`. */
  each: Record<string, string[]>;
  /** Bytes that a file may have, for an estimate. */
  bytes?: number | undefined;
  /** Whether a file that is not there means that the source has nothing: a year that is not out yet. */
  mayBeAbsent: boolean;
  /** Code of a region → slug of its dataset, the `{slug}` of `urls.dataset`: regions publish apart. A territory of another has none. */
  slugs?: Record<string, string> | undefined;
  /** Name of a file → which resource of the data.gouv.fr dataset `urls.dataset` it is; the latest of several. */
  resources: Record<string, ResourceChoice>;
  /** Id of a layer → what is done with its rows. */
  layers: Record<string, RowOptions>;
}

/** Patterns, without regard to case: `title` of the title and address of a resource, `format` of its format. */
export interface ResourceChoice {
  title?: string | undefined;
  format?: string | undefined;
}

/** What is done with the rows of a layer, in this order. */
export interface RowOptions {
  /** Columns of longitude and latitude (or of x and y in the recipe's CRS) where there are several, or their names do not tell. */
  place?: { x: string; y: string } | undefined;
  /** Whether each part of a geometry of several is a row of its own: the stages of a route across the country. */
  split?: boolean | undefined;
  /** New field → words with `{fields}` in braces: `"{numero}{rep} {nom_voie}"`. What is empty leaves nothing. */
  compose?: Record<string, string> | undefined;
  /** Field → value as the source has it → value as the layer has it; what is not named stays. */
  values?: Record<string, Record<string, string | number | boolean | null>> | undefined;
  /** New field → its value for the first pattern that a code `of` another field fits whole; null where none does. */
  classes?: Record<string, { of: string; patterns: Record<string, string> }> | undefined;
  /** How rows that stand for one thing become one. */
  group?: Grouping | undefined;
  /** A row a commune, of rows that name theirs in the field `code`; each column is `of` `rows`. */
  communes?: { code: string; columns: CommuneColumn[] } | undefined;
}

/** The options of a recipe of these readers. @throws {AppError} as `readOptions`. */
export function featureOptions(recipe: Recipe): FeatureOptions {
  return readOptions(recipe, optionsSchema);
}

const BODIES: readonly BodyKind[] = [
  'json',
  'csv',
  'zip',
  'parquet',
  'geopackage',
  'xml',
  'gpx',
  'gzip-json',
  'gzip-csv',
];

const text = v.pipe(v.string(), v.nonEmpty());
const take = v.picklist(TAKES);

/** Of a `CommuneColumn`. */
export const communeColumnSchema = v.strictObject({
  field: text,
  of: v.optional(text, 'rows'),
  value: v.optional(text),
  take,
  where: v.optional(v.strictObject({ field: text, like: text })),
});

const rowSchema = v.strictObject({
  place: v.optional(v.strictObject({ x: text, y: text })),
  split: v.optional(v.boolean()),
  compose: v.optional(v.record(text, text)),
  classes: v.optional(v.record(text, v.strictObject({ of: text, patterns: v.record(text, text) }))),
  values: v.optional(
    v.record(text, v.record(v.string(), v.union([v.string(), v.number(), v.boolean(), v.null()]))),
  ),
  group: v.optional(v.strictObject({ by: text, take: v.optional(v.record(text, take), {}) })),
  communes: v.optional(v.strictObject({ code: text, columns: v.array(communeColumnSchema) })),
});

const optionsSchema = v.strictObject({
  body: v.optional(v.picklist(BODIES), 'json'),
  each: v.optional(v.record(text, v.array(text)), {}),
  bytes: v.optional(v.number()),
  mayBeAbsent: v.optional(v.boolean(), false),
  slugs: v.optional(v.record(text, text)),
  resources: v.optional(
    v.record(text, v.strictObject({ title: v.optional(text), format: v.optional(text) })),
    {},
  ),
  layers: v.optional(v.record(text, rowSchema), {}),
});
