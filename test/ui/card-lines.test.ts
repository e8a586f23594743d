import { expect, test } from 'vitest';
import type { Feature } from '../../src/domain/feature.ts';
import {
  cardLines,
  cardText,
  cardTitle,
  countEmptyFields,
  isWebAddress,
} from '../../src/ui/card/card-lines.ts';
import { createLayer } from '../helpers/create-catalogue.ts';

const layer = createLayer({
  titleField: 'nom',
  fields: [
    { name: 'id', label: 'Identifiant', type: 'text' },
    { name: 'nom', label: 'Nom', type: 'text' },
    { name: 'contenance', label: 'Contenance', type: 'integer', unit: 'm²' },
    { name: 'note', label: 'Note', type: 'text' },
  ],
});

function createFeature(attributes: Feature['attributes'] = {}): Feature {
  const filled = { id: 'A1', nom: 'Pré', contenance: 1250, note: null };
  const extent = [2, 50, 3, 51] as const;
  return {
    layer: layer.id,
    row: 0,
    key: 'A1',
    attributes: { ...filled, ...attributes },
    extent,
    size: 124_000,
  };
}

test('a card gives the measured size with its CRS, then what is filled, in order', () => {
  const lines = cardLines(createFeature(), layer, 'EPSG:3950');
  expect(lines.map(({ label, value, note }) => [label, value, note])).toEqual([
    ['Surface mesurée', '12,4\u202fha', 'mesurée en CC50 (EPSG:3950)'],
    ['Identifiant', 'A1', undefined],
    ['Contenance', '1\u202f250\u202fm²', undefined],
  ]);
  expect(countEmptyFields(createFeature(), layer)).toBe(1);
});

test('a feature without a name is called by its key', () => {
  expect(cardTitle(createFeature(), layer)).toBe('Pré');
  expect(cardTitle(createFeature({ nom: '' }), layer)).toBe('A1');
});

test('the copied text holds every line and the source', () => {
  expect(cardText(createFeature(), layer, 'EPSG:3950').split('\n')).toEqual([
    'Pré (Parcelles)',
    'Surface mesurée : 12,4\u202fha (mesurée en CC50 (EPSG:3950))',
    'Identifiant : A1',
    'Contenance : 1\u202f250\u202fm²',
    'essai, données au 1er janvier 2026',
  ]);
});

test('only web addresses become links', () => {
  expect(isWebAddress('https://www.bethunebruay.fr/plui')).toBe(true);
  expect(isWebAddress('javascript:alert(1)')).toBe(false);
  expect(isWebAddress('<a href="https://example.org">x</a>')).toBe(false);
  expect(isWebAddress('https://')).toBe(false);
});
