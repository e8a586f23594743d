import { expect, it } from 'vitest';
import { wordsOf } from '../../../src/domain/search-layers.ts';
import { findMaps } from '../../../src/ui/carte/find-maps.ts';
import { createCatalogue, createLayer } from '../../helpers/create-catalogue.ts';

const catalogue = {
  ...createCatalogue([createLayer({ id: 'gares' }), createLayer({ id: 'zae' })]),
  themes: [
    {
      id: 'mobilite',
      title: 'Mobilité',
      maps: [
        { id: 'a', title: 'Friches', purpose: 'Bâtir près d’une gare.', layers: [{ id: 'zae' }] },
        { id: 'b', title: 'Gares', purpose: 'Préparer les pôles.', layers: [{ id: 'gares' }] },
        { id: 'c', title: 'Gares fermées', purpose: 'Voir.', layers: [{ id: 'unknown' }] },
      ],
    },
    { id: 'eau', title: 'Eau' },
  ],
};

const find = (text: string) => findMaps(catalogue, wordsOf(text)).map(({ id }) => id);

it('finds a map by its title before one by its purpose, without accents, whatever the order of the words', () => {
  expect(find('GARE')).toEqual(['b', 'a']);
  expect(find('batir friches')).toEqual(['a']);
  expect(find('gare piscine')).toEqual([]);
  expect(find(' ')).toEqual([]);
});
