import { expect, it } from 'vitest';
import { rankCommunes } from '../../../src/domain/commune-ranks.ts';
import { pairContent, rankingContent } from '../../../src/ui/communes/communes-content.ts';
import { createAtlas } from '../create-atlas.ts';

const figure = {
  column: 'ppr_pct',
  label: 'Part en PPR',
  unit: '%',
  method: 'Surface sur surface.',
};
const values = { '62119': 36.7, '62178': 13.1, '62048': null };
const setting = {
  catalogue: createAtlas(),
  versions: { parcelles: '3f2a91c0' },
  nameOf: (code: string) => ({ '62119': 'Béthune', '62178': 'Bruay-la-Buissière' })[code] ?? code,
  link: '#/indicateurs',
};

it('gives the ranked communes with their distance from the median, and what was read', () => {
  const ranks = [...rankCommunes(new Map(Object.entries(values)))].reverse();
  const content = rankingContent(figure, ranks, 24.9, setting);
  expect(content.rows.map((row) => row.slice(0, 4))).toEqual([
    [1, '62119', 'Béthune', 36.7],
    [2, '62178', 'Bruay-la-Buissière', 13.1],
  ]);
  expect(content.rows[0]?.[4]).toBeCloseTo(11.8);
  expect(content.columns.map(({ unit }) => unit ?? '')).toEqual(['', '', '', '%', 'points']);
  expect(content.sources.map(({ version }) => version)).toEqual(['3f2a91c0']);
});

it('gives a row a figure of two communes, with nothing where one has no value', () => {
  const rows = [{ theme: 'Risques', figure, values }];
  const both = pairContent(rows, ['62119', '62178'], setting);
  expect(both.title).toBe('Béthune et Bruay-la-Buissière');
  expect(both.rows[0]?.slice(0, 7)).toEqual(['Risques', 'Part en PPR', '%', 36.7, 1, 13.1, 2]);
  expect(both.rows[0]?.[7]).toBeCloseTo(-23.6);
  expect(both.rows[0]?.[8]).toBeCloseTo(24.9);
  const one = pairContent(rows, ['62119', '62048'], setting);
  expect(one.rows[0]?.slice(5, 8)).toEqual([null, null, null]);
});
