import { describe, expect, it, onTestFinished } from 'vitest';
import type { Answer } from '../../src/domain/answer.ts';
import type { Engine } from '../../src/engine/protocol.ts';
import { goMapless, goTo, setView } from '../../src/state/actions.ts';
import { followAddress } from '../../src/state/address-bar.ts';
import { createEffects } from '../../src/state/effects.ts';
import { createAppStore } from '../../src/state/store.ts';
import { createCatalogue, createLayer } from '../helpers/create-catalogue.ts';
import { keptNowhere } from '../helpers/kept-nowhere.ts';

const question = { target: 'parcelles', where: { kind: 'and' as const, conditions: [] } };

/** A page at an address, that becomes `meanwhile` before the catalogue came, with a history that can be looked at, over an engine that finds nothing. */
async function openPage(hash = '', { meanwhile = hash } = {}) {
  const entries = [hash];
  let at = 0;
  let listener = () => {};
  const host = {
    location: { hash },
    history: {
      pushState: (_data: null, _unused: '', url: string) => {
        entries.splice(at + 1, Infinity, url);
        at += 1;
        host.location.hash = url;
      },
      replaceState: (_data: null, _unused: '', url: string) => {
        entries[at] = url;
        host.location.hash = url;
      },
    },
    addEventListener: (_type: string, heard: () => void) => {
      listener = heard;
    },
    removeEventListener: () => {},
  };
  const engine = {
    call: async (name: string) => (name === 'ask' ? ({ versions: {} } as Answer) : null),
  } as unknown as Engine;
  const store = createAppStore();
  const effects = createEffects(store, {
    ...keptNowhere,
    engine,
    baseUrl: '',
    fetchRestricted: async () => null,
    fetchCatalogue: async () =>
      createCatalogue([createLayer({ defaultVisible: true }), createLayer({ id: 'zae' })]),
    fetchLibrary: () => Promise.reject(new Error('no library in this test')),
    fetchHistory: () => Promise.reject(new Error('no history in this test')),
    decodeRows: async () => ({ columns: [], rows: [] }),
    openRows: async () => ({ columns: [], length: 0, rowAt: () => [], valueAt: () => null }),
  });
  let reading: Promise<void> = Promise.resolve();
  onTestFinished(
    followAddress(store, host, (address) => {
      reading = effects.readAddress(address);
    }),
  );
  const started = effects.start(hash);
  if (meanwhile !== hash) {
    entries[0] = host.location.hash = meanwhile;
    listener();
  }
  await started;
  store.setState((state) => setView(state, state.view ?? { lng: 2.6, lat: 50.5, zoom: 10 }));
  return {
    store,
    effects,
    entries,
    host,
    async back() {
      at -= 1;
      host.location.hash = entries[at] as string;
      listener();
      await reading;
    },
  };
}

describe('the address bar', () => {
  it('follows the last link that was clicked before the catalogue came', async () => {
    const page = await openPage('#/donnees', { meanwhile: '#/sql' });
    expect(page.store.getState().screen).toBe('sql');
    expect(page.entries).toEqual([expect.stringMatching(/^#\/sql/)]);
  });

  it('opens a link without adding a step to go back over', async () => {
    const hash = `#/question?vue=2.6,50.5,11&question=${encodeURIComponent(JSON.stringify(question))}`;
    const { entries, store } = await openPage(hash);
    expect(entries).toHaveLength(1);
    expect(store.getState().asked).toEqual(question);
    expect(store.getState().answer.kind).toBe('ready');
  });

  it('adds a step for a screen and for a question, none for a view', async () => {
    const { entries, store, effects } = await openPage();
    store.setState((state) => goTo(state, 'question'));
    store.setState((state) => setView(state, { lng: 2.7, lat: 50.5, zoom: 12 }));
    await effects.ask(question);
    expect(entries.map((entry) => entry.split('?')[0])).toEqual([
      '#/carte',
      '#/question',
      '#/question',
    ]);
  });

  it('is written without a view where the browser cannot draw the map', async () => {
    const { entries, store } = await openPage();
    store.setState((state) => ({ ...goMapless(state), view: null }));
    store.setState((state) => goTo(state, 'question'));
    expect(entries.at(-1)).toMatch(/^#\/question/);
  });

  it('that the browser refuses to write is written at the next change', async () => {
    const { entries, store, host } = await openPage();
    const { replaceState } = host.history;
    host.history.replaceState = () => {
      throw new DOMException('too many', 'SecurityError');
    };
    store.setState((state) => setView(state, { lng: 2.7, lat: 50.5, zoom: 12 }));
    expect(entries.at(-1)).not.toContain('2.70000');
    host.history.replaceState = replaceState;
    store.setState((state) => setView(state, { lng: 2.7, lat: 50.5, zoom: 12.5 }));
    expect(entries).toHaveLength(1);
    expect(entries[0]).toContain('vue=2.70000,50.50000,12.50');
  });

  it('goes back to the step before and stays there, the question put away', async () => {
    const { entries, store, effects, back } = await openPage();
    store.setState((state) => goTo(state, 'question'));
    await effects.ask(question);
    await back();
    expect(store.getState()).toMatchObject({ screen: 'question', asked: null });
    await back();
    expect(store.getState().screen).toBe('carte');
    expect(entries).toHaveLength(3);
  });

  it('shows the default layers for a link that names none', async () => {
    const { store, back } = await openPage();
    store.setState((state) => goTo({ ...state, shown: [{ id: 'zae', opacity: 1 }] }, 'question'));
    await back();
    expect(store.getState().shown.map(({ id }) => id)).toEqual(['parcelles']);
  });
});
