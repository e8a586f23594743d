import { expect, it } from 'vitest';
import { holdsFor } from '../../src/domain/holds-for.ts';
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
