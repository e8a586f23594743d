import { expect, it } from 'vitest';
import { parameterValues } from '../../src/domain/fill-question.ts';
import type { Parameter } from '../../src/domain/library.ts';

const MONTHS: Parameter = {
  name: 'mois',
  label: 'Mois',
  type: 'number',
  value: 3,
  min: 0,
  max: 12,
};

it('a number may be typed with a comma', () => {
  expect(parameterValues({ parameters: [MONTHS] }, { mois: ' 1,5 ' })).toEqual({ mois: 1.5 });
});

it.each(['', ' ', 'trois', '13'])('"%s" is no number that is allowed', (mois) => {
  const fill = () => parameterValues({ parameters: [MONTHS] }, { mois });
  expect(fill).toThrow('wanted 0 to 12');
});
