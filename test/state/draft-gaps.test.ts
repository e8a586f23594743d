import { expect, test } from 'vitest';
import type { Condition, Question } from '../../src/domain/question.ts';
import { countablePart, findGaps } from '../../src/state/draft-gaps.ts';

const ofAll = (...conditions: Condition[]): Question => ({
  target: 'parcelles',
  where: { kind: 'and', conditions },
});
const whole: Condition = { kind: 'empty', field: 'nom' };
const unwritten: Condition = { kind: 'contains', field: 'nom', text: ' ' };

test('gaps are found at any depth, and told from what is written wrong', () => {
  const question = ofAll(
    { kind: 'distance', metres: 99_999_999, layer: 'ppr' },
    { kind: 'distance', metres: Number.NaN, layer: 'ppr' },
    { kind: 'or', conditions: [] },
    { kind: 'inside', layer: 'zone', where: [{ kind: 'not', condition: unwritten }] },
  );
  expect(findGaps(question)).toEqual([
    { path: 'where.conditions.0', wanted: 'distance', isWrong: true },
    { path: 'where.conditions.1', wanted: 'distance', isWrong: false },
    { path: 'where.conditions.2', wanted: 'group', isWrong: false },
    { path: 'where.conditions.3.where.0.condition', wanted: 'text', isWrong: false },
  ]);
});

test('the part that can be counted leaves out what is not written, and knows where the rest stands', () => {
  const question = ofAll(
    unwritten,
    { kind: 'or', conditions: [unwritten, whole] },
    { kind: 'not', condition: { kind: 'or', conditions: [unwritten] } },
    { kind: 'inside', layer: 'zone', where: [unwritten, whole] },
  );
  const left = new Set(findGaps(question).map(({ path }) => path));
  const part = countablePart(question, left);
  expect(part.question.where).toEqual({
    kind: 'and',
    conditions: [
      { kind: 'or', conditions: [whole] },
      { kind: 'inside', layer: 'zone', where: [whole] },
    ],
  });
  expect(part.paths.get('where.conditions.0.conditions.0')).toBe('where.conditions.1.conditions.1');
  expect(part.paths.get('where.conditions.1.where.0')).toBe('where.conditions.3.where.1');
});

test('a question of which nothing is written yet counts everything', () => {
  const question: Question = {
    target: 'parcelles',
    where: { kind: 'or', conditions: [unwritten] },
  };
  expect(countablePart(question, new Set(['where.conditions.0'])).question.where).toEqual({
    kind: 'and',
    conditions: [],
  });
});
