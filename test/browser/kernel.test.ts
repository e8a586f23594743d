import type { Geometry } from 'geojson';
import { afterAll, describe, expect, it } from 'vitest';
import { allRows } from '../../src/engine/answer/row-sets.ts';
import { inlineKernel } from '../../src/engine/kernel/inline-kernel.ts';
import { createKernelPool } from '../../src/engine/kernel/kernel-pool.ts';
import type { KernelPort } from '../../src/engine/kernel/kernel-protocol.ts';
import { type LoadedRows, loadedRows } from '../../src/engine/loaded-rows.ts';
import type { Work } from '../../src/engine/work.ts';
import { geometriesToColumn } from '../../src/geo/from-geojson.ts';
import { createLayer } from '../helpers/create-catalogue.ts';

const started: KernelPort[] = [];
const start = (): KernelPort => {
  const url = new URL('../../src/engine/kernel/kernel-worker.ts', import.meta.url);
  const worker: KernelPort = new Worker(url, { type: 'module' });
  started.push(worker);
  return worker;
};
const createPool = () => createKernelPool({ count: 2, start });
afterAll(() => {
  for (const port of started) port.terminate();
});

const work = (): Work => ({ signal: new AbortController().signal, onProgress: () => {} });

function createRows(id: string, geometries: Geometry[]): LoadedRows {
  const table = { geometry: geometriesToColumn(geometries), columns: {}, faults: [] };
  return loadedRows(createLayer({ id }), table, 'EPSG:3950');
}

/** A star of `vertices` around a place, `size` degrees wide, whose arms follow from its number. */
function star(i: number, lng: number, lat: number, size: number, vertices: number): Geometry {
  const ring = Array.from({ length: vertices }, (_, n) => {
    const turn = (2 * Math.PI * n) / vertices;
    const arm = size * (0.6 + 0.4 * Math.sin(7 * n + i));
    return [lng + arm * Math.cos(turn), lat + arm * Math.sin(turn)];
  });
  return { type: 'Polygon', coordinates: [[...ring, ring[0] as number[]]] };
}

const SIDE = 150;
const parcels = createRows(
  'parcelles',
  Array.from({ length: SIDE * SIDE }, (_, i) =>
    star(i, 2.5 + (i % SIDE) * 0.001, 50.4 + Math.floor(i / SIDE) * 0.001, 0.0005, 10),
  ),
);
const zones = createRows(
  'zones',
  Array.from({ length: 30 }, (_, i) =>
    star(i, 2.51 + (i % 6) * 0.025, 50.41 + Math.floor(i / 6) * 0.027, 0.012, 400),
  ),
);
const rows = allRows(SIDE * SIDE);
const bRows = Uint32Array.of(3, 4, 5, 17);

describe('the kernel on several workers', () => {
  it.each([
    [{ kind: 'intersects' } as const],
    [{ kind: 'within' } as const],
    [{ kind: 'dWithin', distance: 100 } as const],
    [{ kind: 'overlap', minShare: 0.2 } as const],
  ])('finds what one finds: %o', async (predicate) => {
    const pool = createPool();
    for (const only of [null, bRows]) {
      const spec = { a: parcels, rows, b: zones, bRows: only, ...predicate };
      expect(await pool.relate(spec, work())).toEqual(await inlineKernel.relate(spec, work()));
      expect(await pool.pairs(spec, work())).toEqual(await inlineKernel.pairs(spec, work()));
    }
    const some = rows.filter((row) => row % 3 === 0);
    const spec = { a: parcels, rows: some, b: zones, bRows: null, ...predicate };
    expect(await pool.relate(spec, work())).toEqual(await inlineKernel.relate(spec, work()));
  });

  it('tells how far all of them are, and relates a layer to itself', async () => {
    const pool = createPool();
    const spec = { a: parcels, rows, b: parcels, bRows: null, kind: 'intersects' } as const;
    const seen: number[] = [];
    const onProgress: Work['onProgress'] = ({ done }) => seen.push(done);
    const { matched } = await pool.relate(spec, { ...work(), onProgress });
    expect(matched).toEqual((await inlineKernel.relate(spec, work())).matched);
    expect(Math.max(0, ...seen)).toBeLessThanOrEqual(rows.length);
  });

  it('stops at once when cancelled, and works on', async () => {
    const pool = createPool();
    const spec = {
      a: parcels,
      rows,
      b: parcels,
      bRows: null,
      kind: 'dWithin',
      distance: 900,
    } as const;
    const controller = new AbortController();
    const cancelled = pool.relate(spec, {
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    await expect(cancelled).rejects.toMatchObject({ name: 'AbortError' });
    const next = { a: parcels, rows, b: zones, bRows, kind: 'intersects' } as const;
    expect(await pool.relate(next, work())).toEqual(await inlineKernel.relate(next, work()));
  });

  it('fails when a worker dies, which is replaced', async () => {
    const pool = createPool();
    const spec = { a: parcels, rows, b: zones, bRows, kind: 'intersects' } as const;
    const before = started.length;
    const dying = pool.relate(spec, work());
    started[before]?.onerror?.(new ErrorEvent('error', { message: 'out of order' }));
    await expect(dying).rejects.toMatchObject({ code: 'engine-failed', message: 'out of order' });
    expect(await pool.relate(spec, work())).toEqual(await inlineKernel.relate(spec, work()));
  });
});
