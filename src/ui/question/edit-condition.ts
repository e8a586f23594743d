import type { Condition, Question } from '../../domain/question.ts';

/**
 * Where a condition stands in a question, in the words of `question-invalid`: `where`, `where.conditions.1`,
 * `where.conditions.1.condition`.
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

/** The question with a group at its root, which is what the form edits: one condition alone becomes an `and` of it. */
export function withRootGroup(question: Question): Question & { where: Group } {
  const { where } = question;
  return { ...question, where: isGroup(where) ? where : { kind: 'and', conditions: [where] } };
}

/** Path of the child of a group. */
export function childPath(path: ConditionPath, index: number): ConditionPath {
  return `${path}.conditions.${index}`;
}

/** The condition at a path, or null where there is none. */
export function conditionAt(question: Question, path: ConditionPath): Condition | null {
  return stepsOf(path).reduce<Condition | null>(childAt, question.where);
}

/** The question with the condition at a path replaced; unchanged when there is none. */
export function replaceCondition(
  question: Question,
  path: ConditionPath,
  condition: Condition,
): Question {
  return { ...question, where: changeAt(question.where, stepsOf(path), () => condition) };
}

/** The question with one more condition at the end of the group at `path`. */
export function addCondition(
  question: Question,
  path: ConditionPath,
  condition: Condition,
): Question {
  const where = changeAt(question.where, stepsOf(path), (group) =>
    isGroup(group) ? { ...group, conditions: [...group.conditions, condition] } : group,
  );
  return { ...question, where };
}

/** The question without the condition at `path`; without the root, it has no condition left. */
export function removeCondition(question: Question, path: ConditionPath): Question {
  const steps = stepsOf(path);
  const last = steps.at(-1);
  if (last === undefined) return { ...question, where: { kind: 'and', conditions: [] } };
  if (last === NOT_STEP) return removeCondition(question, pathOf(steps.slice(0, -1)));
  const where = changeAt(question.where, steps.slice(0, -1), (group) =>
    isGroup(group)
      ? { ...group, conditions: group.conditions.filter((_, i) => i !== last) }
      : group,
  );
  return { ...question, where };
}

/** The question with the condition at `path` put alone in a new group. */
export function wrapCondition(
  question: Question,
  path: ConditionPath,
  kind: Group['kind'],
): Question {
  const where = changeAt(question.where, stepsOf(path), (condition) => ({
    kind,
    conditions: [condition],
  }));
  return { ...question, where };
}

/** The question with the condition at `path` turned round: kept becomes "sauf", and back. */
export function toggleNot(question: Question, path: ConditionPath): Question {
  const where = changeAt(question.where, stepsOf(path), (condition) =>
    condition.kind === 'not' ? condition.condition : { kind: 'not', condition },
  );
  return { ...question, where };
}

/** The question with the group at `path` asking for all of its conditions (`and`) or any of them (`or`). */
export function setGroupKind(
  question: Question,
  path: ConditionPath,
  kind: Group['kind'],
): Question {
  const where = changeAt(question.where, stepsOf(path), (group) =>
    isGroup(group) ? { ...group, kind } : group,
  );
  return { ...question, where };
}

/** A step down the tree: the place among the children of a group, or into what `not` holds. */
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

function pathOf(steps: Step[]): ConditionPath {
  return steps.reduce<string>(
    (path, step) => (step === NOT_STEP ? `${path}.${NOT_STEP}` : childPath(path, step)),
    ROOT_PATH,
  );
}

function childAt(condition: Condition | null, step: Step): Condition | null {
  if (condition === null) return null;
  if (step === NOT_STEP) return condition.kind === 'not' ? condition.condition : null;
  return isGroup(condition) ? (condition.conditions[step] ?? null) : null;
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
  if (!isGroup(condition)) return condition;
  const conditions = condition.conditions.map((child, i) =>
    i === step ? changeAt(child, rest, change) : child,
  );
  return { ...condition, conditions };
}
