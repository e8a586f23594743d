import { afterEach, describe, expect, it } from 'vitest';
import type { BasemapChoices } from '../../src/domain/basemap.ts';
import { createMap } from '../../src/map/create-map.ts';
import type { MapHandle } from '../../src/map/map-options.ts';
import { retryLayer, setBasemap, setLayerStatus } from '../../src/state/actions.ts';
import type { AppState } from '../../src/state/app-state.ts';
import { NETWORK_STATUS } from '../../src/state/basemap-actions.ts';
import { createAppStore } from '../../src/state/store.ts';
import { createCatalogue, createLayer } from '../helpers/create-catalogue.ts';
import { createSquare } from '../helpers/create-layer.ts';
import { createMemoryEngine } from '../map/create-memory-engine.ts';

const GREEN = [0, 120, 0];
const LAND = [230, 200, 160];
const SIZE_PX = 300;
const VIEW = { lng: 2.55, lat: 50.55, zoom: 15 };
const HOST = 'https://tiles.example';

/** What the host of the tiles does: it answers, knows no such tile, never ends, or is cut off. */
type Mood = 'answers' | 'not-found' | 'hangs' | 'cut';

const originalFetch = window.fetch;
let current: MapHandle | null = null;

afterEach(() => {
  window.fetch = originalFetch;
  current?.destroy();
  document.body.replaceChildren();
});

/** Puts a host of tiles, green all over, in the place of the network; `mood` may change at any time. */
async function createHost(mood: Mood) {
  const canvas = new OffscreenCanvas(256, 256);
  const context = canvas.getContext('2d')!;
  context.fillStyle = `rgb(${GREEN.join()})`;
  context.fillRect(0, 0, 256, 256);
  const tile = await canvas.convertToBlob({ type: 'image/png' });
  const host = { mood, asked: 0 };
  window.fetch = async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    if (!url.startsWith(HOST)) return originalFetch(input, init);
    host.asked += 1;
    if (host.mood === 'cut') throw new TypeError('Failed to fetch');
    if (host.mood === 'hangs') return new Promise(() => {});
    if (host.mood === 'not-found') return new Response(null, { status: 404 });
    return new Response(tile, { headers: { 'content-type': 'image/png' } });
  };
  return host;
}

function openMap() {
  const container = document.createElement('div');
  container.style.cssText = `width: ${SIZE_PX}px; height: ${SIZE_PX}px`;
  document.body.append(container);
  const style = { symbol: { fill: '#e6c8a0', fillOpacity: 1 } };
  const catalogue = createCatalogue([createLayer({ id: 'land', style, base: true })]);
  const photo = {
    id: 'photo',
    title: 'Photographies',
    tiles: `${HOST}/{z}/{x}/{y}.png`,
    attribution: '© Exemple',
    attributionUrl: HOST,
    maxZoom: 18,
    over: 'plan',
  };
  catalogue.territory.basemaps = { details: [], network: [photo] } as BasemapChoices;
  const shown = [{ id: 'land', opacity: 1 }];
  const store = createAppStore({ catalogue, view: VIEW, shown, basemap: 'photo' });
  const wide = { type: 'Feature', geometry: createSquare(2.5, 50.5, 0.1), properties: { id: '0' } };
  const land = { type: 'FeatureCollection', features: [wide] } as GeoJSON.FeatureCollection;
  current = createMap({
    container,
    store,
    engine: createMemoryEngine({ layers: { land } }),
    onViewChange: (view) => store.setState({ view }),
    onZoom: (zoom) => store.setState({ zoom }),
    onClick: () => {},
    onLayerStatus: (id, status) => store.setState((now) => setLayerStatus(now, id, status)),
  });
  return { map: current, store };
}

const statusOf = (state: AppState) => state.layerStatus[NETWORK_STATUS]?.kind;

async function expectColour(map: MapHandle, wanted: number[]): Promise<void> {
  const distance = async () => {
    const image = await createImageBitmap(await map.picture());
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(image.width / 2, image.height / 2, 1, 1);
    return Math.max(...wanted.map((value, i) => Math.abs(value - data[i]!)));
  };
  await expect.poll(distance, { timeout: 20_000 }).toBeLessThan(12);
}

describe('a basemap of the network', () => {
  it('hides the plan once its tiles are there, and makes room for it again', async () => {
    await createHost('answers');
    const { map, store } = openMap();
    await expectColour(map, GREEN);
    expect(statusOf(store.getState())).toBe('ready');
    store.setState((state) => setBasemap(state, 'plan'));
    await expectColour(map, LAND);
  });

  it('leaves the plan to be seen while a host is slow', async () => {
    const host = await createHost('hangs');
    const { map, store } = openMap();
    await expect.poll(() => host.asked, { timeout: 20_000 }).toBeGreaterThan(0);
    await expectColour(map, LAND);
    expect(statusOf(store.getState())).toBe('loading');
  });

  it.each(['not-found', 'cut'] as const)(
    'leaves the plan where tiles are %s, says whose, and asks again when told to',
    async (mood) => {
      const host = await createHost(mood);
      const { map, store } = openMap();
      await expect.poll(() => statusOf(store.getState()), { timeout: 20_000 }).toBe('failed');
      expect(store.getState().layerStatus[NETWORK_STATUS]).toMatchObject({
        error: {
          code: 'basemap-unreachable',
          context: { title: 'Photographies', host: 'tiles.example' },
        },
      });
      await expectColour(map, LAND);
      host.mood = 'answers';
      store.setState((state) => retryLayer(state, NETWORK_STATUS));
      await expectColour(map, GREEN);
      expect(statusOf(store.getState())).toBe('ready');
    },
  );
});
