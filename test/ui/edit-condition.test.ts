import { expect, test } from 'vitest';
import type { Condition, Question } from '../../src/domain/question.ts';
import { conditionAt } from '../../src/ui/question/condition-path.ts';
import {
  addCondition,
  duplicateCondition,
  neighbourOf,
  removeCondition,
  replaceCondition,
  setGroupKind,
  toggleNot,
  withRootGroup,
  wrapCondition,
} from '../../src/ui/question/edit-condition.ts';
import { moveCondition, movesOf } from '../../src/ui/question/move-condition.ts';

const named = (field: string): Condition => ({ kind: 'empty', field });

function createQuestion(): Question {
  return {
    target: 'parcelles',
    where: {
      kind: 'and',
      conditions: [
        named('a'),
        { kind: 'not', condition: named('b') },
        { kind: 'or', conditions: [named('c'), named('d')] },
      ],
    },
  };
}

test('a condition is found by the path that faults are given at', () => {
  const question = createQuestion();
  expect(conditionAt(question, 'where')).toBe(question.where);
  expect(conditionAt(question, 'where.conditions.1.condition')).toEqual(named('b'));
  expect(conditionAt(question, 'where.conditions.2.conditions.1')).toEqual(named('d'));
  expect(conditionAt(question, 'where.conditions.9')).toBeNull();
});

test('a replaced condition leaves the others, and the question it came from, as they were', () => {
  const question = createQuestion();
  const changed = replaceCondition(question, 'where.conditions.2.conditions.0', named('z'));
  expect(conditionAt(changed, 'where.conditions.2.conditions.0')).toEqual(named('z'));
  expect(conditionAt(changed, 'where.conditions.0')).toBe(
    conditionAt(question, 'where.conditions.0'),
  );
  expect(question).toEqual(createQuestion());
});

test('a condition is added at the end of a group, at any depth', () => {
  const changed = addCondition(createQuestion(), 'where.conditions.2', named('e'));
  expect(conditionAt(changed, 'where.conditions.2.conditions.2')).toEqual(named('e'));
});

test('a removed condition takes its "sauf" with it', () => {
  const byInner = removeCondition(createQuestion(), 'where.conditions.1.condition');
  const byOuter = removeCondition(createQuestion(), 'where.conditions.1');
  expect(byInner).toEqual(byOuter);
  expect(conditionAt(byInner, 'where.conditions.1')).toMatchObject({ kind: 'or' });
});

test('removing the root leaves no condition', () => {
  expect(removeCondition(createQuestion(), 'where').where).toEqual({ kind: 'and', conditions: [] });
});

test('a wrapped condition stands alone in its new group', () => {
  const changed = wrapCondition(createQuestion(), 'where.conditions.0', 'or');
  expect(conditionAt(changed, 'where.conditions.0')).toEqual({
    kind: 'or',
    conditions: [named('a')],
  });
});

test('turning a condition round twice gives it back', () => {
  const once = toggleNot(createQuestion(), 'where.conditions.0');
  expect(conditionAt(once, 'where.conditions.0')).toEqual({ kind: 'not', condition: named('a') });
  expect(toggleNot(once, 'where.conditions.0')).toEqual(createQuestion());
});

test('a group changes between all and any', () => {
  const changed = setGroupKind(createQuestion(), 'where', 'or');
  expect(changed.where.kind).toBe('or');
});

test('one condition alone becomes a group of it', () => {
  const question = withRootGroup({ target: 'parcelles', where: named('a') });
  expect(question.where).toEqual({ kind: 'and', conditions: [named('a')] });
});

const near = (...where: Condition[]): Condition => ({
  kind: 'distance',
  metres: 100,
  layer: 'gares',
  ...(where.length > 0 && { where }),
});

test('conditions on a related layer are added, found and taken away like others', () => {
  const question: Question = { target: 'parcelles', where: { kind: 'not', condition: near() } };
  const added = addCondition(question, 'where.condition', named('a'));
  expect(conditionAt(added, 'where.condition.where.0')).toEqual(named('a'));
  expect(removeCondition(added, 'where.condition.where.0')).toEqual(question);
});

test('a duplicate stands after what it was made from', () => {
  const changed = duplicateCondition(createQuestion(), 'where.conditions.1.condition');
  expect(conditionAt(changed, 'where.conditions.2')).toEqual({
    kind: 'not',
    condition: named('b'),
  });
  expect(conditionAt(changed, 'where.conditions.3')).toMatchObject({ kind: 'or' });
});

test('the focus goes to what takes the place of a condition, else to the one before', () => {
  expect(neighbourOf(createQuestion(), 'where.conditions.0')).toBe('where.conditions.0');
  expect(neighbourOf(createQuestion(), 'where.conditions.2')).toBe('where.conditions.1');
  expect(
    neighbourOf(
      { target: 'a', where: { kind: 'and', conditions: [named('a')] } },
      'where.conditions.0',
    ),
  ).toBeNull();
});

test.each([
  ['where.conditions.1', 'up', 'where.conditions.0'],
  ['where.conditions.0', 'down', 'where.conditions.1'],
  ['where.conditions.1', 'in', 'where.conditions.1.conditions.0'],
  ['where.conditions.2.conditions.0', 'out', 'where.conditions.3'],
] as const)('%s moved %s is at %s, and nothing else is lost', (path, move, to) => {
  const question = createQuestion();
  const moved = moveCondition(question, path, move);
  expect(moved?.path).toBe(to);
  expect(moved && conditionAt(moved.question, to)).toEqual(conditionAt(question, path));
  const fields = (text: string) =>
    [...text.matchAll(/"field":"(.)"/g)].map(([, name]) => name).sort();
  expect(fields(JSON.stringify(moved?.question))).toEqual(['a', 'b', 'c', 'd']);
});

test('a condition moved out of a group and in again, past its neighbour, stays whole', () => {
  const out = moveCondition(createQuestion(), 'where.conditions.2.conditions.1', 'out');
  const back = out && moveCondition(out.question, out.path, 'in');
  expect(back?.question).toEqual(createQuestion());
});

test('the last condition to leave a group takes the place of the group', () => {
  const question: Question = {
    target: 'a',
    where: { kind: 'and', conditions: [{ kind: 'or', conditions: [named('c')] }, named('d')] },
  };
  expect(moveCondition(question, 'where.conditions.0.conditions.0', 'out')?.question.where).toEqual(
    {
      kind: 'and',
      conditions: [named('c'), named('d')],
    },
  );
});

test('the first of a list goes no further up, and a condition on a related layer not out of it', () => {
  const question: Question = {
    target: 'a',
    where: { kind: 'and', conditions: [near(named('a'), named('b'))] },
  };
  expect(movesOf(question, 'where.conditions.0')).toEqual([]);
  expect(movesOf(question, 'where.conditions.0.where.0')).toEqual(['down']);
  expect(movesOf(question, 'where')).toEqual([]);
});
