import { expect, it } from 'vitest';
import { comparisonTables, difference } from '../../src/pages/comparison-table.ts';
import { createFigure, createSheet } from './create-sheet.ts';

const NAMES: [string, string] = ['Béthune', 'Bruay'];

it('a difference says who has more, by how much, and to whose advantage', () => {
  expect(difference({ value: 30, unit: 'ha', better: 'less' }, 10, NAMES)).toBe(
    '20\u202fha de plus pour Béthune, 3 fois plus, à l’avantage de Bruay',
  );
  expect(difference({ value: 10, unit: 'ha', better: 'more' }, 12, NAMES)).toBe(
    '2\u202fha de plus pour Bruay, à l’avantage de Bruay',
  );
});

it('percentages differ by points, alike values by nothing, unknown ones cannot be compared', () => {
  expect(difference({ value: 20.5, unit: '%' }, 20, NAMES)).toBe(
    '0,5\u00a0point de plus pour Béthune',
  );
  expect(difference({ value: 7, unit: 'ha' }, 7, NAMES)).toBe('autant');
  expect(difference({ value: null, unit: 'ha' }, 7, NAMES)).toBe('non comparable');
  expect(difference({ value: 7, unit: 'ha' }, null, NAMES)).toBe('non comparable');
});

it('nothing is said to be so many times nothing', () => {
  expect(difference({ value: 4, unit: 'lots' }, 0, NAMES)).toBe('4\u00a0lots de plus pour Béthune');
});

it('a figure that only one commune has stands there all the same', () => {
  const first = createSheet();
  const [section] = first.sections;
  const second = createSheet({
    code: '62178',
    name: 'Bruay',
    sections: [{ ...section!, figures: [createFigure({ id: 'autre' })], lists: [] }],
  });
  const { text } = comparisonTables(first, second);
  expect(text).toContain('Lots libres');
  expect(text).toContain('non renseigné');
  expect(text).toContain('non comparable');
});
