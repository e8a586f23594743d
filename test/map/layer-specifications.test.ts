import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import type { LayerSpecification } from 'maplibre-gl';
import { describe, expect, it } from 'vitest';
import type { Layer, LayerStyle } from '../../src/domain/layer.ts';
import { layerToSpecifications } from '../../src/map/style/layer-specifications.ts';
import { selectionSpecifications } from '../../src/map/style/selection-specifications.ts';
import { sourceIds } from '../../src/map/style/source-ids.ts';
import { createLayer } from '../helpers/create-catalogue.ts';

const FULL_STYLE: LayerStyle = {
  symbol: { fill: '#dddddd', line: '#343434' },
  field: 'nature',
  classes: [
    { value: 'plain', label: 'Plain', symbol: { fill: '#e60000', fillOpacity: 0.5 } },
    { value: 'hatched', label: 'Hatched', symbol: { hatch: 'crossed', line: '#a8442a' } },
    { value: 'dotted', label: 'Dotted', symbol: { fill: '#56aa02', hatch: 'dotted' } },
    { value: 2, label: 'Dashed', symbol: { line: '#1c5d7d', lineWidth: 3, dash: [4, 2] } },
    { value: true, label: 'Short dashes', symbol: { line: '#ffffff', dash: [1, 1], radius: 8 } },
    { value: 2, label: 'The same again', symbol: { line: '#000000' } },
  ],
  labelField: 'nom',
  labelMinZoom: 12,
};

function createStyledLayer(changes: Partial<Layer>): Layer {
  return createLayer({ id: 'essai', style: FULL_STYLE, ...changes });
}

/** Faults that MapLibre's own validator finds. */
function faultsOf(layers: LayerSpecification[], id = 'essai'): string[] {
  const empty = { type: 'geojson' as const, data: { type: 'FeatureCollection', features: [] } };
  const ids = [...Object.values(sourceIds).map((sourceId) => sourceId(id)), 'selection'];
  const sources = Object.fromEntries(ids.map((id) => [id, empty]));
  return validateStyleMin({ version: 8, sources, layers } as never).map(({ message }) => message);
}

const idsOf = (layers: LayerSpecification[]) => layers.map(({ id }) => id);

describe('the map layers of a layer', () => {
  it.each(['point', 'line', 'polygon'] as const)(
    'are valid for %s layers of any style',
    (geometry) => {
      for (const base of [true, false]) {
        const layers = layerToSpecifications(createStyledLayer({ geometry, base }), 0.5);
        expect(layers.length).toBeGreaterThan(1);
        expect(faultsOf(layers)).toEqual([]);
      }
    },
  );

  it('are valid where names are ranked by population', () => {
    const fields = [{ name: 'population', label: 'Population', type: 'integer' as const }];
    const communes = createStyledLayer({ id: 'communes', fields });
    expect(faultsOf(layerToSpecifications(communes, 1), 'communes')).toEqual([]);
  });

  it('name nothing but communes like towns', () => {
    const fields = [{ name: 'population', label: 'Population', type: 'integer' as const }];
    const nameOf = (id: string) =>
      layerToSpecifications(createStyledLayer({ id, fields }), 1).at(-1);
    expect(nameOf('communes')).toMatchObject({ layout: { 'text-transform': 'uppercase' } });
    expect(nameOf('qpv')).not.toHaveProperty('layout.text-transform');
  });

  it('are valid for the chosen feature', () => {
    expect(faultsOf(selectionSpecifications())).toEqual([]);
  });

  it('fill, hatch, outline once a dash, then name polygons', () => {
    const layers = layerToSpecifications(createStyledLayer({ geometry: 'polygon' }), 1);
    expect(idsOf(layers)).toEqual([
      'essai/fill',
      'essai/hatch',
      'essai/line',
      'essai/line-1',
      'essai/line-2',
      'essai/label',
    ]);
    expect(layers.at(-1)).toMatchObject({ type: 'symbol', source: 'essai/labels', minzoom: 12 });
  });

  it('draw dashed outlines from borders that are there once', () => {
    const dashed = createStyledLayer({
      style: { symbol: { line: '#000000', dash: [6, 2, 1, 2] } },
    });
    expect(layerToSpecifications(dashed, 1)).toMatchObject([{ source: 'essai/borders' }]);
    const solid = createStyledLayer({ style: { symbol: { line: '#000000' } } });
    expect(layerToSpecifications(solid, 1)).toMatchObject([{ source: 'essai' }]);
  });

  it('case the lines of themes and roads, not rivers of the base map', () => {
    const cased = (line: string, base: boolean) =>
      idsOf(
        layerToSpecifications(
          createStyledLayer({ geometry: 'line', base, style: { symbol: { line, lineWidth: 3 } } }),
          1,
        ),
      ).includes('essai/casing');
    expect(cased('#1c7d4a', false)).toBe(true);
    expect(cased('#ffffff', true)).toBe(true);
    expect(cased('#2f7fb5', true)).toBe(false);
  });

  it('carry the opacity and the least zoom of the layer', () => {
    const layer = createStyledLayer({
      minZoom: 13,
      style: { symbol: { fill: '#000000', fillOpacity: 0.5 }, labelField: 'nom', labelMinZoom: 15 },
    });
    const [fill, label] = layerToSpecifications(layer, 0.5);
    expect(fill).toMatchObject({ minzoom: 13, paint: { 'fill-opacity': 0.25 } });
    expect(label).toMatchObject({ minzoom: 15, paint: { 'text-opacity': 0.5 } });
  });

  it('are none for a style that draws nothing', () => {
    expect(layerToSpecifications(createStyledLayer({ style: { symbol: {} } }), 1)).toEqual([]);
  });
});
