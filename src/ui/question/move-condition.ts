import type { Condition, Question } from '../../domain/question.ts';
import {
  type ConditionPath,
  changeCondition,
  childPath,
  childrenOf,
  conditionAt,
  isGroup,
  type Place,
  pathOf,
  placeOf,
  withChildren,
} from './condition-path.ts';

/** Ways of moving a condition: among its neighbours, into the group beside it, out of the group that it is in. */
const MOVES = ['up', 'down', 'in', 'out'] as const;

/** One of `MOVES`. */
export type Move = (typeof MOVES)[number];

/** A question in which a condition was moved, and where that condition is now. */
export interface Moved {
  question: Question;
  path: ConditionPath;
}

/**
 * The question with the condition at `path` moved, its "sauf" with it; null where it cannot go. It goes into the group before
 * it, else into the one after it; a group that it leaves empty goes away. A condition on a related layer stays with it.
 */
export function moveCondition(question: Question, path: ConditionPath, move: Move): Moved | null {
  const place = placeOf(path);
  if (!place) return null;
  if (move === 'up') return swap(question, place, place.index - 1);
  if (move === 'down') return swap(question, place, place.index + 1);
  return move === 'in' ? moveIn(question, place) : moveOut(question, place);
}

/** The ways in which the condition at `path` can be moved. */
export function movesOf(question: Question, path: ConditionPath): Move[] {
  return MOVES.filter((move) => moveCondition(question, path, move) !== null);
}

function listAt(question: Question, owner: ConditionPath): Condition[] {
  const condition = conditionAt(question, owner);
  return condition ? childrenOf(condition) : [];
}

function withList(question: Question, owner: ConditionPath, list: Condition[]): Question {
  return changeCondition(question, owner, (condition) => withChildren(condition, list));
}

function swap(question: Question, place: Place, to: number): Moved | null {
  const list = listAt(question, place.owner);
  const [moved, other] = [list[place.index], list[to]];
  if (!moved || !other) return null;
  const swapped = list.with(place.index, other).with(to, moved);
  return {
    question: withList(question, place.owner, swapped),
    path: pathOf({ ...place, index: to }),
  };
}

function moveIn(question: Question, place: Place): Moved | null {
  const list = listAt(question, place.owner);
  const moved = list[place.index];
  const before =
    place.index > 0 ? groupPath(question, pathOf({ ...place, index: place.index - 1 })) : null;
  const after = groupPath(question, pathOf({ ...place, index: place.index + 1 }));
  const group = before ?? after;
  if (!moved || group === null) return null;
  const held = listAt(question, group);
  const filled = withList(question, group, before ? [...held, moved] : [moved, ...held]);
  const without = listAt(filled, place.owner).filter((_, i) => i !== place.index);
  const inner = before ? held.length : 0;
  const shifted =
    before ??
    (group.replace(pathOf({ ...place, index: place.index + 1 }), pathOf(place)) as ConditionPath);
  return { question: withList(filled, place.owner, without), path: childPath(shifted, inner) };
}

/** Path of the group at a path, within its "sauf" where it has one; null where there is no group. */
function groupPath(question: Question, path: ConditionPath): ConditionPath | null {
  const condition = conditionAt(question, path);
  if (!condition) return null;
  if (isGroup(condition)) return path;
  return condition.kind === 'not' ? groupPath(question, `${path}.condition`) : null;
}

function moveOut(question: Question, place: Place): Moved | null {
  const outer = place.list === 'conditions' ? placeOf(place.owner) : null;
  const moved = listAt(question, place.owner)[place.index];
  if (!outer || !moved) return null;
  const left = listAt(question, place.owner).filter((_, i) => i !== place.index);
  const emptied = withList(question, place.owner, left);
  const list = listAt(emptied, outer.owner);
  const isGone = left.length === 0;
  const around = [
    ...list.slice(0, isGone ? outer.index : outer.index + 1),
    moved,
    ...list.slice(outer.index + 1),
  ];
  const index = isGone ? outer.index : outer.index + 1;
  return { question: withList(emptied, outer.owner, around), path: pathOf({ ...outer, index }) };
}
