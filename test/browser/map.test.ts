import type { Feature, FeatureCollection, Geometry } from 'geojson';
import { afterEach, describe, expect, it } from 'vitest';
import type { Change } from '../../src/domain/change.ts';
import type { Layer } from '../../src/domain/layer.ts';
import { hexToRgb } from '../../src/domain/style/colour.ts';
import { geometriesToColumn } from '../../src/geo/from-geojson.ts';
import { createMap } from '../../src/map/create-map.ts';
import type { MapHandle, MapOptions } from '../../src/map/map-options.ts';
import { CHANGE_COLOURS } from '../../src/map/style/change-symbols.ts';
import { setLayerStatus } from '../../src/state/actions.ts';
import type { AppState } from '../../src/state/app-state.ts';
import { createAppStore } from '../../src/state/store.ts';
import { createCatalogue, createLayer } from '../helpers/create-catalogue.ts';
import { createSquare } from '../helpers/create-layer.ts';
import { createMemoryEngine, type MemoryEngine } from '../map/create-memory-engine.ts';

const RED = [230, 0, 0];
const BLUE = [0, 0, 230];
const PAPER = [251, 250, 246];
const YELLOW = [255, 210, 31];
const INK = [28, 37, 48];
const ADDED = [...hexToRgb(CHANGE_COLOURS.added)];

/** Where the map looks: a pixel is 1.5 m, the squares below cover it. */
const VIEW = { lng: 2.55, lat: 50.55, zoom: 15 };
const SIZE_PX = 400;

const opened: MapHandle[] = [];

afterEach(() => {
  for (const map of opened.splice(0)) map.destroy();
  document.body.replaceChildren();
});

function collect(...geometries: Geometry[]): FeatureCollection {
  const features = geometries.map(
    (geometry, row): Feature => ({ type: 'Feature', geometry, properties: { id: String(row) } }),
  );
  return { type: 'FeatureCollection', features };
}

function createSheet(id: string, fill: string, changes: Partial<Layer> = {}): Layer {
  return createLayer({ id, style: { symbol: { fill, fillOpacity: 1 } }, ...changes });
}

const wide = createSquare(2.5, 50.5, 0.1);

/** A square around the centre of the view, its sides 29.25 pixels to the left and right. */
const HALF_SIDE = (29.25 * 360) / (512 * 2 ** VIEW.zoom);
const small = createSquare(VIEW.lng - HALF_SIDE, VIEW.lat - HALF_SIDE, 2 * HALF_SIDE);

/** Pixels from the centre to where the middle of a highlight's yellow, and of its ink, lie on the right. */
const YELLOW_AT = 29;
const INK_AT = 31;

const NOTHING = { geometry: geometriesToColumn([]), rows: new Uint32Array(), columns: {} };

/** A comparison in which the small square was added. */
const SHAPES = {
  changes: {
    geometry: geometriesToColumn([small]),
    rows: Uint32Array.of(0),
    columns: { change: ['added'] },
  },
  unchanged: NOTHING,
};

const GROUND = { red: collect(wide), blue: collect(wide), parcels: collect(small, wide) };

function openMap(
  given: Partial<AppState> & { layers: Layer[]; broken?: string[] },
  changes: Partial<MapOptions> = {},
) {
  const { layers, broken, ...state } = given;
  const container = document.createElement('div');
  container.style.cssText = `width: ${SIZE_PX}px; height: ${SIZE_PX}px`;
  document.body.append(container);
  const store = createAppStore({ catalogue: createCatalogue(layers), view: VIEW, ...state });
  const answers = { found: { layer: 'parcels', rows: [0] } };
  const engine = createMemoryEngine({
    layers: GROUND,
    shapes: SHAPES,
    answers,
    broken: broken ?? [],
  });
  const map = createMap({
    container,
    store,
    engine,
    onViewChange: (view) => store.setState({ view }),
    onZoom: (zoom) => store.setState({ zoom }),
    onClick: () => {},
    onLayerStatus: (id, status) => store.setState((now) => setLayerStatus(now, id, status)),
    ...changes,
  });
  opened.push(map);
  return { map, store, engine, container };
}

/** The layers that were asked for, in order. */
const read = ({ asked }: MemoryEngine) =>
  asked
    .filter(({ name }) => name === 'openTiles')
    .map(({ request }) => (request as { layer: string }).layer);

const turnOn = (...ids: string[]) => ids.map((id) => ({ id, opacity: 1 }));

/** Colour of the picture at an offset from its centre, in pixels. */
async function colourAt(map: MapHandle, dx = 0, dy = 0): Promise<number[]> {
  const image = await createImageBitmap(await map.picture());
  const context = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
  context.drawImage(image, 0, 0);
  const scale = image.width / SIZE_PX;
  const [x, y] = [dx, dy].map((offset) => Math.round((SIZE_PX / 2 + offset) * scale));
  return [...context.getImageData(x!, y!, 1, 1).data].slice(0, 3);
}

async function expectColour(map: MapHandle, wanted: number[], dx = 0, dy = 0): Promise<void> {
  await expect
    .poll(async () => distance(await colourAt(map, dx, dy), wanted), { timeout: 20_000 })
    .toBeLessThan(12);
}

const distance = (a: number[], b: number[]) =>
  Math.max(...a.map((value, i) => Math.abs(value - b[i]!)));

describe('the map', () => {
  const red = createSheet('red', '#e60000');
  const blue = createSheet('blue', '#0000e6');

  it('draws what the state turns on and drops what it turns off', async () => {
    const { map, store } = openMap({ layers: [red], shown: turnOn('red') });
    await expectColour(map, RED);
    store.setState({ shown: [] });
    await expectColour(map, PAPER);
    store.setState({ shown: turnOn('red') });
    await expectColour(map, RED);
  });

  it('draws the first of the shown layers on top, and follows their order and opacity', async () => {
    const { map, store } = openMap({ layers: [red, blue], shown: turnOn('red', 'blue') });
    await expectColour(map, RED);
    store.setState({ shown: turnOn('blue', 'red') });
    await expectColour(map, BLUE);
    store.setState({ shown: [{ id: 'red', opacity: 0.5 }, ...turnOn('blue')] });
    await expectColour(map, [115, 0, 115]);
  });

  it('asks for a layer once, and not before its least zoom', async () => {
    const far = createSheet('blue', '#0000e6', { minZoom: 17 });
    const { map, store, engine } = openMap({ layers: [red, far], shown: turnOn('red', 'blue') });
    await expectColour(map, RED);
    store.setState({ shown: turnOn('blue', 'red') });
    expect(read(engine)).toEqual(['red']);
    store.setState({ view: { ...VIEW, zoom: 17.5 } });
    await expectColour(map, BLUE);
    expect(read(engine)).toEqual(['red', 'blue']);
  });

  it('reports a layer that fails, draws the others, and asks again when told to', async () => {
    const { map, store, engine } = openMap({
      layers: [red, blue],
      shown: turnOn('blue', 'red'),
      broken: ['blue'],
    });
    await expectColour(map, RED);
    expect(store.getState().layerStatus).toMatchObject({
      red: { kind: 'ready' },
      blue: { kind: 'failed', error: { code: 'layer-missing' } },
    });
    const before = engine.asked.length;
    store.setState({ layerStatus: {} });
    await expect.poll(() => engine.asked.length).toBe(before + 1);
  });

  it('draws a large layer by extent', async () => {
    const file = { path: 'x', bytes: 1, rows: 270_000, version: 'aaaa1111' };
    const parcels = createSheet('parcels', '#e60000', { file, minZoom: 14 });
    const { map, store, engine } = openMap({ layers: [parcels], shown: turnOn('parcels') });
    await expectColour(map, RED);
    expect(engine.asked[0]).toMatchObject({ name: 'drawExtent', request: { held: [] } });
    store.setState({ shown: [] });
    await expectColour(map, PAPER);
  });

  it('highlights the features of an answer in yellow edged with ink', async () => {
    const parcels = createSheet('parcels', '#0000e6');
    const answer = { id: 'found', count: 1, question: { target: 'parcels' } };
    const { map, store } = openMap({ layers: [parcels], shown: turnOn('parcels') });
    store.setState({ answer: { kind: 'ready', answer } } as Partial<AppState>);
    await expectColour(map, YELLOW, YELLOW_AT);
    await expectColour(map, INK, INK_AT);
    store.setState({ answer: { kind: 'none' } });
    await expectColour(map, BLUE, YELLOW_AT);
  });

  it('rings the chosen feature', async () => {
    const { map, store } = openMap({ layers: [red], shown: turnOn('red') });
    await expectColour(map, RED, YELLOW_AT);
    store.setState({ selection: { layer: 'parcels', key: '0' } });
    await expectColour(map, INK, YELLOW_AT);
    store.setState({ selection: null });
    await expectColour(map, RED, YELLOW_AT);
  });
});

describe('a comparison', () => {
  const red = createSheet('red', '#e60000');
  const comparison = { layer: 'red', from: '00000000', to: '11111111' };
  const diff = { kind: 'ready', from: red, to: red, diff: {} };
  const compared = { screen: 'donnees', comparison, diff } as unknown as Partial<AppState>;

  it('takes the place of the layer whose versions are compared, on its own screen', async () => {
    const { map, store } = openMap({ layers: [red], shown: turnOn('red'), ...compared });
    await expectColour(map, ADDED, YELLOW_AT);
    await expectColour(map, PAPER, 3 * YELLOW_AT);
    store.setState({ screen: 'carte' });
    await expectColour(map, RED, YELLOW_AT);
  });

  it('rings the change that is chosen', async () => {
    const { map, store } = openMap({ layers: [red], shown: turnOn('red'), ...compared });
    await expectColour(map, ADDED, YELLOW_AT);
    const to = { ...red, id: 'parcels' };
    store.setState({ diff: { ...diff, to } } as unknown as Partial<AppState>);
    const change = {
      kind: 'added',
      key: '0',
      rowBefore: null,
      rowAfter: 0,
      fields: [],
    } satisfies Change;
    store.setState({ change: { ...change, isInSight: false } });
    await expectColour(map, INK, YELLOW_AT);
    store.setState({ change: null });
    await expectColour(map, ADDED, YELLOW_AT);
  });
});

describe('the camera', () => {
  const red = createSheet('red', '#e60000');

  it('looks where the address says, flies where it is told, and reports where it is', async () => {
    const { map, store } = openMap({ layers: [red], shown: turnOn('red') });
    await expectColour(map, RED);
    store.setState({ flight: { extent: [2.7, 50.7, 2.8, 50.8], serial: 1 } });
    await expect.poll(() => store.getState().view?.lng, { timeout: 20_000 }).toBeCloseTo(2.75, 3);
    await expectColour(map, PAPER);
  });

  it('says where it was clicked, and within how many metres', async () => {
    const clicks: [number, number, number][] = [];
    const { map, container } = openMap(
      { layers: [red], shown: turnOn('red') },
      { onClick: ([lng, lat], radius) => clicks.push([lng, lat, radius]) },
    );
    await expectColour(map, RED);
    const canvas = container.querySelector('canvas')!;
    const { left, top } = canvas.getBoundingClientRect();
    const at = { clientX: left + SIZE_PX / 2, clientY: top + SIZE_PX / 2, bubbles: true };
    for (const type of ['mousedown', 'mouseup', 'click']) {
      canvas.dispatchEvent(new MouseEvent(type, at));
    }
    expect(clicks).toHaveLength(1);
    expect(clicks[0]![0]).toBeCloseTo(VIEW.lng, 4);
    expect(clicks[0]![1]).toBeCloseTo(VIEW.lat, 4);
    expect(clicks[0]![2]).toBeCloseTo(5 * 1.518, 1);
  });
});

describe('the graphics context', () => {
  it('is restored with all that was drawn when it was lost', async () => {
    const red = createSheet('red', '#e60000');
    const answer = { id: 'found', count: 1, question: { target: 'parcels' } };
    const { map, container } = openMap({
      layers: [red],
      shown: turnOn('red'),
      answer: { kind: 'ready', answer } as never,
    });
    await expectColour(map, YELLOW, YELLOW_AT);
    const canvas = container.querySelector('canvas')!;
    const extension = canvas.getContext('webgl2')!.getExtension('WEBGL_lose_context')!;
    const lost = new Promise((resolve) => {
      canvas.addEventListener('webglcontextlost', resolve, { once: true });
    });
    extension.loseContext();
    await lost;
    await new Promise(requestAnimationFrame);
    extension.restoreContext();
    await expect.poll(() => container.querySelector('canvas') !== canvas).toBe(true);
    await expectColour(map, RED, 100, 0);
    await expectColour(map, YELLOW, YELLOW_AT);
  });

  it('is missed before anything else where the browser has none', () => {
    const original = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = () => null;
    try {
      expect(() => openMap({ layers: [] })).toThrowError(
        expect.objectContaining({ code: 'webgl-missing' }),
      );
    } finally {
      HTMLCanvasElement.prototype.getContext = original;
    }
  });
});
