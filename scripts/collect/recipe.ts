import * as v from 'valibot';
import { AppError } from '../../src/domain/errors.ts';
import { type LayerMeta, MAINTENANCE_FREQUENCIES } from '../../src/domain/layer.ts';
import { READER_SEVERITIES } from '../../src/publish/validate/reader-severities.ts';
import { RULES } from '../../src/publish/validate/registry.ts';
import { readDataFolder } from '../publish/read-data-file.ts';

/** Names of the readers, one a form that official sources answer in: see `readers/registry.ts`. */
const READER_KINDS = [
  'communes',
  'cadastre',
  'gpu',
  'wfs',
  'geoparquet',
  'file',
  'table',
  'georisques',
  'archive',
] as const;

/** How a recipe's source is read. */
export type ReaderKind = (typeof READER_KINDS)[number];

/** One official source: where it is, who made it under which licence, how it is read, and which layers it gives. A file of `data/sources/`. */
export interface Recipe {
  id: string;
  /** French, as the producer calls it. */
  title: string;
  producer: string;
  /** As `domain/nomenclature/licences.ts` names it. ODbL sources share no layer with others. */
  licence: string;
  /** The words that the licence wants to be shown. */
  attribution: string;
  /** Page where people read about it. */
  page: string;
  maintenance: (typeof MAINTENANCE_FREQUENCIES)[number];
  /** Days for which a finished part is not asked for again. */
  freshDays: number;
  /** Key of `data/services.json`: whose rate limits hold. */
  service: string;
  kind: ReaderKind;
  /** What for → address, with `{placeholders}` that `fillUrl` knows, and those of its reader. */
  urls: Record<string, string>;
  /** CRS of the coordinates where neither the format nor the file says it, or it says it wrong. */
  crs?: string;
  /** Whether a run takes it that names no source; else it is left for who asks for it by its id. */
  default: boolean;
  /** What its reader alone understands: see `readOptions`. */
  options: Record<string, unknown>;
  /** How sure addresses and fields are: read in the official source, in others' code, or not at all. */
  certainty: 'official' | 'third-party' | 'unverified';
  /** What a planner must know before using it, a French sentence: "Une réponse vide n’est pas une absence de risque." */
  caution?: string;
  /** What to do when the source fails, a French sentence: another address, whom to ask. What was served stays in any case. */
  onFailure: string;
  layers: RecipeLayer[];
}

/** A layer that a source gives. A recipe says what all its layers have in common: `accept`, to which a layer adds; `keep`, `repair` and members of `description`, in the place of which it may have its own. */
export interface RecipeLayer {
  /** Id in the catalogue; where `data/layers/<id>.json` is, its title, words and style are taken from there. */
  id: string;
  /** What of the source it is: a type name, a collection of an API, a table of a file. */
  from?: string;
  /** Field of the source → field of the layer. Absent: all fields, as they are spelled; else only these. */
  fields?: Record<string, string>;
  /** Fields of the source without which its schema has changed: the layer is then not made. */
  required: string[];
  /** Field of the layer → value that every row has. */
  constants: Record<string, string | number>;
  /** Which rows are the territory's: by the INSEE code in a field of the source, by meeting its communes, or all. */
  keep: { by: 'commune'; field: string } | { by: 'place' } | { by: 'all' };
  /** Ids of the rules whose warnings are known of this source and do not stop it. */
  accept: string[];
  /** Whether invalid outlines are made valid (GEOS), which the report and the lineage count. */
  repair: boolean;
  /** What is said of the layer besides; wins over `data/layers/<id>.json`. */
  description: Partial<LayerMeta>;
}

/**
 * The recipes of a deployment, in the order of their files' names: those of `data/sources/`.
 * @throws {AppError} `source-unreadable`, reason `recipe`, with the `source` and the `field` of the first fault.
 */
export async function readRecipes(dataDir: string): Promise<Recipe[]> {
  const files = await readDataFolder<unknown>(dataDir, 'sources');
  return files.map(({ path, content }) => parseRecipe(path, content));
}

/**
 * The recipe that a parsed file holds.
 * @throws {AppError} as `readRecipes`.
 */
export function parseRecipe(source: string, content: unknown): Recipe {
  const parsed = v.safeParse(recipeSchema, content);
  if (!parsed.success) throw recipeFault(source, '', parsed.issues);
  const { accept, keep, repair, description, layers, ...recipe } = parsed.output;
  const own = layers.map((layer, index) => {
    const all = {
      keep,
      repair,
      ...layer,
      accept: [...new Set([...accept, ...layer.accept])],
      description: { ...description, ...layer.description },
    };
    if (all.keep) return all;
    const context = { source, reason: 'recipe', field: `layers.${index}.keep` };
    throw new AppError('source-unreadable', `${source}: nothing says what to keep`, context);
  });
  return { ...recipe, layers: own } as Recipe;
}

/**
 * The options of a recipe, as its reader understands them.
 * @throws {AppError} as `readRecipes`.
 */
export function readOptions<T>(
  { id, options }: Pick<Recipe, 'id' | 'options'>,
  schema: v.GenericSchema<unknown, T>,
): T {
  const parsed = v.safeParse(schema, options);
  if (parsed.success) return parsed.output;
  throw recipeFault(id, 'options.', parsed.issues);
}

function recipeFault(source: string, place: string, issues: v.BaseIssue<unknown>[]): AppError {
  const issue = issues[0] as v.BaseIssue<unknown>;
  const field = `${place}${v.getDotPath(issue) ?? ''}`;
  const context = { source, reason: 'recipe', field };
  return new AppError('source-unreadable', `${source} at ${field}: ${issue.message}`, context);
}

/** Whether that is the id of a rule that warns: errors cannot be accepted, notices need not be. */
function isWarning(rule: string): boolean {
  const severity = READER_SEVERITIES[rule] ?? RULES.find(({ id }) => id === rule)?.severity;
  return severity === 'warning';
}

const text = v.pipe(v.string(), v.nonEmpty());

const keep = v.variant('by', [
  v.strictObject({ by: v.literal('commune'), field: text }),
  v.strictObject({ by: v.literal('place') }),
  v.strictObject({ by: v.literal('all') }),
]);
const accept = v.optional(v.array(v.pipe(text, v.check(isWarning, 'no rule that only warns'))), []);
const description = v.optional(v.record(v.string(), v.unknown()), {});

const recipeLayerSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9_]*$/)),
  from: v.optional(text),
  fields: v.optional(v.record(text, text)),
  required: v.optional(v.array(text), []),
  constants: v.optional(v.record(text, v.union([v.string(), v.number()])), {}),
  keep: v.optional(keep),
  accept,
  repair: v.optional(v.boolean()),
  description,
});

const recipeSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/)),
  title: text,
  producer: text,
  licence: text,
  attribution: text,
  page: v.pipe(v.string(), v.url()),
  maintenance: v.picklist(MAINTENANCE_FREQUENCIES),
  freshDays: v.pipe(v.number(), v.minValue(0)),
  service: text,
  kind: v.picklist(READER_KINDS),
  urls: v.record(text, v.pipe(v.string(), v.startsWith('https://'))),
  crs: v.optional(text),
  default: v.optional(v.boolean(), true),
  options: v.optional(v.record(v.string(), v.unknown()), {}),
  certainty: v.picklist(['official', 'third-party', 'unverified']),
  caution: v.optional(text),
  onFailure: text,
  keep: v.optional(keep),
  accept,
  repair: v.optional(v.boolean(), false),
  description,
  layers: v.pipe(v.array(recipeLayerSchema), v.minLength(1)),
});
