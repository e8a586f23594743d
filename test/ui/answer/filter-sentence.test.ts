import { expect, it } from 'vitest';
import { filterSentence } from '../../../src/ui/strings/filter-sentence.ts';

const say = (filter: Parameters<typeof filterSentence>[0]) =>
  filterSentence(filter, 'Surface', String).replaceAll(/[\u00a0\u202f]/g, ' ');

it('a filter is said in a few words', () => {
  const column = 'area_m2';
  expect(
    [
      say({ kind: 'range', column, min: 5, max: 10 }),
      say({ kind: 'range', column, min: 5, max: null }),
      say({ kind: 'range', column, min: null, max: 10 }),
      say({ kind: 'period', column, from: '2024-01-31', to: '2024-12-31' }),
      say({ kind: 'period', column, from: '2024-01-31', to: null }),
      say({ kind: 'period', column, from: null, to: '2024-12-31' }),
      say({ kind: 'text', column, text: 'rue' }),
      say({ kind: 'among', column, values: [null] }),
      say({ kind: 'among', column, values: ['U', null] }),
      say({ kind: 'among', column, values: ['U', 'N', 'A', 'AU', 'X'] }),
    ].join('\n'),
  ).toBe(
    [
      'Surface : de 5 à 10',
      'Surface : 5 ou plus',
      'Surface : 10 ou moins',
      'Surface : du 31/01/2024 au 31/12/2024',
      'Surface : depuis le 31/01/2024',
      'Surface : jusqu’au 31/12/2024',
      'Surface contient « rue »',
      'Surface : non renseigné',
      'Surface : U, non renseigné',
      'Surface : U, N, A et 2 autres',
    ].join('\n'),
  );
});
