import { expect, it } from 'vitest';
import {
  addNotice,
  chooseCardFeature,
  closeCard,
  dismissNotice,
  moveLayer,
  openCard,
  setCatalogue,
  setOpacity,
  showCardList,
  toggleLayer,
} from '../../src/state/actions.ts';
import { createAppStore } from '../../src/state/store.ts';
import { createCatalogue, createLayer } from '../helpers/create-catalogue.ts';

const catalogue = createCatalogue([
  createLayer({ id: 'communes', defaultVisible: true }),
  createLayer({ id: 'zae' }),
  createLayer({ id: 'friches' }),
  createLayer({ id: 'voirie', base: true }),
]);

const opened = setCatalogue(createAppStore().getState(), catalogue);

const ids = (state: typeof opened) => state.shown.map(({ id }) => id);

it('a page without a link shows the default layers over the base map', () => {
  expect(ids(opened)).toEqual(['communes', 'voirie']);
});

it('a layer turned on lies above the others, turned off it is gone', () => {
  const on = toggleLayer(opened, 'zae');
  expect(ids(on)).toEqual(['zae', 'communes', 'voirie']);
  expect(ids(toggleLayer(on, 'zae'))).toEqual(['communes', 'voirie']);
});

it('a base layer turned on again lies below the others', () => {
  const off = toggleLayer(opened, 'voirie');
  expect(ids(toggleLayer(off, 'voirie'))).toEqual(['communes', 'voirie']);
});

it('a layer is moved to its place in the order', () => {
  const state = toggleLayer(toggleLayer(opened, 'zae'), 'friches');
  expect(ids(moveLayer(state, 'friches', 2))).toEqual(['zae', 'communes', 'friches', 'voirie']);
  expect(ids(moveLayer(state, 'communes', 0))).toEqual(['communes', 'friches', 'zae', 'voirie']);
});

it('opacity is changed for one layer alone', () => {
  const state = setOpacity(opened, 'communes', 0.4);
  expect(state.shown.map(({ opacity }) => opacity)).toEqual([0.4, 1]);
});

it('a card in front is the feature chosen, and closing it chooses nothing', () => {
  const features = ['1', '2'].map((key) => ({
    layer: 'zae',
    row: 0,
    key,
    attributes: {},
    extent: null,
    size: null,
  }));
  const listed = openCard(opened, features);
  expect([listed.selection, listed.card]).toMatchObject([null, { isList: true }]);
  expect(openCard(opened, features.slice(0, 1))).toMatchObject({
    selection: { key: '1' },
    card: { isList: false },
  });
  const second = chooseCardFeature(listed, 1);
  const back = showCardList(second);
  expect([back.selection, back.card]).toMatchObject([null, { isList: true, index: 1 }]);
  expect(second.selection).toEqual({ layer: 'zae', key: '2' });
  expect(closeCard(second).selection).toBeNull();
  expect(openCard(opened, []).card).toEqual({ kind: 'closed' });
  const silent = [{ layer: 'zae', why: 'scale' as const }];
  expect(openCard(opened, [], silent).card).toMatchObject({ features: [], silent });
});

it('the same message is shown once, and goes when dismissed', () => {
  const error = { code: 'link-invalid' as const, message: 'link: x', context: {} };
  const state = addNotice(addNotice(opened, error), error);
  expect(state.notices).toHaveLength(1);
  expect(dismissNotice(state, state.notices[0]?.id ?? 0).notices).toEqual([]);
});
