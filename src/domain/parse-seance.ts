import * as v from 'valibot';
import { isInseeCode } from './commune.ts';
import { AppError } from './errors.ts';
import { parseQuestion } from './parse-question.ts';
import type { Seance, SeanceIndex } from './seance.ts';

/** How the names of the files of sessions end, when they are handed from one to another. */
export const SEANCE_FILE_EXTENSION = '.seance.json';

/** Largest file that is read, in bytes; a session of thirty items has some hundred kilobytes. */
export const MAX_SEANCE_FILE_BYTES = 20_000_000;

/**
 * The session that a parsed JSON value holds, checked for shape: `holdSeance` holds it against a catalogue.
 * @throws {AppError} `seance-invalid`, its `reason` being `kind` (it is no session), `version` (written by a later edition:
 * `seen`, `wanted`), `shape` (with the `path` of the first fault and the number of the `item` that it is in) or `number`
 * (two items have that number).
 */
export function parseSeance(json: unknown): Seance {
  checkKind(json);
  const parsed = v.safeParse(seanceSchema, json);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    const path = v.getDotPath(issue) ?? '';
    refuse('shape', `${path}: ${issue.message}`, { path, item: itemAt(json, path) });
  }
  const seance = parsed.output as Seance;
  checkNumbers(seance);
  checkQuestions(seance);
  return seance;
}

/**
 * The session in the text of a file.
 * @throws {AppError} as `parseSeance`, with the `reason` `json` besides.
 */
export function readSeanceText(text: string): Seance {
  return parseSeance(parseText(text));
}

/**
 * The list of sessions that a parsed `seances/index.json` holds.
 * @throws {AppError} `seance-invalid` with the `path` of the first fault and the `reason` `index`.
 */
export function parseSeanceIndex(json: unknown): SeanceIndex {
  const parsed = v.safeParse(indexSchema, json);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const path = v.getDotPath(issue) ?? '';
  return refuse('index', `${path}: ${issue.message}`, { path });
}

const id = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]*$/));
const layerId = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9_]*$/));
const words = v.pipe(v.string(), v.trim(), v.minLength(1));
const number = v.pipe(v.number(), v.finite());
const degrees = (limit: number) => v.pipe(v.number(), v.minValue(-limit), v.maxValue(limit));
const day = v.nullable(v.pipe(v.string(), v.isoDate()));

const extentSchema = v.pipe(
  v.tuple([degrees(180), degrees(85), degrees(180), degrees(85)]),
  v.check(
    ([west, south, east, north]) => west <= east && south <= north,
    'west, south, east, north',
  ),
);

const sideSchema = v.strictObject({ label: words, layers: v.array(layerId) });

const sceneSchema = v.strictObject({
  extent: extentSchema,
  layers: v.array(
    v.strictObject({
      id: layerId,
      opacity: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
    }),
  ),
  selection: v.optional(v.strictObject({ layer: layerId, key: words })),
  commune: v.optional(v.pipe(v.string(), v.check(isInseeCode, 'an INSEE code'))),
  choropleth: v.optional(v.strictObject({ theme: words, figure: words })),
  question: v.optional(v.record(v.string(), v.unknown())),
  beforeAfter: v.optional(v.strictObject({ before: sideSchema, after: sideSchema })),
});

const itemSchema = v.strictObject({
  number: v.pipe(v.string(), v.regex(/^\d+(\.\d+)*$/)),
  title: words,
  rapporteur: v.optional(v.string()),
  text: v.string(),
  notes: v.optional(v.string()),
  scene: sceneSchema,
  figures: v.array(
    v.strictObject({ label: words, value: number, unit: v.string(), source: v.string() }),
  ),
  amount: v.optional(
    v.strictObject({
      eur: number,
      pays: v.string(),
      funding: v.array(v.strictObject({ who: words, eur: number })),
    }),
  ),
  decision: v.optional(v.string()),
  source: v.string(),
});

const seanceSchema = v.strictObject({
  version: v.literal(1),
  id,
  territory: v.string(),
  title: words,
  assembly: v.string(),
  date: day,
  items: v.pipe(v.array(itemSchema), v.minLength(1)),
});

const indexSchema = v.object({
  version: v.literal(1),
  seances: v.array(
    v.object({
      id,
      territory: v.string(),
      title: v.string(),
      assembly: v.string(),
      date: day,
      items: v.number(),
    }),
  ),
});

function parseText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    return refuse('json', String(cause));
  }
}

function checkKind(json: unknown): void {
  const { version, items } = (json ?? {}) as { version?: unknown; items?: unknown };
  if (!Array.isArray(items)) refuse('kind', 'no list of items');
  if (typeof version === 'number' && version > 1) {
    refuse('version', `version ${version}`, { seen: version, wanted: 1 });
  }
}

function checkNumbers({ items }: Seance): void {
  items.forEach(({ number: own }, i) => {
    const first = items.findIndex((other) => other.number === own);
    if (first < i) refuse('number', `two items ${own}`, { path: `items.${i}.number`, item: own });
  });
}

function checkQuestions({ items }: Seance): void {
  items.forEach(({ number: item, scene }, i) => {
    if (!scene.question) return;
    try {
      parseQuestion(scene.question);
    } catch (error) {
      const inner = error instanceof AppError ? error.context.path : '';
      const path = `items.${i}.scene.question.${inner}`;
      refuse('shape', `${path}: ${String(error)}`, { path, item }, error);
    }
  });
}

/** The number of the item that a path leads into, as far as the value has one. */
function itemAt(json: unknown, path: string): string | null {
  const place = /^items\.(\d+)/.exec(path)?.[1];
  if (place === undefined) return null;
  const items = (json as { items?: { number?: unknown }[] }).items;
  const own = items?.[Number(place)]?.number;
  return typeof own === 'string' ? own : String(Number(place) + 1);
}

function refuse(
  reason: string,
  detail: string,
  evidence: Record<string, string | number | null> = {},
  cause?: unknown,
): never {
  throw new AppError('seance-invalid', `session: ${detail}`, { reason, ...evidence }, cause);
}
