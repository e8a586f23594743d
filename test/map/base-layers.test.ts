import { describe, expect, it } from 'vitest';
import type { BasemapChoices } from '../../src/domain/basemap.ts';
import { gridLines } from '../../src/map/backdrop/grid.ts';
import { backdropOf, mapLayers, stackOf } from '../../src/map/stack.ts';
import type { AppState } from '../../src/state/app-state.ts';
import { NETWORK_STATUS } from '../../src/state/basemap-actions.ts';
import { createAppStore } from '../../src/state/store.ts';
import { createCatalogue, createLayer } from '../helpers/create-catalogue.ts';

const style = { symbol: { fill: '#b3a594', line: '#5a4d7a' }, labelField: 'nom' };
const large = { path: 'x', bytes: 1, rows: 270_000, version: '0' };

const BASEMAPS: BasemapChoices = {
  details: [
    { layer: 'parcels', minZoom: 15.5, labelMinZoom: 16 },
    { layer: 'buildings', minZoom: 14.5 },
  ],
  network: [
    {
      id: 'photo',
      title: 'Photo',
      tiles: 'https://tiles.example/{z}/{x}/{y}.png',
      attribution: '©',
      attributionUrl: 'https://tiles.example/',
      maxZoom: 18,
      over: 'sombre',
    },
  ],
};

function createState(changes: Partial<AppState> = {}): AppState {
  const catalogue = createCatalogue([
    createLayer({ id: 'tints', style, base: true }),
    createLayer({ id: 'roads', style, base: true, geometry: 'line' }),
    createLayer({ id: 'zones', style }),
    createLayer({ id: 'parcels', style, file: large, minZoom: 14 }),
    createLayer({ id: 'buildings', style, file: large, minZoom: 14 }),
  ]);
  catalogue.territory.basemaps = BASEMAPS;
  const shown = ['zones', 'roads', 'tints'].map((id) => ({ id, opacity: 1 }));
  return createAppStore({ catalogue, shown, ...changes }).getState();
}

const idsOf = (state: AppState) => stackOf(state).map(({ layer }) => layer.id);
const pictures = [{ id: 'pictures', type: 'raster' as const, source: 'photo' }];

const drawnIds = (state: AppState) =>
  mapLayers(stackOf(state), () => true, [], [], backdropOf(state, { grid: [], pictures })).map(
    ({ id }) => id,
  );

describe('the base map', () => {
  it('draws parcels and buildings by itself, from near by and without asking before', () => {
    const stack = stackOf(createState());
    expect(stack.map(({ layer }) => [layer.id, layer.minZoom])).toEqual([
      ['tints', undefined],
      ['roads', undefined],
      ['zones', undefined],
      ['buildings', 14.5],
      ['parcels', 15.5],
    ]);
    const named = stack.map(({ layer }) => layer.style.labelMinZoom ?? layer.style.labelField);
    expect(named.slice(-2)).toEqual([undefined, 16]);
    expect(stack.at(-1)?.layer.base).toBe(true);
  });

  it('leaves to the reader what the reader turned on, or off', () => {
    const own = createState({ shown: ['parcels', 'tints'].map((id) => ({ id, opacity: 1 })) });
    expect(stackOf(own).filter(({ layer }) => layer.id === 'parcels')).toMatchObject([
      { layer: { minZoom: 14 } },
    ]);
    expect(idsOf(createState({ baseWithout: ['parcels'] }))).not.toContain('parcels');
    expect(idsOf(createState({ shown: [{ id: 'zones', opacity: 1 }] }))).toEqual(['zones']);
    expect(idsOf(createState({ basemap: 'photo' }))).toEqual(['tints', 'roads', 'zones']);
  });

  it('gives the same objects each time, so that nothing is drawn anew', () => {
    const state = createState({ basemap: 'gris' });
    const layers = (of: AppState) => stackOf(of).map(({ layer }) => layer);
    layers(state).forEach((layer, i) => {
      expect(layers({ ...state, zoom: 12 })[i]).toBe(layer);
    });
  });

  it('changes its colours with the basemap, and keeps those of the themes that stand', () => {
    const lineOf = (basemap: string, id: string) =>
      stackOf(createState({ basemap })).find(({ layer }) => layer.id === id)?.layer.style.symbol;
    expect(lineOf('plan', 'tints')).toEqual(style.symbol);
    expect(lineOf('sombre', 'tints')).not.toEqual(style.symbol);
    expect(lineOf('plan', 'zones')).toEqual(style.symbol);
    expect(lineOf('sombre', 'zones')).toMatchObject({ fill: style.symbol.fill });
    expect(lineOf('sombre', 'zones')?.line).not.toBe(style.symbol.line);
  });

  it('lies under the pictures of the network, and its names come back where they fail', () => {
    const state = createState({ basemap: 'photo' });
    const ids = drawnIds(state);
    expect(ids.indexOf('pictures')).toBeGreaterThan(ids.indexOf('roads/line'));
    expect(ids.indexOf('pictures')).toBeLessThan(ids.indexOf('zones/fill'));
    expect(ids).not.toContain('roads/label');
    expect(ids).toContain('zones/label');
    const error = { code: 'basemap-unreachable', message: '', context: {} } as const;
    const failed = { ...state, layerStatus: { [NETWORK_STATUS]: { kind: 'failed', error } } };
    expect(drawnIds(failed as AppState)).toContain('roads/label');
  });

  it('has a grid of tenths of a degree that goes beyond the territory', () => {
    const { features } = gridLines([2.25, 50.4, 2.92, 50.7]);
    const degrees = features.map(({ properties }) => properties?.degrees);
    expect(degrees).toContain('2,6°\u202fE');
    expect(degrees).toContain('50,5°\u202fN');
    expect(degrees).toContain('51,7°\u202fN');
    expect(gridLines([-0.3, -0.1, 0, 0]).features[0]?.properties?.degrees).toBe('1,3°\u202fO');
  });
});
