import { expect, it } from 'vitest';
import { readPageChoice } from '../../scripts/pages/read-page-choice.ts';
import { createCatalogue, createLayer } from '../helpers/create-catalogue.ts';

it('the map of a commune has the layers that are served, told by the field that they have, whatever its capitals', async () => {
  const field = { name: 'typezone', label: 'Type', type: 'text' as const };
  const catalogue = createCatalogue([
    createLayer({ id: 'communes' }),
    createLayer({ id: 'zone_urba', fields: [field] }),
    createLayer({ id: 'friches', fields: [] }),
  ]);
  const { map } = await readPageChoice('data', catalogue);
  expect(map).toEqual([
    { layer: 'communes', opacity: 1 },
    { layer: 'friches', opacity: 1 },
    { layer: 'zone_urba', opacity: 0.45, words: 'typezone' },
  ]);
});
