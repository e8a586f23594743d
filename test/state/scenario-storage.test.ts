import { expect, test } from 'vitest';
import type { Shape } from '../../src/domain/shape.ts';
import { addShape } from '../../src/state/drawing-actions.ts';
import { addVariant, changeVariant, setCosts } from '../../src/state/scenario-actions.ts';
import { keepScenario, keptToText, SCENARIO_KEY } from '../../src/state/scenario-storage.ts';
import { createAppStore } from '../../src/state/store.ts';
import { createCatalogue } from '../helpers/create-catalogue.ts';
import { createSquare } from '../helpers/create-layer.ts';

function createTab(entries: Record<string, string> = {}) {
  const held = new Map(Object.entries(entries));
  return {
    held,
    sessionStorage: {
      getItem: (key: string) => held.get(key) ?? null,
      setItem: (key: string, text: string) => void held.set(key, text),
      removeItem: (key: string) => void held.delete(key),
    },
  };
}

const shape = (name: string, lng: number): Shape => ({
  name,
  geometry: createSquare(lng, 50.5, 0.01) as Shape['geometry'],
});

function openTab(tab: ReturnType<typeof createTab>, siren = '000000000') {
  const store = createAppStore();
  keepScenario(store, tab);
  const catalogue = createCatalogue();
  store.setState({ catalogue: { ...catalogue, territory: { ...catalogue.territory, siren } } });
  return store;
}

test('a tab that is loaded again has its drawings, variants and costs back', () => {
  const tab = createTab();
  const before = openTab(tab);
  before.setState((state) => addShape(addShape(state, shape('Secteur 1', 2.5)), shape('B', 2.6)));
  before.setState((state) => changeVariant(addVariant(state, 'B'), 'B', { holding: 'easement' }));
  before.setState((state) => setCosts(state, { easement: 1.5 }));
  const after = openTab(tab).getState();
  expect(after.scenario).toEqual(before.getState().scenario);
  expect(new Set(after.drawn)).toEqual(new Set(before.getState().drawn));
});

test('what was drawn in another territory is not put back, nor is what is no scenario', () => {
  const state = addShape(createAppStore().getState(), shape('Secteur 1', 2.5));
  const own = createTab({ [SCENARIO_KEY]: keptToText(state, '111111111') });
  expect(openTab(own).getState().drawn).toEqual([]);
  const broken = createTab({ [SCENARIO_KEY]: '{"territory":"000000000","compared":[]}' });
  expect(openTab(broken).getState()).toMatchObject({ drawn: [], notices: [] });
});

test('a tab keeps nothing once every drawing is removed', () => {
  const tab = createTab();
  const store = openTab(tab);
  store.setState((state) => addShape(state, shape('Secteur 1', 2.5)));
  expect(tab.held.size).toBe(1);
  store.setState({ drawn: [] });
  expect(tab.held.size).toBe(0);
});

test('a storage that refuses is told of, and nothing is lost', () => {
  const store = createAppStore();
  const refuse = () => {
    throw new Error('quota');
  };
  keepScenario(store, {
    sessionStorage: { getItem: () => null, setItem: refuse, removeItem: refuse },
  });
  store.setState({ catalogue: createCatalogue() });
  store.setState((state) => addShape(state, shape('Secteur 1', 2.5)));
  expect(store.getState().drawn).toHaveLength(1);
  expect(store.getState().notices.map(({ error }) => error.code)).toEqual(['storage-refused']);
});

test('a shape of a name that ends in a number never takes the name of another thing', () => {
  const zone = shape('ZEC de Gosnay 1', 2.5);
  const state = addShape(addShape(createAppStore().getState(), zone), zone);
  expect(state.drawn.map(({ name }) => name)).toEqual(['ZEC de Gosnay 1', 'ZEC de Gosnay 1 (2)']);
});
