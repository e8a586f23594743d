import type { Layer } from '../../src/domain/layer.ts';

/** A layer of the catalogue with whatever a test does not care about filled in. */
export function createLayer(given: Partial<Layer> & Pick<Layer, 'id' | 'geometry'>): Layer {
  return {
    title: given.id,
    abstract: '',
    theme: 'test',
    producer: 'Test',
    date: '2025-01-01',
    licence: 'MIT',
    lineage: '',
    simulated: true,
    noun: ['objet', 'objets'],
    gender: 'm',
    key: 'id',
    titleField: 'id',
    fields: [],
    style: { symbol: {} },
    file: { path: `layers/${given.id}.parquet`, bytes: 1000, rows: 100, version: 'aaaaaaaa' },
    extent: [2.3, 50.4, 2.8, 50.7],
    ...given,
  };
}
