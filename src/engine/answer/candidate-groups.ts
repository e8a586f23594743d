import type { Value } from '../../domain/feature.ts';
import {
  type AttributeCondition,
  type Comparison,
  type Condition,
  isAttribute,
  isRelation,
  type RelationCondition,
  type Scalar,
} from '../../domain/question.ts';
import type { Extent } from '../../domain/units.ts';
import type { ColumnBounds, RowGroup } from '../../loaders/layer-table.ts';

/** What is known of a layer's row groups without reading them, and of what a question relates them to. */
export interface GroupFacts {
  rowGroups: readonly RowGroup[];
  /** Bounds of a field's values in each row group. */
  boundsOf(field: string): readonly ColumnBounds[];
  /** Boxes in degrees, one of which a feature's own box meets if it meets the relation; null where that is not known. */
  boxesOf(relation: RelationCondition): readonly Extent[] | null;
}

/**
 * Indexes of the row groups that may hold rows that meet a condition, ascending. None is left out that holds one; a kept one
 * may hold none. Reads no row.
 */
export function candidateGroups(condition: Condition, facts: GroupFacts): number[] {
  const verdicts = verdictsOf(condition, facts);
  return facts.rowGroups.flatMap(({ index }, i) => (verdicts[i]?.mayMeet ? [index] : []));
}

/** Whether some row of a group may meet a condition, and whether some may not. */
interface Verdict {
  mayMeet: boolean;
  mayFail: boolean;
}

const UNKNOWN: Verdict = { mayMeet: true, mayFail: true };

function verdictsOf(condition: Condition, facts: GroupFacts): Verdict[] {
  const { rowGroups } = facts;
  if (condition.kind === 'not') return verdictsOf(condition.condition, facts).map(negate);
  if (condition.kind === 'and') {
    const lists = condition.conditions.map((child) => verdictsOf(child, facts));
    return rowGroups.map((_, i) => ({
      mayMeet: lists.every((list) => list[i]?.mayMeet),
      mayFail: lists.some((list) => list[i]?.mayFail),
    }));
  }
  if (condition.kind === 'or') {
    const conditions = condition.conditions.map((child): Condition => {
      return { kind: 'not', condition: child };
    });
    return verdictsOf({ kind: 'and', conditions }, facts).map(negate);
  }
  if (isAttribute(condition)) {
    const bounds = facts.boundsOf(condition.field);
    return rowGroups.map(({ rows }, i) => attributeVerdict(condition, bounds[i], rows));
  }
  const boxes = isRelation(condition) ? facts.boxesOf(condition) : null;
  if (!boxes) return rowGroups.map(() => UNKNOWN);
  return rowGroups.map(({ extent }) => ({
    mayMeet: boxes.some((box) => meets(extent, box)),
    mayFail: true,
  }));
}

/** Of the opposite condition: what does not meet one meets the other, missing values too. */
function negate({ mayMeet, mayFail }: Verdict): Verdict {
  return { mayMeet: mayFail, mayFail: mayMeet };
}

/** Whether two boxes share a point. */
export function meets(a: Extent, b: Extent): boolean {
  return a[0] <= b[2] && a[2] >= b[0] && a[1] <= b[3] && a[3] >= b[1];
}

/** A missing value meets `empty` alone. */
function attributeVerdict(
  condition: AttributeCondition,
  bounds: ColumnBounds | undefined,
  rows: number,
): Verdict {
  if (!bounds) return UNKNOWN;
  const { min, max, nulls } = bounds;
  const hasNulls = nulls !== 0;
  if (nulls === rows) return allMissing(condition);
  switch (condition.kind) {
    case 'compare':
      return {
        mayMeet: mayCompare(condition.op, condition.value, min, max),
        mayFail: hasNulls || mayCompare(OPPOSITE[condition.op], condition.value, min, max),
      };
    case 'among': {
      const { values } = condition;
      const isOne = values.length === 1 && !mayCompare('!=', values[0] as Scalar, min, max);
      return {
        mayMeet: values.some((value) => mayCompare('=', value, min, max)),
        mayFail: hasNulls || !isOne,
      };
    }
    case 'empty':
      return {
        mayMeet: hasNulls || (typeof min !== 'number' && mayCompare('=', '', min, max)),
        mayFail: true,
      };
    case 'contains':
      return UNKNOWN;
  }
}

function allMissing({ kind }: AttributeCondition): Verdict {
  return { mayMeet: kind === 'empty', mayFail: kind !== 'empty' };
}

const OPPOSITE: Record<Comparison, Comparison> = {
  '=': '!=',
  '!=': '=',
  '<': '>=',
  '>=': '<',
  '>': '<=',
  '<=': '>',
};

/** Whether some value between two bounds may compare so with a value; true where they cannot be told apart for sure. */
function mayCompare(op: Comparison, value: Scalar, min: Value, max: Value): boolean {
  const low = order(min, value);
  const high = order(max, value);
  if (low === null || high === null) return true;
  switch (op) {
    case '=':
      return low <= 0 && high >= 0;
    case '!=':
      return !(low === 0 && high === 0 && min === value && max === value);
    case '<':
    case '<=':
      return low <= 0;
    case '>':
    case '>=':
      return high >= 0;
  }
}

/**
 * The sign of `bound - value`, 0 where they are equal or nearly so; null where the database might order them otherwise: other
 * types, numbers that are not finite, and text above U+D800, which code units do not order as UTF-8 does.
 */
function order(bound: Value, value: Scalar): number | null {
  if (typeof bound === 'number' && typeof value === 'number') {
    if (!Number.isFinite(bound)) return null;
    const gap = bound - value;
    return Math.abs(gap) <= ROUNDING * Math.max(Math.abs(bound), Math.abs(value)) ? 0 : gap;
  }
  if (typeof bound !== 'string' || typeof value !== 'string' || HIGH.test(value)) return null;
  if (bound === value) return 0;
  return bound < value ? -1 : 1;
}

/** How far a number written in SQL may be from the one meant. */
const ROUNDING = 1e-12;

const HIGH = /[\ud800-\uffff]/;
