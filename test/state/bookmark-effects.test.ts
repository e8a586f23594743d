import { expect, it } from 'vitest';
import { createBookmarkEffects } from '../../src/state/bookmark-effects.ts';
import { createAppStore } from '../../src/state/store.ts';
import { BrowserStorage } from '../helpers/browser-storage.ts';
import { createCatalogue, createLayer } from '../helpers/create-catalogue.ts';

const catalogue = createCatalogue([createLayer({ id: 'zae' }), createLayer({ id: 'gares' })]);

let seconds = 0;

function createTab(browser = new BrowserStorage()) {
  const store = createAppStore({ catalogue, shown: [{ id: 'zae', opacity: 0.5 }] });
  const effects = createBookmarkEffects(store, {
    storage: browser.tab(),
    now: () => new Date(Date.UTC(2026, 2, 3, 10, 0, seconds++)).toISOString(),
    newId: () => `id${seconds}`,
  });
  const kept = () => store.getState().bookmarks;
  return { browser, store, effects, kept };
}

it('favourite layers stay from one visit to the next, and every tab knows of them', () => {
  const { browser, effects, kept } = createTab();
  const other = createTab(browser);
  effects.toggleFavourite('zae');
  effects.toggleFavourite('gares');
  expect(other.kept().layers).toEqual(['gares', 'zae']);
  other.effects.toggleFavourite('gares');
  expect(kept().layers).toEqual(['zae']);
  expect(createTab(browser).kept().layers).toEqual(['zae']);
});

it('a map is kept as the link to what is shown, latest first, and comes back when it was deleted', () => {
  const { browser, effects, kept } = createTab();
  effects.saveMap('Ma carte');
  effects.saveMap('Une autre');
  expect(kept().maps.map(({ name }) => name)).toEqual(['Une autre', 'Ma carte']);
  expect(kept().maps[1]?.address).toBe('#/carte?couches=zae:0.5');
  const deleted = kept().maps[0];
  effects.deleteMap(deleted?.id ?? '');
  expect(
    createTab(browser)
      .kept()
      .maps.map(({ name }) => name),
  ).toEqual(['Ma carte']);
  if (deleted) effects.restoreMap(deleted);
  expect(createTab(browser).kept().maps).toHaveLength(2);
});

it('an entry that is no map is counted, and left as it is', () => {
  const browser = new BrowserStorage();
  const key = 'arpent-carte-000000000-x';
  browser.entries.set(key, '{"schema":2,"name":"Plus tard"}');
  expect(createTab(browser).kept()).toEqual({ layers: [], maps: [], unread: 1 });
  expect(browser.entries.has(key)).toBe(true);
});

it('where the browser keeps nothing a notice says so, and the page goes on with what was asked for', () => {
  const browser = new BrowserStorage();
  browser.isRefusing = true;
  const { store, effects, kept } = createTab(browser);
  effects.toggleFavourite('zae');
  effects.saveMap('Ma carte');
  expect(kept().layers).toEqual(['zae']);
  expect(kept().maps.map(({ name }) => name)).toEqual(['Ma carte']);
  expect(store.getState().notices.map(({ error }) => error.code)).toEqual(['storage-refused']);
});

it('a map that no room is left for stays beside those of other tabs, until it is deleted', () => {
  const browser = new BrowserStorage();
  const { store, effects, kept } = createTab(browser);
  const other = createTab(browser);
  expect(effects.saveMap('Gardée')).toBe(true);
  browser.room = 1;
  expect(effects.saveMap('Sans place')).toBe(false);
  browser.room = 2;
  other.effects.saveMap('D’à côté');
  const names = () => kept().maps.map(({ name }) => name);
  expect(names()).toEqual(['D’à côté', 'Sans place', 'Gardée']);
  expect(store.getState().notices.map(({ error }) => error.code)).toEqual(['storage-full']);
  effects.deleteMap(kept().maps[1]?.id ?? '');
  other.effects.toggleFavourite('zae');
  expect(names()).toEqual(['D’à côté', 'Gardée']);
});
