import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { layerFaults } from '../../src/engine/layer-faults.ts';
import { LayerStore } from '../../src/engine/layer-store.ts';
import type { Platform } from '../../src/engine/platform.ts';
import { memorySource } from '../../src/loaders/byte-source.ts';
import { createCatalogue, createLayer } from '../helpers/create-catalogue.ts';
import { BREAKS, createFaultyFile } from '../helpers/create-faulty-file.ts';
import { createLayerTable, createSquare } from '../helpers/create-layer.ts';

const bowtie: Position[] = [
  [2, 50],
  [2.5, 50.5],
  [2.5, 50],
  [2, 50.5],
  [2, 50],
];

/** Twelve features in row groups of four: rows 1, 5 and 6 cannot be read, 9 crosses itself, 10 has no geometry. */
function createStore(): LayerStore {
  const geometries = Array.from({ length: 12 }, (_, row) => {
    if (row === 9) return { type: 'Polygon', coordinates: [bowtie] } as const;
    return row === 10 ? null : createSquare(2 + row / 100, 50, 0.005);
  });
  const table = createLayerTable(geometries as never, {
    id: geometries.map((_, row) => `p${row}`),
    contenance: geometries.map((_, row) => row),
  });
  const bytes = createFaultyFile(table, {
    1: BREAKS.truncated,
    5: BREAKS['unknown-type'],
    6: BREAKS['not-finite'],
  });
  const path = 'layers/parcelles.parquet';
  const file = { path, bytes: bytes.length, rows: 12, version: '00000000' };
  const fields = createLayer().fields.slice(0, 2);
  const platform: Platform = {
    openFile: (url) => memorySource(url, bytes),
    kernelWorkers: null,
    startDatabase: async () => Promise.reject(new Error('nothing is asked in SQL here')),
  };
  const catalogue = createCatalogue([createLayer({ file, fields })]);
  return new LayerStore(catalogue, 'http://site/', platform);
}

const work = (signal = new AbortController().signal, onProgress = () => {}) => ({
  signal,
  onProgress,
});

const UNREAD = [
  { row: 1, key: 'p1', reason: 'truncated', isRead: false, at: null },
  { row: 5, key: 'p5', reason: 'unknown-type', isRead: false, at: null },
  { row: 6, key: 'p6', reason: 'not-finite', isRead: false, at: null },
];

describe('the faults of a layer', () => {
  it('are the features that could not be read, by their key', async () => {
    const found = await layerFaults(createStore(), { layer: 'parcelles', check: false }, work());
    expect(found).toEqual({ faults: UNREAD, checked: 0 });
  });

  it('are also those that break a rule, with the place, when asked for', async () => {
    const found = await layerFaults(createStore(), { layer: 'parcelles', check: true }, work());
    const place = { isRead: true, at: [2.25, 50.25] };
    const crossing = { row: 9, key: 'p9', reason: 'self-intersection', ...place };
    expect(found).toEqual({ faults: [...UNREAD, crossing], checked: 8 });
  });

  it('leave the other features whole', async () => {
    const { table } = await createStore().whole('parcelles', work());
    expect(table.geometry.length).toBe(12);
    expect(table.columns.contenance).toEqual(Array.from({ length: 12 }, (_, row) => row));
    expect([...table.geometry.kinds]).toEqual([3, 0, 3, 3, 3, 0, 0, 3, 3, 3, 0, 3]);
  });

  it('are not looked for any longer when cancelled', async () => {
    const controller = new AbortController();
    const store = createStore();
    await store.whole('parcelles', work());
    controller.abort();
    const looking = layerFaults(
      store,
      { layer: 'parcelles', check: true },
      work(controller.signal),
    );
    await expect(looking).rejects.toMatchObject({ name: 'AbortError' });
  });
});
