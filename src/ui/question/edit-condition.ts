import type { Condition, Question } from '../../domain/question.ts';
import {
  type ConditionPath,
  changeCondition,
  childrenOf,
  conditionAt,
  type Group,
  isGroup,
  placeOf,
  withChildren,
} from './condition-path.ts';

/** The question with a group at its root, which is what the form edits: one condition alone becomes an `and` of it. */
export function withRootGroup(question: Question): Question & { where: Group } {
  const { where } = question;
  return { ...question, where: isGroup(where) ? where : { kind: 'and', conditions: [where] } };
}

/** The question with the condition at a path replaced; unchanged when there is none. */
export function replaceCondition(
  question: Question,
  path: ConditionPath,
  condition: Condition,
): Question {
  return changeCondition(question, path, () => condition);
}

/** The question with one more condition at the end of the group, or of those on the features of the relation, at `path`. */
export function addCondition(
  question: Question,
  path: ConditionPath,
  condition: Condition,
): Question {
  return changeCondition(question, path, (owner) =>
    withChildren(owner, [...childrenOf(owner), condition]),
  );
}

/** The question without the condition at `path`, nor the "sauf" around it; without the root, it has no condition left. */
export function removeCondition(question: Question, path: ConditionPath): Question {
  const place = placeOf(path);
  if (!place) return { ...question, where: { kind: 'and', conditions: [] } };
  return changeCondition(question, place.owner, (owner) =>
    withChildren(
      owner,
      childrenOf(owner).filter((_, i) => i !== place.index),
    ),
  );
}

/** The question with the condition at `path` once more, after itself. */
export function duplicateCondition(question: Question, path: ConditionPath): Question {
  const place = placeOf(path);
  if (!place) return question;
  return changeCondition(question, place.owner, (owner) =>
    withChildren(
      owner,
      childrenOf(owner).flatMap((child, i) => (i === place.index ? [child, child] : [child])),
    ),
  );
}

/** The question with the condition at `path` put alone in a new group. */
export function wrapCondition(
  question: Question,
  path: ConditionPath,
  kind: Group['kind'],
): Question {
  return changeCondition(question, path, (condition) => ({ kind, conditions: [condition] }));
}

/** The question with the condition at `path` turned round: kept becomes "sauf", and back. */
export function toggleNot(question: Question, path: ConditionPath): Question {
  return changeCondition(question, path, (condition) =>
    condition.kind === 'not' ? condition.condition : { kind: 'not', condition },
  );
}

/** The question with the group at `path` asking for all of its conditions (`and`) or any of them (`or`). */
export function setGroupKind(
  question: Question,
  path: ConditionPath,
  kind: Group['kind'],
): Question {
  return changeCondition(question, path, (group) => (isGroup(group) ? { ...group, kind } : group));
}

/** Where the focus goes when the condition at `path` is taken away: the one in its place, else the one before, else none. */
export function neighbourOf(question: Question, path: ConditionPath): ConditionPath | null {
  const place = placeOf(path);
  const owner = place && conditionAt(question, place.owner);
  if (!place || !owner) return null;
  const left = childrenOf(owner).length - 1;
  if (left === 0) return null;
  return `${place.owner}.${place.list}.${Math.min(place.index, left - 1)}`;
}
