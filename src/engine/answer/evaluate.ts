import {
  type AttributeCondition,
  type Comparison,
  type Condition,
  isAttribute,
  type MeasureCondition,
  type RelationCondition,
  relationsOf,
  type TravelCondition,
  whereOf,
} from '../../domain/question.ts';
import type { Shape } from '../../domain/shape.ts';
import type { RelateResult } from '../../geo/relate-rows.ts';
import { attributeToSql } from '../../sql/attribute-filter.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { KernelRows, LoadedRows } from '../loaded-rows.ts';
import type { Travel } from '../travel/travel.ts';
import { type TravelJob, travelRows } from '../travel/travel-rows.ts';
import { runInSlices, type Work } from '../work.ts';
import { isMeasured, type QuestionMemo, type RelationRecord, TRIED } from './question-memo.ts';
import { allRows, intersectRows, type RowSet, subtractRows, uniteRows } from './row-sets.ts';

/** What evaluating a question reads: the rows in memory that matter to it, their attributes by SQL, what is known of its relations. */
export interface Evaluation {
  target: LoadedRows;
  /** A layer that a relation names. */
  related(layer: string): LoadedRows;
  /** A shape that a relation names, as features of one row. */
  shape(shape: Shape): KernelRows;
  /** Rows of a layer for which a SQL expression over its fields is true, ascending. */
  selectWhere(layer: LoadedRows, expression: string): Promise<RowSet>;
  /** Whether only the rows are wanted, not how far or how much: distances are then told faster, and measured later. */
  isBare?: boolean;
  memo: QuestionMemo;
  /** The records of this question's relations by `relationKey`, which the memo may forget meanwhile. */
  records: Map<string, RelationRecord>;
  kernel: Kernel;
  /** The network of the catalogue, made when first asked for. */
  travel(): Promise<Travel>;
  work: Work;
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

/** Measures the relations of a condition for those of `rows` that the evaluation had no need to measure. */
export async function completeMeasures(
  condition: Condition,
  rows: RowSet,
  context: Evaluation,
): Promise<void> {
  for (const relation of relationsOf(condition).filter(isMeasured)) {
    const { states, values } = recordOf(relation, context);
    const isOpen = (row: number) =>
      states[row] === TRIED.not || (states[row] === TRIED.met && Number.isNaN(values?.[row]));
    await tryRelation(relation, rows.filter(isOpen), context);
  }
}

/** What is known of a relation of the question's target. */
export function recordOf(relation: RelationCondition, context: Evaluation): RelationRecord {
  const { memo, records, target } = context;
  const key = relationKey(relation, context);
  const record = records.get(key) ?? memo.relation(key, relation, target);
  records.set(key, record);
  return record;
}

/** A relation of a target with all that it depends on: the versions of layers, what shapes hold, conditions within. */
function relationKey(relation: RelationCondition, context: Evaluation): string {
  return JSON.stringify([context.target.key, relation], (name, value) => {
    if (name === 'layer') return context.related(value).key;
    return name === 'shape' ? context.shape(value).key : value;
  });
}

/** Conditions in the order of what they cost for each row, cheapest first. */
function byCost(conditions: Condition[]): Condition[] {
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
  travel: 5,
  overlap: 6,
};

async function evaluateAttribute(
  condition: AttributeCondition,
  candidates: RowSet,
  { target, selectWhere }: Evaluation,
): Promise<RowSet> {
  return intersectRows(candidates, await selectWhere(target, attributeToSql(condition)));
}

function evaluateMeasure(
  condition: MeasureCondition,
  candidates: RowSet,
  { target }: Evaluation,
): RowSet {
  const holds = COMPARE[condition.op];
  const sizes = target.sizes();
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
  const { states } = recordOf(relation, context);
  const untried = candidates.filter((row) => states[row] === TRIED.not);
  await tryRelation(relation, untried, context);
  return candidates.filter((row) => states[row] === TRIED.met);
}

/** Finds out which of some rows meet a relation, and by how much. */
async function tryRelation(
  relation: RelationCondition,
  rows: RowSet,
  context: Evaluation,
): Promise<void> {
  if (rows.length === 0) return;
  const { states, values } = recordOf(relation, context);
  const { b, bRows } = await relatedRows(relation, context);
  const { matched, measure } = await relate(
    relation,
    { a: context.target, rows, b, bRows },
    context,
  );
  for (const row of rows) states[row] = TRIED.unmet;
  matched.forEach((row, i) => {
    states[row] = TRIED.met;
    if (values && measure) values[row] = measure[i] as number;
  });
}

/** What a relation relates to: features, and those of them that count, null for all. */
export async function relatedRows(
  relation: RelationCondition,
  context: Omit<Evaluation, 'target'>,
): Promise<{ b: KernelRows; bRows: RowSet | null }> {
  if ('shape' in relation) return { b: context.shape(relation.shape), bRows: null };
  const b = context.related(relation.layer);
  const conditions = whereOf(relation);
  if (conditions.length === 0) return { b, bRows: null };
  const every = allRows(b.table.geometry.length);
  return {
    b,
    bRows: await evaluate({ kind: 'and', conditions }, every, {
      ...context,
      target: b,
      isBare: true,
    }),
  };
}

async function relate(
  relation: RelationCondition,
  sides: Omit<TravelJob, 'relation'>,
  { kernel, travel, work, isBare = false }: Evaluation,
): Promise<RelateResult> {
  if (relation.kind !== 'travel')
    return kernel.relate({ ...sides, ...predicateOf(relation, isBare) }, work);
  const steps = travelRows({ ...sides, relation }, await travel());
  const { b, rows } = sides;
  return runInSlices(steps, work, {
    phase: 'test',
    layer: b.layer?.id ?? null,
    total: rows.length,
  });
}

/** The relation of the kernel that a condition asks for. */
export function predicateOf(relation: Exclude<RelationCondition, TravelCondition>, bare = false) {
  switch (relation.kind) {
    case 'distance':
      return { kind: 'dWithin', distance: relation.metres, bare } as const;
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
