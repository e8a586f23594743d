import { expect, test } from 'vitest';
import type { Condition } from '../../../src/domain/question.ts';
import { partOfError } from '../../../src/ui/question/field-fault.tsx';
import { findMisfits } from '../../../src/ui/question/find-misfits.ts';
import { createAtlas } from '../create-atlas.ts';

test.each<[string, Condition, string]>([
  ['field', { kind: 'empty', field: 'lost' }, 'a field that is gone'],
  ['value', { kind: 'compare', field: 'nom', op: '=', value: 3 }, 'a number for a text'],
  ['value', { kind: 'among', field: 'nom', values: ['a', 3] }, 'a number among texts'],
  ['object', { kind: 'distance', metres: 1, layer: 'lost' }, 'a layer that is gone'],
  ['object', { kind: 'inside', layer: 'gares' }, 'the inside of points'],
  ['value', { kind: 'distance', metres: -1, layer: 'gares' }, 'a distance under 0'],
])('the %s field is tied to the fault of %o', (part, condition) => {
  const [misfit] = findMisfits({ target: 'parcelles', where: condition }, createAtlas());
  expect(partOfError(misfit!.error)).toBe(part);
});

test('a fault of a whole group is tied to no field', () => {
  const deep = Array.from({ length: 30 }).reduce<Condition>(
    (condition) => ({ kind: 'not', condition }),
    { kind: 'empty', field: 'nom' },
  );
  const [misfit] = findMisfits({ target: 'parcelles', where: deep }, createAtlas());
  expect(misfit ? partOfError(misfit.error) : null).toBeNull();
});
