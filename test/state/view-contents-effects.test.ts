import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { AppError } from '../../src/domain/errors.ts';
import type { LayerInView } from '../../src/domain/view-contents.ts';
import type { Engine } from '../../src/engine/protocol.ts';
import { setView, toggleLayer } from '../../src/state/actions.ts';
import { createAppStore } from '../../src/state/store.ts';
import { followView, sightOf } from '../../src/state/view-contents-effects.ts';
import { watchView } from '../../src/state/view-watch.ts';
import { createCatalogue, createLayer } from '../helpers/create-catalogue.ts';

const catalogue = createCatalogue([
  createLayer({ id: 'communes' }),
  createLayer({ id: 'parcelles', minZoom: 14 }),
  createLayer({ id: 'broken' }),
]);

const inViewOf = (layer: string): LayerInView => ({
  layer,
  count: 1,
  classCounts: [],
  nearest: [],
});

/** A page whose map is painted, over an engine that answers at the next turn and fails on one layer. */
function createPage(changes = {}) {
  const asked: string[] = [];
  const engine = {
    async call(_name: string, { layers }: { layers: string[] }) {
      asked.push(...layers);
      if (layers[0] === 'broken') throw new AppError('layer-missing', 'gone', {});
      return layers.map(inViewOf);
    },
  } as unknown as Engine;
  const shown = ['communes', 'parcelles', 'broken'].map((id) => ({ id, opacity: 1 }));
  const store = createAppStore({ catalogue, shown, isPainted: true, ...changes });
  const stop = followView(store, engine);
  const goTo = (lng: number, zoom = 12) =>
    store.setState((state) =>
      setView(state, { lng, lat: 50, zoom, extent: [lng - 1, 49, lng + 1, 51] }),
    );
  return { store, stop, asked, goTo };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('what is in sight is looked for once the map has rested, in the layers drawn at its zoom', async () => {
  const { store, asked, goTo } = createPage();
  goTo(2);
  await vi.advanceTimersByTimeAsync(200);
  goTo(2.1);
  await vi.advanceTimersByTimeAsync(299);
  expect(asked).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(asked).toEqual(['communes', 'broken']);
  expect(store.getState().inView).toEqual([inViewOf('communes')]);

  store.setState((state) => toggleLayer(state, 'communes'));
  await vi.advanceTimersByTimeAsync(300);
  const { inView, communesInView } = store.getState();
  expect([inView, communesInView]).toEqual([[], inViewOf('communes')]);
  goTo(2.1, 15);
  store.setState((state) => toggleLayer(state, 'broken'));
  await vi.advanceTimersByTimeAsync(300);
  expect(store.getState().inView?.map(({ layer }) => layer)).toEqual(['parcelles']);
});

it('nothing is looked for before the map is painted, nor after nobody wants it', async () => {
  const { store, stop, asked, goTo } = createPage({ isPainted: false });
  goTo(2);
  await vi.advanceTimersByTimeAsync(500);
  expect(asked).toEqual([]);
  store.setState({ isPainted: true });
  await vi.advanceTimersByTimeAsync(300);
  expect(asked).toHaveLength(2);
  stop();
  expect(store.getState().inView).toBeNull();
  goTo(3);
  await vi.advanceTimersByTimeAsync(500);
  expect(asked).toHaveLength(2);
});

it('without a map the place that was last gone to is in sight, else the territory', () => {
  const { store } = createPage({ isMapless: true });
  expect(sightOf(store.getState())).toMatchObject({ extent: [2, 50, 3, 51], middle: [2.5, 50.5] });
  store.setState({ flight: { extent: [2.6, 50.5, 2.61, 50.51], serial: 1 } });
  const sight = sightOf(store.getState());
  expect(sight?.extent).toEqual([2.6, 50.5, 2.61, 50.51]);
  expect(sight?.zoom).toBeCloseTo(16.1, 1);
});

it('somebody wants it while the legend counts or the contents are told', async () => {
  const store = createAppStore({ catalogue, isMapless: true, inView: [] });
  const asked: string[] = [];
  const call = async (name: string) => asked.push(name);
  watchView(store, { call } as unknown as Engine);
  store.setState({ tool: 'contenu' });
  await vi.dynamicImportSettled();
  store.setState({ tool: null, shown: [{ id: 'communes', opacity: 1 }] });
  await vi.advanceTimersByTimeAsync(500);
  expect([asked, store.getState().inView]).toEqual([[], null]);
  store.setState({ isLegendCounted: true });
  await vi.dynamicImportSettled();
  await vi.advanceTimersByTimeAsync(500);
  expect(asked).toEqual(['inView']);
});
