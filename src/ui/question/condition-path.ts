import { type Condition, isRelation, type Question, whereOf } from '../../domain/question.ts';

/**
 * Where a condition stands in a question, in the words of `question-invalid`: `where`, `where.conditions.1`,
 * `where.conditions.1.condition`, `where.conditions.1.where.0` for one on the features of a related layer.
 */
export type ConditionPath = string;

/** Path of the whole tree of conditions. */
export const ROOT_PATH: ConditionPath = 'where';

/** A condition that holds others. */
export type Group = Extract<Condition, { kind: 'and' | 'or' }>;

/** Whether a condition holds others. */
export function isGroup(condition: Condition): condition is Group {
  return condition.kind === 'and' || condition.kind === 'or';
}

/** Path of one of the conditions of a group. */
export function childPath(path: ConditionPath, index: number): ConditionPath {
  return `${path}.conditions.${index}`;
}

/** Path of one of the conditions on the features that a relation relates to. */
export function relatedPath(path: ConditionPath, index: number): ConditionPath {
  return `${path}.where.${index}`;
}

/** Where a condition stands in the list that it is in: path of what holds the list, and its place there. */
export interface Place {
  /** Path of a group or of a relation. */
  owner: ConditionPath;
  list: 'conditions' | 'where';
  index: number;
}

/** The place of a condition in its list; that of the "sauf" around it where it stands in one; null at the root. */
export function placeOf(path: ConditionPath): Place | null {
  const match = /^(.+)\.(conditions|where)\.(\d+)(\.condition)*$/.exec(path);
  if (!match) return null;
  const [, owner = '', list, index] = match;
  return { owner, list: list === 'where' ? 'where' : 'conditions', index: Number(index) };
}

/** The path of a place. */
export function pathOf({ owner, list, index }: Place): ConditionPath {
  return `${owner}.${list}.${index}`;
}

/** The condition at a path, or null where there is none. */
export function conditionAt(question: Question, path: ConditionPath): Condition | null {
  return stepsOf(path).reduce<Condition | null>(
    (condition, step) => condition && childAt(condition, step),
    question.where,
  );
}

/** The question with the condition at a path made another; unchanged when there is none. */
export function changeCondition(
  question: Question,
  path: ConditionPath,
  change: (condition: Condition) => Condition,
): Question {
  return { ...question, where: changeAt(question.where, stepsOf(path), change) };
}

/** The conditions that a group holds, or those on the features of a relation. */
export function childrenOf(condition: Condition): Condition[] {
  if (isGroup(condition)) return condition.conditions;
  return isRelation(condition) ? whereOf(condition) : [];
}

/** The condition with others in it. */
export function withChildren(condition: Condition, children: Condition[]): Condition {
  if (isGroup(condition)) return { ...condition, conditions: children };
  if (!isRelation(condition) || 'shape' in condition) return condition;
  const { where: _others, ...rest } = condition;
  return children.length === 0 ? rest : { ...rest, where: children };
}

/** A step down the tree: the place among the children, or into what `not` holds. */
type Step = number | typeof NOT_STEP;

const NOT_STEP = 'condition';

function stepsOf(path: ConditionPath): Step[] {
  const steps: Step[] = [];
  for (const part of path.split('.').slice(1)) {
    if (part === NOT_STEP) steps.push(NOT_STEP);
    else if (/^\d+$/.test(part)) steps.push(Number(part));
  }
  return steps;
}

function childAt(condition: Condition, step: Step): Condition | null {
  if (step === NOT_STEP) return condition.kind === 'not' ? condition.condition : null;
  return childrenOf(condition)[step] ?? null;
}

function changeAt(
  condition: Condition,
  steps: Step[],
  change: (condition: Condition) => Condition,
): Condition {
  const [step, ...rest] = steps;
  if (step === undefined) return change(condition);
  if (step === NOT_STEP) {
    if (condition.kind !== 'not') return condition;
    return { ...condition, condition: changeAt(condition.condition, rest, change) };
  }
  const children = childrenOf(condition);
  if (!children[step]) return condition;
  return withChildren(
    condition,
    children.map((child, i) => (i === step ? changeAt(child, rest, change) : child)),
  );
}
