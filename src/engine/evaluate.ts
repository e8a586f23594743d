import {
  type AttributeCondition,
  type Comparison,
  type Condition,
  isAttribute,
  type MeasureCondition,
  type RelationCondition,
  relationsOf,
} from '../domain/question.ts';
import { type RelateJob, relateRows } from '../geo/relate-rows.ts';
import { attributesToSql, attributeToSql } from '../sql/attribute-filter.ts';
import type { LoadedRows } from './loaded-rows.ts';
import { intersectRows, type RowSet, subtractRows, uniteRows } from './row-sets.ts';
import { runInSlices, type Work } from './work.ts';

/** What evaluating a question reads: its layers in memory, and their attributes by SQL. */
export interface Evaluation {
  target: LoadedRows;
  /** Areas (m²) or lengths (m) of the target's rows, or null for points. */
  sizes: Float64Array | null;
  /** A layer that a relation names. */
  related(layer: string): LoadedRows;
  /** Rows of a layer for which a SQL expression over its fields is true, ascending. */
  selectWhere(layer: string, expression: string): RowSet;
  work: Work;
  /** Measures made on the way, by relation. */
  measures: Map<RelationCondition, MeasuredRelation>;
}

/** Exact measures of a relation for the rows of the target it was tried on; NaN where it does not hold or was not. */
export interface MeasuredRelation {
  /** Distance in metres, or overlap in m² (m for lines). */
  values: Float64Array;
  /** 1 for rows that were tried. */
  tried: Uint8Array;
}

/**
 * Rows among `candidates` that meet a condition. Logic is two-valued: what does not meet a condition meets its negation,
 * a missing value or geometry included. The cheap parts of an `and` run first, so that the costly ones see few rows.
 */
export async function evaluate(
  condition: Condition,
  candidates: RowSet,
  context: Evaluation,
): Promise<RowSet> {
  if (condition.kind === 'and') {
    let rows = candidates;
    for (const child of byCost(condition.conditions)) rows = await evaluate(child, rows, context);
    return rows;
  }
  if (condition.kind === 'or') {
    let [rows, rest]: [RowSet, RowSet] = [new Uint32Array(0), candidates];
    for (const child of byCost(condition.conditions)) {
      const met = await evaluate(child, rest, context);
      rows = uniteRows(rows, met);
      rest = subtractRows(rest, met);
    }
    return rows;
  }
  if (condition.kind === 'not') {
    return subtractRows(candidates, await evaluate(condition.condition, candidates, context));
  }
  if (isAttribute(condition)) return evaluateAttribute(condition, candidates, context);
  if (condition.kind === 'measure') return evaluateMeasure(condition, candidates, context);
  return evaluateRelation(condition, candidates, context);
}

/** Tries the measured relations of a condition on those of `rows` that the evaluation had no need to try them on. */
export async function completeMeasures(
  condition: Condition,
  rows: RowSet,
  context: Evaluation,
): Promise<void> {
  for (const relation of relationsOf(condition)) {
    if (relation.kind !== 'distance' && relation.kind !== 'overlap') continue;
    const tried = context.measures.get(relation)?.tried;
    await evaluateRelation(
      relation,
      rows.filter((row) => !tried?.[row]),
      context,
    );
  }
}

/** Conditions in the order of what they cost for each row, cheapest first. */
export function byCost(conditions: Condition[]): Condition[] {
  return [...conditions].sort((a, b) => costOf(a) - costOf(b));
}

function costOf(condition: Condition): number {
  if (condition.kind === 'and' || condition.kind === 'or') {
    return Math.max(0, ...condition.conditions.map(costOf));
  }
  return condition.kind === 'not' ? costOf(condition.condition) : COSTS[condition.kind];
}

const COSTS: Record<Exclude<Condition['kind'], 'and' | 'or' | 'not'>, number> = {
  measure: 0,
  compare: 1,
  among: 1,
  contains: 2,
  empty: 1,
  inside: 3,
  intersects: 3,
  encloses: 3,
  touches: 3,
  crosses: 3,
  overlaps: 3,
  equals: 3,
  distance: 4,
  overlap: 5,
};

function evaluateAttribute(
  condition: AttributeCondition,
  candidates: RowSet,
  { target, selectWhere }: Evaluation,
): RowSet {
  return intersectRows(candidates, selectWhere(target.layer.id, attributeToSql(condition)));
}

function evaluateMeasure(
  condition: MeasureCondition,
  candidates: RowSet,
  { sizes }: Evaluation,
): RowSet {
  const holds = COMPARE[condition.op];
  return candidates.filter((row) => {
    const size = sizes?.[row] ?? Number.NaN;
    return !Number.isNaN(size) && holds(size, condition.value);
  });
}

const COMPARE: Record<Comparison, (a: number, b: number) => boolean> = {
  '=': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};

async function evaluateRelation(
  relation: RelationCondition,
  candidates: RowSet,
  context: Evaluation,
): Promise<RowSet> {
  const { target, related, selectWhere, work } = context;
  const other = related(relation.layer);
  const where = relation.where ?? [];
  const job: RelateJob = {
    a: target.metric(),
    rows: candidates,
    b: other.metric(),
    bRows: where.length > 0 ? selectWhere(relation.layer, attributesToSql(where)) : null,
    ...predicateOf(relation),
  };
  const progress = { phase: 'test', layer: relation.layer, total: candidates.length } as const;
  const { matched, measure } = await runInSlices(relateRows(job), work, progress);
  if (measure) recordMeasure(relation, candidates, matched, measure, context);
  return matched;
}

function predicateOf(relation: RelationCondition) {
  switch (relation.kind) {
    case 'distance':
      return { kind: 'dWithin', distance: relation.metres } as const;
    case 'overlap':
      return { kind: 'overlap', minShare: relation.minShare } as const;
    case 'inside':
      return { kind: 'within' } as const;
    case 'encloses':
      return { kind: 'contains' } as const;
    default:
      return { kind: relation.kind };
  }
}

function recordMeasure(
  relation: RelationCondition,
  candidates: RowSet,
  matched: RowSet,
  measure: Float64Array,
  { measures, target }: Evaluation,
): void {
  const { length } = target.table.geometry;
  const record = measures.get(relation) ?? {
    values: new Float64Array(length).fill(Number.NaN),
    tried: new Uint8Array(length),
  };
  for (const row of candidates) record.tried[row] = 1;
  matched.forEach((row, i) => {
    record.values[row] = measure[i] as number;
  });
  measures.set(relation, record);
}
