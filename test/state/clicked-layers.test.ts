import { describe, expect, it } from 'vitest';
import type { AppState } from '../../src/state/app-state.ts';
import { clickedLayers } from '../../src/state/clicked-layers.ts';
import { createAppStore } from '../../src/state/store.ts';
import { createCatalogue, createLayer } from '../helpers/create-catalogue.ts';

const SHOWN = ['zones', 'roads'].map((id) => ({ id, opacity: 1 }));

function createState(changes: Partial<AppState> = {}): AppState {
  const catalogue = createCatalogue([
    createLayer({ id: 'roads', base: true, geometry: 'line' }),
    createLayer({ id: 'zones' }),
    createLayer({ id: 'works', minZoom: 17 }),
    createLayer({ id: 'parcels', minZoom: 14 }),
    createLayer({ id: 'buildings', minZoom: 14 }),
  ]);
  const details = [
    { layer: 'parcels', minZoom: 15.5 },
    { layer: 'buildings', minZoom: 14.5 },
  ];
  const photo = { id: 'photo', title: 'Photo', over: 'plan' as const };
  const network = [{ ...photo, tiles: 'x', attribution: '©', attributionUrl: 'x', maxZoom: 18 }];
  catalogue.territory.basemaps = { details, network };
  return createAppStore({ catalogue, shown: SHOWN, zoom: 16, ...changes }).getState();
}

const under = (changes?: Partial<AppState>) => clickedLayers(createState(changes)).layers;

describe('what a click means', () => {
  it('is the layers shown, and below them what the base map draws by itself at this zoom', () => {
    expect(under()).toEqual(['zones', 'parcels', 'buildings']);
    expect(under({ zoom: 15 })).toEqual(['zones', 'buildings']);
    expect(under({ zoom: 14 })).toEqual(['zones']);
    const own = ['parcels', 'zones', 'roads'].map((id) => ({ id, opacity: 1 }));
    expect(under({ shown: own, zoom: 14 })).toEqual(['parcels', 'zones']);
  });

  it('is nothing that is not seen', () => {
    expect(under({ baseWithout: ['parcels'] })).toEqual(['zones', 'buildings']);
    expect(under({ basemap: 'photo' })).toEqual(['zones']);
    expect(under({ shown: SHOWN.map(({ id }) => ({ id, opacity: 0 })) })).toEqual([]);
    expect(under({ shown: [{ id: 'zones', opacity: 1 }] })).toEqual(['zones']);
  });

  it('tells of the layers shown that are drawn from nearer only', () => {
    const shown = [{ id: 'works', opacity: 1 }, ...SHOWN];
    const far = [{ layer: 'works', why: 'scale' }];
    expect(clickedLayers(createState({ shown }))).toMatchObject({ far });
    expect(clickedLayers(createState({ shown, zoom: 17 })).far).toEqual([]);
  });
});
