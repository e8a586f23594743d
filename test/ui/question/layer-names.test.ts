import { expect, test } from 'vitest';
import { layerNames } from '../../../src/ui/question/layer-names.ts';
import { createLayer } from '../../helpers/create-catalogue.ts';

const COMMUNE: [string, string] = ['commune', 'communes'];

test('layers of one noun are told apart by their titles, others and the one that the noun names are not', () => {
  const layers = [
    createLayer({ id: 'communes', noun: COMMUNE, title: 'Communes' }),
    createLayer({ id: 'fonds', noun: COMMUNE, title: 'Fonds de concours' }),
    createLayer({ id: 'friches', noun: ['friche', 'friches'], title: 'Friches' }),
  ];
  expect([...layerNames(layers, 'many').values()]).toEqual([
    'communes',
    'communes (Fonds de concours)',
    'friches',
  ]);
  expect(layerNames(layers, 'one').get('fonds')).toBe('commune (Fonds de concours)');
  expect(layerNames(layers.slice(1), 'many').get('fonds')).toBe('communes');
});
