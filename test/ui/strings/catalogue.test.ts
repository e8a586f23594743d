import { expect, it } from 'vitest';
import { costText, excerptOf, heavyText, reasonText } from '../../../src/ui/strings/catalogue.ts';
import { createLayer } from '../../helpers/create-catalogue.ts';

const fileOf = (rows: number, bytes: number) => ({ path: '', version: '00000000', rows, bytes });

it('a layer says what it holds and costs before it is turned on, and warns of more than 5 MB', () => {
  const light = createLayer({ file: fileOf(2243, 748_000) });
  const heavy = createLayer({ file: fileOf(40_000, 18_000_000) });
  const large = createLayer({ file: fileOf(270_341, 12_350_000) });
  expect(costText(light)).toBe('2\u202f243 parcelles\u00a0· 748\u202fko');
  expect(costText(large)).toBe('270\u202f341 parcelles\u00a0· 12,4\u202fMo lus au fil de la carte');
  expect([light, heavy, large].map(heavyText)).toEqual([null, '18\u202fMo à lire', null]);
});

it('a reason names the field, and the code with its meaning', () => {
  const field = { name: 'TYPEZONE', label: 'Type de zone', type: 'text' as const };
  expect(reasonText({ kind: 'field', field })).toEqual({
    lead: 'champ',
    text: 'TYPEZONE (Type de zone)',
  });
  expect(reasonText({ kind: 'code', field, code: 'U', meaning: 'urbaine' })).toEqual({
    lead: 'Type de zone',
    text: '«\u00a0U\u00a0: urbaine\u00a0»',
  });
});

it('a long text is cut around the word found, between words', () => {
  const text = `${'avant '.repeat(40)}gare ${'après '.repeat(40)}`.trim();
  const excerpt = excerptOf(text, text.indexOf('gare'));
  expect(excerpt).toMatch(/^… avant .*gare.* après …$/);
  expect(excerpt.length).toBeLessThan(120);
  expect(excerptOf('court', 0)).toBe('court');
});
