import { expect, test } from 'vitest';
import type { Condition, Question } from '../../src/domain/question.ts';
import {
  addCondition,
  conditionAt,
  removeCondition,
  replaceCondition,
  setGroupKind,
  toggleNot,
  withRootGroup,
  wrapCondition,
} from '../../src/ui/question/edit-condition.ts';

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
