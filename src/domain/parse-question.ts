import * as v from 'valibot';
import { AppError } from './errors.ts';
import { TRAVEL_MODES } from './network.ts';
import {
  COMPARISONS,
  MAX_DISTANCE_M,
  MAX_MINUTES,
  MAX_NESTING,
  PREDICATES,
  type Question,
} from './question.ts';

/**
 * The question that a parsed JSON value holds, checked for shape only.
 * @throws {AppError} `question-invalid` with the path of the first fault, for instance `where.conditions.1.metres`, and the
 * type of the fault, what is expected there and what is received, as Valibot says them.
 */
export function parseQuestion(json: unknown): Question {
  checkNesting(json);
  const parsed = v.safeParse(questionSchema, json);
  if (!parsed.success) {
    const issue = parsed.issues[0];
    const path = v.getDotPath(issue) ?? '';
    const { message: reason, type, expected, received } = issue;
    const context = { path, reason, type, expected, received };
    throw new AppError('question-invalid', `question at ${path}: ${reason}`, context);
  }
  return parsed.output as Question;
}

const scalar = v.union([v.string(), v.pipe(v.number(), v.finite()), v.boolean()]);
const comparison = v.picklist(COMPARISONS);
const attributeOptions = [
  v.strictObject({ kind: v.literal('compare'), field: v.string(), op: comparison, value: scalar }),
  v.strictObject({
    kind: v.literal('among'),
    field: v.string(),
    values: v.pipe(v.array(scalar), v.minLength(1)),
  }),
  v.strictObject({ kind: v.literal('contains'), field: v.string(), text: v.string() }),
  v.strictObject({ kind: v.literal('empty'), field: v.string() }),
] as const;

const position = v.pipe(v.array(v.pipe(v.number(), v.finite())), v.minLength(2), v.maxLength(3));
const line = v.array(position);
const shapeSchema = v.strictObject({
  name: v.string(),
  geometry: v.variant('type', [
    v.strictObject({ type: v.literal('Point'), coordinates: position }),
    v.strictObject({ type: v.picklist(['MultiPoint', 'LineString']), coordinates: line }),
    v.strictObject({
      type: v.picklist(['MultiLineString', 'Polygon']),
      coordinates: v.array(line),
    }),
    v.strictObject({ type: v.literal('MultiPolygon'), coordinates: v.array(v.array(line)) }),
  ]),
});
const distance = v.pipe(v.number(), v.minValue(0), v.maxValue(MAX_DISTANCE_M));

const conditionSchema: v.GenericSchema<unknown> = v.lazy((json) =>
  isObject(json) && 'shape' in json ? ofShape : ofLayer,
);

/** The kinds of condition, of which relations are to what `related` has the entries of. */
function createSchema<E extends v.ObjectEntries>(related: E) {
  return v.variant('kind', [
    v.strictObject({ kind: v.literal('and'), conditions: v.array(conditionSchema) }),
    v.strictObject({ kind: v.literal('or'), conditions: v.array(conditionSchema) }),
    v.strictObject({ kind: v.literal('not'), condition: conditionSchema }),
    ...attributeOptions,
    v.strictObject({
      kind: v.literal('measure'),
      measure: v.picklist(['area', 'length']),
      op: comparison,
      value: v.pipe(v.number(), v.finite()),
    }),
    v.strictObject({ kind: v.literal('distance'), metres: distance, ...related }),
    v.strictObject({
      kind: v.literal('travel'),
      mode: v.picklist(TRAVEL_MODES),
      minutes: v.pipe(v.number(), v.gtValue(0), v.maxValue(MAX_MINUTES)),
      ...related,
    }),
    v.strictObject({
      kind: v.literal('overlap'),
      minShare: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
      ...related,
    }),
    v.strictObject({ kind: v.picklist(PREDICATES), ...related }),
  ]);
}

const ofLayer = createSchema({ layer: v.string(), where: v.optional(v.array(conditionSchema)) });
const ofShape = createSchema({ shape: shapeSchema });

const questionSchema = v.strictObject({
  target: v.string(),
  where: conditionSchema,
  groupBy: v.optional(v.string()),
});

/**
 * Refuses a tree that goes deeper than `MAX_NESTING`, before anything walks down it by calling itself.
 * @throws {AppError} `question-invalid` with the path of the condition that is too deep and the fault `nested`.
 */
function checkNesting(json: unknown): void {
  if (!isObject(json)) return;
  const waiting = [{ condition: json.where, path: 'where', depth: 1 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { condition, path, depth } = next;
    if (!isObject(condition)) continue;
    if (depth > MAX_NESTING) {
      const reason = `more than ${MAX_NESTING} levels of conditions`;
      const context = { path, reason, fault: 'nested' };
      throw new AppError('question-invalid', `question at ${path}: ${reason}`, context);
    }
    const inner = (child: unknown, step: string) =>
      waiting.push({ condition: child, path: `${path}.${step}`, depth: depth + 1 });
    inner(condition.condition, 'condition');
    for (const list of ['conditions', 'where']) {
      const children = condition[list];
      for (const [i, child] of Array.isArray(children) ? children.entries() : []) {
        inner(child, `${list}.${i}`);
      }
    }
  }
}

function isObject(json: unknown): json is Record<string, unknown> {
  return typeof json === 'object' && json !== null;
}
