import { describe, expect, it } from 'vitest';
import { markText } from '../../src/domain/mark-text.ts';
import { searchLayers, wordsOf } from '../../src/domain/search-layers.ts';
import { createCatalogue, createLayer } from '../helpers/create-catalogue.ts';

const zoning = createLayer({
  id: 'zone_urba',
  title: 'Zonage d’urbanisme',
  abstract: 'Le règlement graphique des plans locaux.',
  keywords: ['PLU'],
  fields: [
    {
      name: 'TYPEZONE',
      label: 'Type de zone',
      type: 'text',
      codes: { U: 'urbaine', AUc: 'à urbaniser, ouverte', AUs: 'à urbaniser, fermée' },
    },
    { name: 'LIBELONG', label: 'Libellé long', type: 'text' },
  ],
});
const sites = createLayer({
  id: 'zae',
  title: 'Zones d’activité',
  abstract: 'Sites économiques, dont ceux à urbaniser.',
});
const catalogue = createCatalogue([sites, zoning]);

const idsOf = (text: string) => searchLayers(catalogue, text).map(({ layer }) => layer.id);

describe('a search of layers', () => {
  it('finds titles, abstracts, keywords, fields, codes and themes, accents and case aside', () => {
    expect(idsOf('ACTIVITE')).toEqual(['zae']);
    expect(idsOf('règlement')).toEqual(['zone_urba']);
    expect(idsOf('plu')).toEqual(['zone_urba']);
    expect(idsOf('typezone')).toEqual(['zone_urba']);
    expect(idsOf('fermee')).toEqual(['zone_urba']);
    expect(idsOf('limites')).toEqual(['zae', 'zone_urba']);
    expect(idsOf('gare')).toEqual([]);
    expect(idsOf('  ')).toEqual([]);
  });

  it('says which code or field holds the words, the text that says most first, and how many more do', () => {
    const [first, second] = searchLayers(catalogue, 'à urbaniser');
    const field = zoning.fields[0];
    expect(first).toEqual({
      layer: zoning,
      reasons: [
        { kind: 'code', field, code: 'AUc', meaning: 'à urbaniser, ouverte' },
        { kind: 'code', field, code: 'AUs', meaning: 'à urbaniser, fermée' },
      ],
      more: 0,
    });
    expect(second?.reasons.map(({ kind }) => kind)).toEqual(['abstract']);
    expect(searchLayers(catalogue, 'libelong')[0]?.reasons[0]).toEqual({
      kind: 'field',
      field: zoning.fields[1],
    });
  });

  it('puts titles first, those that begin with the word before the others', () => {
    const more = createLayer({ id: 'plus', title: 'Grandes zones' });
    const found = searchLayers(createCatalogue([zoning, more, sites]), 'zones');
    expect(found.map(({ layer }) => layer.id)).toEqual(['zae', 'plus']);
    expect(found[0]).toMatchObject({ reasons: [{ kind: 'title' }], more: 0 });
  });

  it('lets several texts of a layer hold the words together, never half of them', () => {
    const [found] = searchLayers(catalogue, 'zonage fermée');
    expect(found?.reasons.map(({ kind }) => kind)).toEqual(['title', 'code']);
    expect(idsOf('zonage gare')).toEqual([]);
  });

  it('leaves single letters out beside longer words', () => {
    expect(wordsOf('à l’Été, d’eau')).toEqual(['ete', 'eau']);
    expect(wordsOf('U')).toEqual(['u']);
  });
});

describe('the marks of a search', () => {
  const marked = (text: string, ...words: string[]) =>
    markText(text, words)
      .map(({ text: part, isMarked }) => (isMarked ? `[${part}]` : part))
      .join('');

  it('stand on the words, accents, case and ligatures aside', () => {
    expect(marked('Réseaux d’eau', 'eau')).toBe('Rés[eau]x d’[eau]');
    expect(marked('Nœux-les-Mines', 'noeux')).toBe('[Nœux]-les-Mines');
    expect(marked('Cœur', 'e')).toBe('C[œ]ur');
    expect(marked('E\u0301tang', 'et')).toBe('[Ét]ang');
  });

  it('join where words overlap, and keep the text as it is', () => {
    expect(marked('urbanisation', 'urban', 'anis')).toBe('[urbanis]ation');
    expect(marked('rien', 'x', '')).toBe('rien');
  });
});
