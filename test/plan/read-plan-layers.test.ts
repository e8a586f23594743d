import { describe, expect, it } from 'vitest';
import type { Layer } from '../../src/domain/layer.ts';
import type { Extent } from '../../src/domain/units.ts';
import { memorySource, type ReadOptions } from '../../src/loaders/byte-source.ts';
import { drawPlan } from '../../src/plan/draw-plan.ts';
import { fitFrame } from '../../src/plan/frame.ts';
import { readPlanLayers } from '../../src/plan/read-plan-layers.ts';
import { encodeGeoParquet } from '../../src/publish/write/encode-geoparquet.ts';
import { createRandom } from '../geo/create-random.ts';
import { createCatalogue, createLayer } from '../helpers/create-catalogue.ts';
import { createLayerMeta, createLayerTable, createSquare } from '../helpers/create-layer.ts';

const ROWS = 9000;
const numbers = Array.from({ length: ROWS }, (_, row) => row);
const random = createRandom(1);
/** What does not compress: a file of some size is not fetched whole. */
const noise = () => Array.from({ length: 12 }, () => random().toString(36).slice(2, 11)).join('');
const data = encodeGeoParquet(
  createLayerMeta({ id: 'text', zone: 'text', secret: 'text' }),
  createLayerTable(
    numbers.map((row) => createSquare(2 + row / ROWS, 50, 0.00005)),
    {
      id: numbers.map((row) => `p${row}`),
      zone: numbers.map((row) => (row % 2 ? 'U' : 'A')),
      secret: numbers.map(noise),
    },
  ),
);

const layer = createLayer({
  id: 'zones',
  key: 'id',
  minZoom: 13,
  style: { symbol: { fill: '#dddddd' }, field: 'zone', labelField: 'zone' },
});
const extent: Extent = [2.5, 49.9, 2.51, 50.1];

function request(changes: Partial<Parameters<typeof readPlanLayers>[0]> = {}) {
  let bytes = 0;
  const open = ({ id }: Layer) => {
    const source = memorySource(id, data);
    return {
      ...source,
      read: (start: number, end: number, options?: ReadOptions) => {
        bytes += end - start;
        return source.read(start, end, options);
      },
    };
  };
  const catalogue = createCatalogue([layer]);
  const shown = [{ id: 'zones', opacity: 0.5 }];
  return { wish: { catalogue, shown, extent, scale: 5000, open, ...changes }, bytes: () => bytes };
}

describe('the layers of a plan', () => {
  it('hold the rows that meet the extent, and only the fields that are drawn', async () => {
    const { wish, bytes } = request();
    const [shown] = await readPlanLayers(wish);
    const wanted = numbers.filter((row) => {
      const left = 2 + row / ROWS;
      return left <= 2.51 && left + 0.00005 >= 2.5;
    });
    expect(shown?.table.columns.id).toEqual(wanted.map((row) => `p${row}`));
    expect(shown?.table.geometry.length).toBe(wanted.length);
    expect(Object.keys(shown?.table.columns ?? {}).sort()).toEqual(['id', 'zone']);
    expect(shown?.drawnFrom).toBeNull();
    expect(bytes()).toBeLessThan(data.length);
  });

  it('are not read at a scale that they are not drawn at, and say from which they are', async () => {
    const { wish, bytes } = request({ scale: 50_000 });
    const [shown] = await readPlanLayers(wish);
    expect(shown?.table.geometry.length).toBe(0);
    expect(bytes()).toBe(0);
    expect(shown?.drawnFrom).toBe(30_000);
    const [again] = await readPlanLayers({ ...wish, scale: shown?.drawnFrom ?? 0 });
    expect(again?.drawnFrom).toBeNull();
  });

  it('are empty where nothing of them is, and are drawn as nothing', async () => {
    const { wish } = request({ extent: [4, 49.9, 4.1, 50.1] });
    const [shown] = await readPlanLayers(wish);
    expect(shown?.table.geometry.length).toBe(0);
    expect(shown?.drawnFrom).toBeNull();
    const frame = fitFrame([4, 49.9, 4.1, 50.1], 'EPSG:3950', 100, 80);
    expect(drawPlan(frame, shown ? [shown] : []).marks).toHaveLength(1);
  });

  it('are refused when the catalogue has no such layer', async () => {
    const { wish } = request({ shown: [{ id: 'rien', opacity: 1 }] });
    await expect(readPlanLayers(wish)).rejects.toMatchObject({ code: 'layer-unknown' });
  });

  it('stop when they are no longer wanted', async () => {
    const { wish } = request();
    await expect(readPlanLayers(wish, AbortSignal.abort())).rejects.toMatchObject({
      name: 'AbortError',
    });
  });
});
