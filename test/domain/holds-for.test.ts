import { expect, it } from 'vitest';
import { holdsFor, isExcused } from '../../src/domain/holds-for.ts';
import type { Condition } from '../../src/domain/question.ts';
import type { Reason } from '../../src/domain/reason.ts';

const leaf: Condition = { kind: 'empty', field: 'nom' };
const reason = (path: string, isMet: boolean) => ({ path, isMet }) as Reason;

it('a feature is in an answer where the tree of its reasons holds', () => {
  const where: Condition = {
    kind: 'and',
    conditions: [leaf, { kind: 'or', conditions: [leaf, { kind: 'not', condition: leaf }] }],
  };
  const told = (first: boolean, second: boolean, third: boolean) =>
    holdsFor(where, [
      reason('where.conditions.0', first),
      reason('where.conditions.1.conditions.0', second),
      reason('where.conditions.1.conditions.1.condition', third),
    ]);
  expect(told(true, false, false)).toBe(true);
  expect(told(true, true, true)).toBe(true);
  expect(told(true, false, true)).toBe(false);
  expect(told(false, true, false)).toBe(false);
});

it('no condition is met by all, and no choice by none', () => {
  expect(holdsFor({ kind: 'and', conditions: [] }, [])).toBe(true);
  expect(holdsFor({ kind: 'or', conditions: [] }, [])).toBe(false);
});

it('a condition that fails is excused where another of its group is enough', () => {
  const pair = [leaf, leaf];
  const excuses = (where: Condition, base: string, first: boolean, second: boolean) => {
    const paths = [0, 1].map((i) => `${base}.conditions.${i}`) as [string, string];
    return isExcused(where, [reason(paths[0], first), reason(paths[1], second)], paths[0]);
  };
  const or: Condition = { kind: 'or', conditions: pair };
  const and: Condition = { kind: 'and', conditions: pair };
  expect(excuses(or, 'where', false, true)).toBe(true);
  expect(excuses(or, 'where', false, false)).toBe(false);
  expect(excuses(and, 'where', false, true)).toBe(false);
  const not = (condition: Condition): Condition => ({ kind: 'not', condition });
  expect(excuses(not(and), 'where.condition', true, false)).toBe(true);
  expect(excuses(not(and), 'where.condition', true, true)).toBe(false);
  expect(excuses(not(or), 'where.condition', true, false)).toBe(false);
});
