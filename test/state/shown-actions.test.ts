import { describe, expect, it } from 'vitest';
import type { AppState } from '../../src/state/app-state.ts';
import {
  hideAll,
  openReadyMap,
  restoreShown,
  showOnly,
  showsReadyMap,
  zoomToLayer,
} from '../../src/state/shown-actions.ts';
import { createAppStore } from '../../src/state/store.ts';
import { createCatalogue, createLayer } from '../helpers/create-catalogue.ts';

const catalogue = createCatalogue([
  createLayer({ id: 'zae' }),
  createLayer({ id: 'gares' }),
  createLayer({ id: 'friches' }),
  createLayer({ id: 'routes', base: true }),
]);

function createState(): AppState {
  const shown = [
    { id: 'zae', opacity: 0.5 },
    { id: 'gares', opacity: 1 },
    { id: 'routes', opacity: 1 },
  ];
  return { ...createAppStore({ catalogue }).getState(), shown };
}

const text = ({ shown }: AppState) => shown.map(({ id, opacity }) => `${id}:${opacity}`).join(' ');

describe('what is shown in the place of other layers', () => {
  it('is one layer over the base map, and the layers before come back as they were', () => {
    const only = showOnly(createState(), 'friches');
    expect(text(only)).toBe('friches:1 routes:1');
    const back = restoreShown(only);
    expect(text(back)).toBe('zae:0.5 gares:1 routes:1');
    expect(back.shownBefore).toBeNull();
  });

  it('is one layer after another without the first list being lost', () => {
    const second = showOnly(showOnly(createState(), 'friches'), 'gares');
    expect(text(second)).toBe('gares:1 routes:1');
    expect(text(restoreShown(second))).toBe('zae:0.5 gares:1 routes:1');
  });

  it('is nothing but the base map, once', () => {
    const hidden = hideAll(createState());
    expect(text(hidden)).toBe('routes:1');
    expect(hideAll(hidden)).toBe(hidden);
    expect(text(restoreShown(hidden))).toBe('zae:0.5 gares:1 routes:1');
  });

  it('comes back without the layers that are gone from the catalogue', () => {
    const hidden = { ...hideAll(createState()), catalogue: createCatalogue([]) };
    expect(restoreShown(hidden).shown).toEqual([]);
  });
});

describe('a ready-made map', () => {
  const map = {
    id: 'friches-gares',
    title: 'Friches et gares',
    purpose: '',
    layers: [{ id: 'gares' }, { id: 'friches', opacity: 0.6 }],
    basemap: 'gris' as const,
  };

  it('takes the place of the layers, above the base map, with its basemap, and is known as shown', () => {
    const before = createState();
    const opened = openReadyMap(before, map);
    expect(text(opened)).toBe('gares:1 friches:0.6 routes:1');
    expect(opened.basemap).toBe('gris');
    expect(opened.flight).toBeNull();
    expect([showsReadyMap(before, map), showsReadyMap(opened, map)]).toEqual([false, true]);
    expect(text(restoreShown(openReadyMap(opened, map)))).toBe('zae:0.5 gares:1 routes:1');
  });

  it('flies to its extent where it has one', () => {
    const opened = openReadyMap(createState(), { ...map, extent: [2, 50, 3, 51] });
    expect(opened.flight?.extent).toEqual([2, 50, 3, 51]);
  });
});

it('the map comes as near as a layer needs, where it looks, and stays where it is near enough', () => {
  const layer = createLayer({ id: 'parcelles', minZoom: 14 });
  const view = { lng: 2.6, lat: 50.5, zoom: 10 };
  const near = zoomToLayer({ ...createState(), view }, layer);
  expect(near.view).toEqual({ lng: 2.6, lat: 50.5, zoom: 14 });
  expect(zoomToLayer(near, layer)).toBe(near);
});
