import * as v from 'valibot';
import { AppError } from './errors.ts';
import { TRAVEL_MODES } from './network.ts';
import {
  COMPARISONS,
  type Condition,
  MAX_DISTANCE_M,
  MAX_MINUTES,
  PREDICATES,
  type Question,
} from './question.ts';

/**
 * The question that a parsed JSON value holds, checked for shape only.
 * @throws {AppError} `question-invalid` with the path of the first fault, for instance `where.conditions.1.metres`, and the
 * type of the fault, what is expected there and what is received, as Valibot says them.
 */
export function parseQuestion(json: unknown): Question {
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
const attributeSchema = v.variant('kind', [...attributeOptions]);
const related = { layer: v.string(), where: v.optional(v.array(attributeSchema)) };
const distance = v.pipe(v.number(), v.minValue(0), v.maxValue(MAX_DISTANCE_M));

const conditionSchema: v.GenericSchema<Condition> = v.lazy(() =>
  v.variant('kind', [
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
  ]),
);

const questionSchema = v.strictObject({
  target: v.string(),
  where: conditionSchema,
  groupBy: v.optional(v.string()),
});
