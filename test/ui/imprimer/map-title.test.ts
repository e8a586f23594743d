import { expect, it } from 'vitest';
import { setCatalogue } from '../../../src/state/actions.ts';
import { createAppStore } from '../../../src/state/store.ts';
import { mapTitle } from '../../../src/ui/imprimer/map-title.ts';
import { createCatalogue, createLayer } from '../../helpers/create-catalogue.ts';

const layers = [
  createLayer({ id: 'communes', title: 'Communes', defaultVisible: true }),
  createLayer({ id: 'zae', title: 'Zones d’activité' }),
  createLayer({ id: 'ppr', title: 'PPRI' }),
  createLayer({ id: 'friches', title: 'Friches' }),
  createLayer({ id: 'gares', title: 'Gares' }),
];

function titleOf(ids: string[], hidden: string[] = []): string {
  const state = setCatalogue(createAppStore().getState(), createCatalogue(layers));
  const shown = ids.map((id) => ({ id, opacity: hidden.includes(id) ? 0 : 1 }));
  return mapTitle({ ...state, shown });
}

it('a map is called by the layers that were chosen, before those that stand on every map', () => {
  expect(titleOf(['communes', 'zae', 'ppr'])).toBe('Zones d’activité et PPRI');
  expect(titleOf(['zae', 'ppr', 'friches'])).toBe('Zones d’activité, PPRI et friches');
  expect(titleOf(['zae', 'communes', 'ppr'], ['zae'])).toBe('PPRI');
  expect(titleOf(['communes'])).toBe('Communes');
  expect(titleOf([])).toBe('Carte du territoire');
});

it('a map of many layers is called by two, and says how many others it shows', () => {
  expect(titleOf(['zae', 'ppr', 'friches', 'gares'])).toBe(
    'Zones d’activité, PPRI et 2 autres couches',
  );
});
