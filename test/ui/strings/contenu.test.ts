import { expect, it } from 'vitest';
import type { FeatureInView, LayerInView } from '../../../src/domain/view-contents.ts';
import {
  contentsSentence,
  directionOf,
  placeSentence,
  whereabouts,
} from '../../../src/ui/strings/contenu.ts';

const feature = (title: string, distance: number, bearing: number | null): FeatureInView => ({
  layer: 'communes',
  row: 0,
  key: title,
  title,
  subtitle: '',
  distance,
  bearing,
});

const communes = (count: number, first: FeatureInView): LayerInView => ({
  layer: 'communes',
  count,
  classCounts: [],
  nearest: [first],
});

const plain = (text: string) => text.replace(/\s/g, ' ');

it('a place is told by its commune, its neighbours and its size', () => {
  const extent = [2.6, 50.5, 2.656, 50.52] as const;
  const bethune = communes(5, feature('Béthune', 0, null));
  expect(plain(placeSentence(bethune, 100, extent))).toBe(
    'La carte montre Béthune et 4 autres communes : environ 4 km de large sur 2,2 km de haut, nord en haut.',
  );
  expect(placeSentence({ ...bethune, count: 100 }, 100, extent)).toContain(
    'tout le territoire, 100 communes',
  );
  const beside = communes(1, feature('Annezin', 40, 90));
  expect(placeSentence(beside, 100, extent)).toContain('les abords d’Annezin :');
  expect(placeSentence(null, 100, extent)).toContain('un lieu hors du territoire');
});

it('a feature lies at its distance, on the nearest of eight sides', () => {
  expect(plain(whereabouts(feature('a', 350.4, 44)))).toBe('à 350 m au nord-est du centre');
  expect(whereabouts(feature('a', 0, null))).toBe('au centre de la carte');
  expect([0, 22, 23, 337, 338, 359.9].map(directionOf)).toEqual([
    'au nord',
    'au nord',
    'au nord-est',
    'au nord-ouest',
    'au nord',
    'au nord',
  ]);
});

it('few layers are counted one by one, many together', () => {
  const layer = (count: number) => ({ count, noun: ['zone', 'zones'] as const });
  expect(contentsSentence([layer(0), layer(1), layer(12)])).toBe('On y voit 1 zone et 12 zones.');
  expect(contentsSentence([1, 2, 3, 4, 5].map(layer))).toBe('On y voit 15 objets de 5 couches.');
  expect(contentsSentence([layer(0)])).toContain('Aucun objet');
});
