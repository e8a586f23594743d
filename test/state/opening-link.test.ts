import { expect, test } from 'vitest';
import type { Engine } from '../../src/engine/protocol.ts';
import { goTo } from '../../src/state/actions.ts';
import { createEffects } from '../../src/state/effects.ts';
import { createAppStore } from '../../src/state/store.ts';
import { keptNowhere } from '../helpers/kept-nowhere.ts';
import { createAtlas } from '../ui/create-atlas.ts';

const LINK = '#/sql?vue=2.6400,50.5300,12.0&couches=gares:0.6';

const STATION = {
  layer: 'gares',
  row: 0,
  key: '1',
  attributes: {},
  extent: [2.6, 50.5, 2.7, 50.6],
  size: null,
};

/** A page that is opened with a link and whose list of layers comes when told to. */
function openPage(link = LINK) {
  const store = createAppStore({ screen: 'sql' });
  const engine: Engine = {
    call: async (name) => (name === 'feature' ? STATION : undefined) as never,
  };
  let bring: (catalogue: unknown) => void = () => {};
  const catalogue = new Promise<unknown>((resolve) => {
    bring = resolve;
  });
  const effects = createEffects(store, {
    ...keptNowhere,
    engine,
    baseUrl: 'http://atlas/',
    fetchRestricted: async () => null,
    fetchCatalogue: () => catalogue,
    fetchLibrary: () => Promise.reject(new Error('no library in this test')),
    fetchHistory: () => Promise.reject(new Error('no history in this test')),
    decodeRows: async () => ({ columns: [], rows: [] }),
    openRows: async () => ({ columns: [], length: 0, rowAt: () => [], valueAt: () => null }),
  });
  const started = effects.start(link);
  const bringCatalogue = () => {
    bring(createAtlas());
    return started;
  };
  return { store, effects, bringCatalogue };
}

test('a link brings its screen, view and layers', async () => {
  const { store, bringCatalogue } = openPage();
  await bringCatalogue();
  expect(store.getState()).toMatchObject({
    screen: 'sql',
    view: { zoom: 12 },
    shown: [{ id: 'gares', opacity: 0.6 }],
  });
});

test('a screen that the reader went to before the list of layers was there is not taken back', async () => {
  const { store, bringCatalogue } = openPage();
  store.setState((state) => goTo(state, 'question'));
  await bringCatalogue();
  expect(store.getState()).toMatchObject({ screen: 'question', shown: [{ id: 'gares' }] });
});

test('a link typed before the list of layers was there is the one that is followed', async () => {
  const { store, effects, bringCatalogue } = openPage();
  store.setState((state) => goTo(state, 'question'));
  await effects.readAddress('#/donnees');
  await bringCatalogue();
  expect(store.getState().screen).toBe('donnees');
});

test('a link that names a feature frames it, unless it says what to look at', async () => {
  const unframed = openPage('#/carte?objet=gares/1');
  await unframed.bringCatalogue();
  expect(unframed.store.getState().flight?.extent).toEqual(STATION.extent);
  const framed = openPage('#/carte?vue=2.6400,50.5300,12.0&objet=gares/1');
  await framed.bringCatalogue();
  expect(framed.store.getState().selection).toEqual({ layer: 'gares', key: '1' });
  expect(framed.store.getState().flight).toBeNull();
});
