import type { Catalogue } from '../../src/domain/catalogue.ts';
import type { Layer } from '../../src/domain/layer.ts';

/** A polygon layer with a key, a text, a number and a coded field; `overrides` change any part of it. */
export function createLayer(overrides: Partial<Layer> = {}): Layer {
  return {
    id: 'parcelles',
    title: 'Parcelles',
    abstract: '',
    theme: 'limites',
    producer: 'essai',
    date: '2026-01-01',
    licence: 'Licence Ouverte 2.0',
    lineage: '',
    simulated: true,
    geometry: 'polygon',
    noun: ['parcelle', 'parcelles'],
    gender: 'f',
    key: 'id',
    titleField: 'id',
    fields: [
      { name: 'id', label: 'Identifiant', type: 'text' },
      { name: 'contenance', label: 'Contenance', type: 'integer', unit: 'm²' },
      { name: 'arpente', label: 'Arpentée', type: 'boolean' },
    ],
    style: { symbol: {} },
    file: { path: 'layers/parcelles.00000000.parquet', bytes: 0, rows: 0, version: '00000000' },
    extent: [2, 50, 3, 51],
    ...overrides,
  };
}

/** A catalogue of these layers over a territory measured in CC50. */
export function createCatalogue(layers: Layer[] = [createLayer()]): Catalogue {
  return {
    version: 1,
    territory: {
      name: 'Territoire d’essai',
      shortName: 'Essai',
      siren: '000000000',
      metricCrs: 'EPSG:3950',
      extent: [2, 50, 3, 51],
      banner: null,
    },
    themes: [{ id: 'limites', title: 'Limites' }],
    layers,
  };
}
