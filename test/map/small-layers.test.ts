import type { Map as MapLibreMap } from 'maplibre-gl';
import { describe, expect, it } from 'vitest';
import type { Progress } from '../../src/domain/progress.ts';
import type { Engine } from '../../src/engine/protocol.ts';
import { geometriesToColumn } from '../../src/geo/from-geojson.ts';
import { createSmallLayers } from '../../src/map/small-layers.ts';
import type { LayerStatus } from '../../src/state/app-state.ts';
import { createLayer } from '../helpers/create-catalogue.ts';

const layer = createLayer({ id: 'zae' });
const BATCH = { geometry: geometriesToColumn([]), rows: new Uint32Array(), columns: {} };

/** Small layers over an engine whose readings stay open until the test ends them. */
function createSmall() {
  const calls: { signal: AbortSignal; tell: (progress: Progress) => void; end: () => void }[] = [];
  const call = (_name: string, _request: unknown, { signal, onProgress }: CallOptions) =>
    new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason));
      calls.push({ signal, tell: onProgress, end: () => resolve(BATCH) });
    });
  const sources = new Set<string>();
  const map = { getSource: () => undefined, addSource: (id: string) => sources.add(id) };
  const status: Record<string, LayerStatus> = {};
  const small = createSmallLayers(
    map as unknown as MapLibreMap,
    { set: (id) => sources.add(id), destroy: () => {} },
    { call } as unknown as Engine,
    (id, now) => {
      status[id] = now;
    },
  );
  const request = (layers = [layer]) => small.request(layers, 12, status);
  return { small, calls, status, request };
}

interface CallOptions {
  signal: AbortSignal;
  onProgress: (progress: Progress) => void;
}

const progressOf = (done: number): Progress => ({
  phase: 'download',
  layer: 'zae',
  done,
  total: 1000,
});

describe('the reading of a layer', () => {
  it('tells its bytes, not each of them', () => {
    const { calls, status, request } = createSmall();
    request();
    calls[0]?.tell(progressOf(500));
    calls[0]?.tell(progressOf(510));
    expect(status.zae).toEqual({ kind: 'loading', progress: progressOf(500) });
  });

  it('ends when the reader stops it, and begins anew when it is asked for again', async () => {
    const { small, calls, status, request } = createSmall();
    request();
    status.zae = { kind: 'stopped' };
    request();
    expect(calls[0]?.signal.aborted).toBe(true);
    calls[0]?.tell(progressOf(900));
    expect(status.zae).toEqual({ kind: 'stopped' });
    delete status.zae;
    request();
    calls[1]?.end();
    await new Promise(setImmediate);
    expect(status.zae).toEqual({ kind: 'ready' });
    expect(small.isReady(layer)).toBe(true);
  });

  it('ends when the layer is turned off, and not when it is there already', async () => {
    const { small, calls, request } = createSmall();
    request();
    request([]);
    expect(calls[0]?.signal.aborted).toBe(true);
    request();
    expect(small.isLoading()).toBe(true);
    calls[1]?.end();
    await new Promise(setImmediate);
    expect(small.isLoading()).toBe(false);
    request([]);
    request();
    expect(calls).toHaveLength(2);
    expect(small.isReady(layer)).toBe(true);
  });
});
