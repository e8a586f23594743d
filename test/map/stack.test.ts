import { describe, expect, it } from 'vitest';
import type { Layer } from '../../src/domain/layer.ts';
import { mapLayers, stackOf } from '../../src/map/stack.ts';
import type { AppState } from '../../src/state/app-state.ts';
import { createAppStore } from '../../src/state/store.ts';
import { createCatalogue, createLayer } from '../helpers/create-catalogue.ts';

const style = { symbol: { fill: '#cccccc', line: '#333333' }, labelField: 'nom' };

function createLayers(): Layer[] {
  const large = { path: 'x', bytes: 1, rows: 270_000, version: '0' };
  const population = [{ name: 'population', label: 'Population', type: 'integer' as const }];
  return [
    createLayer({ id: 'communes', style, base: true, fields: population }),
    createLayer({ id: 'tints', style, base: true }),
    createLayer({ id: 'roads', style, base: true, geometry: 'line' }),
    createLayer({ id: 'zones', style }),
    createLayer({ id: 'parcels', style, file: large }),
    createLayer({ id: 'routes', style, geometry: 'line' }),
    createLayer({ id: 'flood', style }),
    createLayer({ id: 'stops', style, geometry: 'point' }),
  ];
}

function createState(shown: string[], changes: Partial<AppState> = {}): AppState {
  return createAppStore({
    catalogue: createCatalogue(createLayers()),
    shown: shown.map((id) => ({ id, opacity: 1 })),
    ...changes,
  }).getState();
}

const drawnIds = (state: AppState) => mapLayers(stackOf(state), () => true, []).map(({ id }) => id);

describe('the stack of a map', () => {
  it('holds the layers that are on and known, bottom first', () => {
    const state = createState(['routes', 'gone', 'zones', 'communes']);
    expect(stackOf(state).map(({ layer }) => layer.id)).toEqual(['communes', 'zones', 'routes']);
  });

  it('keeps points over lines, whichever was turned on last', () => {
    const ids = drawnIds(createState(['routes', 'stops']));
    expect(ids.indexOf('stops/circle')).toBeGreaterThan(ids.indexOf('routes/line'));
    expect(ids).toContain('stops/circle');
  });

  it('keeps roads over areas, areas over tints, and every name on top', () => {
    const ids = drawnIds(createState(['routes', 'zones', 'roads', 'tints', 'communes']));
    expect(ids).toEqual([
      'paper',
      'communes/fill',
      'tints/fill',
      'zones/fill',
      'roads/line',
      'communes/line',
      'tints/line',
      'zones/line',
      'routes/line',
      'anchor/answer',
      'tints/label',
      'roads/label',
      'zones/label',
      'routes/label',
      'communes/label',
    ]);
  });

  it('draws areas, and lines, in the order of the reader', () => {
    const order = (shown: string[], kind: RegExp) =>
      drawnIds(createState(shown)).filter((id) => kind.test(id));
    expect(order(['flood', 'zones'], /fill$/)).toEqual(['zones/fill', 'flood/fill']);
    expect(order(['zones', 'flood'], /fill$/)).toEqual(['flood/fill', 'zones/fill']);
    expect(order(['flood', 'routes', 'zones'], /line$/)).toEqual([
      'zones/line',
      'routes/line',
      'flood/line',
    ]);
  });

  it('leaves a large layer to deck.gl, below an anchor in its place among the areas', () => {
    const ids = drawnIds(createState(['routes', 'flood', 'parcels', 'zones']));
    expect(ids).not.toContain('parcels/fill');
    expect(ids.slice(1, 4)).toEqual(['zones/fill', 'anchor/parcels', 'flood/fill']);
    expect(ids).toContain('parcels/label');
  });

  it('draws nothing of a layer whose data are not there', () => {
    const ids = mapLayers(stackOf(createState(['zones'])), () => false, []).map(({ id }) => id);
    expect(ids).toEqual(['paper', 'anchor/answer']);
  });

  it('dims the layer that an answer stands out from', () => {
    const answer = { kind: 'ready', answer: { count: 3, question: { target: 'zones' } } };
    const state = createState(['zones', 'flood'], { answer } as Partial<AppState>);
    const [flood, zones] = stackOf(state);
    expect(flood!.opacity).toBe(1);
    expect(zones!.opacity).toBeLessThan(0.6);
  });
});
