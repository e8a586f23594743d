import * as v from 'valibot';
import { AppError } from './errors.ts';
import { MEASURES } from './impact.ts';
import { type Library, ROLES, SHOWS, SYSTEM_SCREENS } from './library.ts';
import { SHEET_MEASURES } from './parcel-sheet.ts';
import { readyMapSchema } from './ready-map.ts';

/**
 * The library that a parsed `library.json` holds.
 * @throws {AppError} `library-invalid` with the JSON path of the first fault.
 */
export function parseLibrary(json: unknown): Library {
  const parsed = v.safeParse(librarySchema, json);
  if (parsed.success) return parsed.output as Library;
  const [issue] = parsed.issues;
  const path = v.getDotPath(issue) ?? '';
  throw new AppError('library-invalid', `library at ${path}: ${issue.message}`, { path });
}

const source = v.pipe(v.string(), v.regex(/^\w+:\d+(-\d+)?$/));
const sources = v.pipe(v.string(), v.regex(/^\w+:\d+(-\d+)?( ; \w+:\d+(-\d+)?)*$/));
const number = v.pipe(v.number(), v.finite());

/** Shape of an item of `data/facts/indicators.json`. */
export const indicatorSchema = v.strictObject({
  id: v.string(),
  theme: v.string(),
  label: v.string(),
  value: v.nullable(number),
  unit: v.string(),
  year: v.nullable(number),
  since: v.optional(number),
  scope: v.string(),
  raw: v.string(),
  source,
  note: v.optional(v.string()),
});

/** Shape of an item of `data/facts/contradictions.json`. */
export const contradictionSchema = v.strictObject({
  id: v.string(),
  theme: v.string(),
  subject: v.string(),
  unit: v.string(),
  values: v.pipe(
    v.array(v.strictObject({ value: number, raw: v.string(), source, year: v.optional(number) })),
    v.minLength(2),
  ),
  communes: v.optional(v.record(v.string(), v.string())),
});

/** Shape of `data/themes/*.json`. */
export const themeSchema = v.strictObject({
  id: v.string(),
  title: v.string(),
  summary: v.optional(v.string(), ''),
  figures: v.optional(
    v.array(
      v.strictObject({
        indicator: v.string(),
        objective: v.optional(v.string()),
        better: v.optional(v.picklist(['more', 'less'])),
        contradiction: v.optional(v.string()),
      }),
    ),
    [],
  ),
  maps: v.optional(v.array(readyMapSchema)),
});

const parameterBase = {
  name: v.pipe(v.string(), v.regex(/^[A-Za-z_]\w*$/)),
  label: v.string(),
};

const parameterSchema = v.variant('type', [
  v.strictObject({ ...parameterBase, type: v.literal('commune'), value: v.string() }),
  v.strictObject({
    ...parameterBase,
    type: v.literal('choice'),
    value: v.string(),
    options: v.pipe(v.array(v.string()), v.minLength(1)),
  }),
  v.strictObject({
    ...parameterBase,
    type: v.literal('number'),
    value: number,
    unit: v.optional(v.string()),
    min: number,
    max: number,
  }),
  v.strictObject({ ...parameterBase, type: v.literal('text'), value: v.string() }),
]);

/** Shape of `data/questions/*.json`; the question itself is read once its parameters are filled. */
export const savedQuestionSchema = v.strictObject({
  id: v.string(),
  theme: v.string(),
  role: v.picklist(ROLES),
  sentence: v.string(),
  source: v.optional(sources),
  parameters: v.optional(v.array(parameterSchema)),
  ask: v.pipe(
    v.strictObject({
      question: v.optional(v.record(v.string(), v.unknown())),
      sql: v.optional(v.pipe(v.array(v.string()), v.minLength(1))),
    }),
    v.check(({ question, sql }) => !question !== !sql, 'one of "question" and "sql"'),
  ),
  show: v.picklist(SHOWS),
  reply: v.string(),
  empty: v.optional(v.string()),
  columns: v.optional(
    v.record(v.string(), v.strictObject({ label: v.string(), unit: v.optional(v.string()) })),
  ),
  layers: v.optional(v.array(v.string())),
  figures: v.optional(v.array(v.string())),
  method: v.string(),
  needs: v.string(),
});

/** Shape of an item of `data/systems.json`. */
export const systemSchema = v.strictObject({
  id: v.string(),
  name: v.string(),
  theme: v.string(),
  must: v.string(),
  sources: v.array(source),
  layers: v.array(v.string()),
  questions: v.array(v.string()),
  screen: v.picklist(SYSTEM_SCREENS),
});

const scalars = v.record(
  v.string(),
  v.pipe(v.array(v.union([v.string(), v.number(), v.boolean()])), v.minLength(1)),
);

/** Shape of an item of `data/impacts.json`. */
export const criterionSchema = v.pipe(
  v.strictObject({
    id: v.string(),
    label: v.string(),
    measure: v.picklist(MEASURES),
    layer: v.optional(v.string()),
    where: v.optional(scalars),
    except: v.optional(scalars),
    field: v.optional(v.string()),
    by: v.optional(v.string()),
    within: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(50_000))),
    sense: v.picklist([-1, 0, 1]),
    unit: v.string(),
  }),
  v.check(({ measure, layer }) => (measure === 'size') === !layer, '"layer", but for "size"'),
  v.check(
    ({ measure, field }) => ['distinct', 'sum'].includes(measure) === Boolean(field),
    '"field" for "distinct" and "sum"',
  ),
);

const texts = v.pipe(v.array(v.string()), v.minLength(1));

/** Shape of an item of `data/parcel-sheet.json`. */
export const sheetLineSchema = v.pipe(
  v.strictObject({
    id: v.string(),
    section: v.string(),
    label: v.string(),
    role: v.strictObject({
      ids: v.optional(texts),
      standard: v.optional(texts),
      fields: v.optional(texts),
    }),
    measure: v.picklist(SHEET_MEASURES),
    where: v.optional(scalars),
    except: v.optional(scalars),
    by: v.optional(texts),
    tell: v.optional(texts),
    within: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(50_000))),
    isWhole: v.optional(v.boolean()),
    none: v.string(),
  }),
  v.check(({ role }) => Boolean(role.ids ?? role.standard), '"ids" or "standard" in "role"'),
  v.check(
    ({ measure, within }) => (measure === 'near') === (within !== undefined),
    '"within" for "near" alone',
  ),
);

const column = v.pipe(v.string(), v.regex(/^[a-z]\w*$/));
const statement = v.pipe(v.array(v.string()), v.minLength(1));
const layerIds = v.optional(v.array(v.string()));

const communeStatement = {
  figures: v.pipe(
    v.array(
      v.strictObject({
        column,
        label: v.string(),
        unit: v.string(),
        better: v.optional(v.picklist(['more', 'less'])),
        method: v.string(),
        from: layerIds,
        indicators: v.optional(v.array(v.string())),
        contradictions: v.optional(v.array(v.string())),
      }),
    ),
    v.minLength(1),
  ),
  sql: statement,
  layers: layerIds,
};

const communeList = v.strictObject({
  id: column,
  title: v.string(),
  columns: v.pipe(
    v.array(
      v.strictObject({
        id: column,
        label: v.string(),
        unit: v.optional(v.string()),
        codes: v.optional(v.pipe(v.string(), v.regex(/^\w+\.\w+$/))),
      }),
    ),
    v.minLength(1),
  ),
  sql: statement,
  empty: v.string(),
  contradictions: v.optional(v.array(v.string())),
  layers: layerIds,
});

/** Shape of `data/communes/*.json`. */
export const communeFiguresSchema = v.strictObject({
  theme: v.string(),
  ...communeStatement,
  sheet: v.optional(v.array(v.strictObject(communeStatement))),
  lists: v.optional(v.array(communeList)),
});

const librarySchema = v.strictObject({
  version: v.literal(1),
  documents: v.record(v.string(), v.string()),
  themes: v.array(themeSchema),
  indicators: v.array(indicatorSchema),
  contradictions: v.array(contradictionSchema),
  questions: v.array(savedQuestionSchema),
  systems: v.array(systemSchema),
  communeFigures: v.optional(v.array(communeFiguresSchema)),
  impacts: v.optional(v.array(criterionSchema)),
  parcelSheet: v.optional(v.array(sheetLineSchema)),
});
