import type { Map as MapLibreMap } from 'maplibre-gl';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Engine } from '../../src/engine/protocol.ts';
import { createLargeLayers } from '../../src/map/large-layers.ts';
import type { LayerStatus } from '../../src/state/app-state.ts';
import { createLayer } from '../helpers/create-catalogue.ts';

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('window', globalThis);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('the reading of a large layer ends when the reader stops it, and begins anew when it is asked for again', async () => {
  const signals: AbortSignal[] = [];
  const call = (_name: string, _request: unknown, { signal }: { signal: AbortSignal }) =>
    new Promise((_resolve, reject) => {
      signals.push(signal);
      signal.addEventListener('abort', () => reject(signal.reason));
    });
  const corners = [
    [2, 50],
    [3, 51],
  ];
  const map = {
    getZoom: () => 15,
    getBounds: () => ({ toArray: () => corners }),
  } as unknown as MapLibreMap;
  const status: Record<string, LayerStatus> = {};
  const large = createLargeLayers(
    map,
    { call } as unknown as Engine,
    (id, now) => {
      status[id] = now;
    },
    () => {},
  );
  const layer = createLayer({ id: 'parcelles' });
  const request = async () => {
    large.request([layer], status);
    await vi.runAllTimersAsync();
  };
  await request();
  expect(status.parcelles).toEqual({ kind: 'loading' });
  status.parcelles = { kind: 'stopped' };
  await request();
  expect(signals[0]?.aborted).toBe(true);
  expect(status.parcelles).toEqual({ kind: 'stopped' });
  expect(signals).toHaveLength(1);
  delete status.parcelles;
  await request();
  expect(signals).toHaveLength(2);
  expect(status.parcelles).toEqual({ kind: 'loading' });
});
