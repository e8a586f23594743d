import {
  allConditionsOf,
  type Condition,
  isRelation,
  MAX_DISTANCE_M,
  MAX_MINUTES,
  type Question,
  type RelationCondition,
  whereOf,
} from '../domain/question.ts';

/** What a condition still wants before it can be asked. */
export type Wanted =
  | 'values'
  | 'text'
  | 'number'
  | 'distance'
  | 'minutes'
  | 'share'
  | 'shape'
  | 'group';

/** A condition that cannot be asked yet. */
export interface Gap {
  path: string;
  wanted: Wanted;
  /** Something is written there that cannot be, where otherwise nothing is yet. */
  isWrong: boolean;
}

/** The conditions that cannot be asked yet, those of related layers included, in reading order. */
export function findGaps(question: Question): Gap[] {
  return allConditionsOf(question.where).flatMap(({ path, condition }) => {
    const wanted = wantedBy(condition, path);
    return wanted ? [{ path, wanted, isWrong: isWritten(condition) }] : [];
  });
}

/** The part of a question that can be counted already. */
export interface Countable {
  question: Question;
  /** Path in `question` → path in the question that it is part of. */
  paths: Map<string, string>;
}

/**
 * The question without the conditions at the paths of `left`, and without the groups that this leaves empty. A condition on
 * the features of a related layer that is left out lets them all count.
 */
export function countablePart(question: Question, left: ReadonlySet<string>): Countable {
  const paths = new Map<string, string>();
  const where = prune(question.where, { left, paths }, 'where', 'where');
  return { question: { ...question, where: where ?? { kind: 'and', conditions: [] } }, paths };
}

function wantedBy(condition: Condition, path: string): Wanted | null {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return condition.conditions.length === 0 && path !== 'where' ? 'group' : null;
    case 'not':
    case 'empty':
      return null;
    case 'among':
      return condition.values.length > 0 ? null : 'values';
    case 'contains':
      return condition.text.trim() === '' ? 'text' : null;
    case 'compare':
      if (typeof condition.value === 'number') {
        return Number.isFinite(condition.value) ? null : 'number';
      }
      return condition.value === '' ? 'text' : null;
    case 'measure':
      return Number.isFinite(condition.value) ? null : 'number';
    default:
      return wantedByRelation(condition);
  }
}

function wantedByRelation(condition: RelationCondition): Wanted | null {
  if ('shape' in condition && condition.shape.geometry.coordinates.length === 0) return 'shape';
  if (condition.kind === 'distance') {
    return isBetween(condition.metres, MAX_DISTANCE_M) ? null : 'distance';
  }
  if (condition.kind === 'travel') {
    return condition.minutes > 0 && condition.minutes <= MAX_MINUTES ? null : 'minutes';
  }
  if (condition.kind === 'overlap') return isBetween(condition.minShare, 1) ? null : 'share';
  return null;
}

function isWritten(condition: Condition): boolean {
  if (condition.kind === 'distance') return !Number.isNaN(condition.metres);
  if (condition.kind === 'travel') return !Number.isNaN(condition.minutes);
  return condition.kind === 'overlap' && !Number.isNaN(condition.minShare);
}

function isBetween(value: number, max: number): boolean {
  return value >= 0 && value <= max;
}

interface Pruning {
  left: ReadonlySet<string>;
  paths: Map<string, string>;
}

/** What stays of the condition at `from`, which is at `to` in the part that stays. */
function prune(condition: Condition, pruning: Pruning, from: string, to: string): Condition | null {
  if (pruning.left.has(from)) return null;
  pruning.paths.set(to, from);
  if (condition.kind === 'and' || condition.kind === 'or') {
    const conditions = pruneList(
      condition.conditions,
      pruning,
      `${from}.conditions`,
      `${to}.conditions`,
    );
    const isEmptied = conditions.length === 0 && condition.conditions.length > 0;
    return isEmptied ? null : { ...condition, conditions };
  }
  if (condition.kind === 'not') {
    const inner = prune(condition.condition, pruning, `${from}.condition`, `${to}.condition`);
    return inner && { ...condition, condition: inner };
  }
  if (!isRelation(condition) || 'shape' in condition) return condition;
  const where = pruneList(whereOf(condition), pruning, `${from}.where`, `${to}.where`);
  const { where: _all, ...rest } = condition;
  return where.length === 0 ? rest : { ...rest, where };
}

function pruneList(list: Condition[], pruning: Pruning, from: string, to: string): Condition[] {
  const kept: Condition[] = [];
  list.forEach((child, i) => {
    const pruned = prune(child, pruning, `${from}.${i}`, `${to}.${kept.length}`);
    if (pruned) kept.push(pruned);
  });
  return kept;
}
