import { COMMUNE_LAYER } from '../domain/commune.ts';
import type { Extent, LngLat } from '../domain/units.ts';
import type { LayerInView } from '../domain/view-contents.ts';
import type { Engine } from '../engine/protocol.ts';
import type { AppState, ShownLayer } from './app-state.ts';
import type { AppStore } from './store.ts';

/** What is in sight, in degrees: its rectangle, its middle, and the zoom that layers are drawn by. */
export interface Sight {
  extent: Extent;
  middle: LngLat;
  zoom: number;
}

/**
 * Fills `inView` and `communesInView` from now on, some time after the map came to rest or the layers shown changed, until the function that it gives
 * is called; what is overtaken is cancelled. A layer that cannot be read is left out: its own row on the screen tells of it.
 */
export function followView(store: AppStore, engine: Engine): () => void {
  let looking = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let seen: unknown[] = [];

  async function look(): Promise<void> {
    const { signal } = looking;
    const state = store.getState();
    const sight = sightOf(state);
    if (!sight) return;
    const drawn = drawnLayers(state, sight.zoom);
    const looked = new Set([...drawn, ...communeLayer(state)]);
    const results = await Promise.allSettled(
      [...looked].map((id) => layerInView(engine, id, sight, signal)),
    );
    if (signal.aborted) return;
    const found = results.flatMap((one) => (one.status === 'fulfilled' ? one.value : []));
    const inView = found.filter(({ layer }) => drawn.includes(layer));
    const communesInView = found.find(({ layer }) => layer === COMMUNE_LAYER) ?? null;
    store.setState((now) => ({ ...now, inView, communesInView }));
  }

  function onState(state: AppState): void {
    const { view, shown, catalogue, flight, isPainted, isMapless } = state;
    if (!isPainted && !isMapless) return;
    const now = [view, shown, catalogue, isMapless && flight];
    if (now.every((part, i) => part === seen[i])) return;
    seen = now;
    looking.abort();
    looking = new AbortController();
    clearTimeout(timer);
    timer = setTimeout(() => void look(), REST_MS);
  }

  onState(store.getState());
  const unsubscribe = store.subscribe(onState);
  return () => {
    unsubscribe();
    clearTimeout(timer);
    looking.abort();
    store.setState((state) => ({ ...state, inView: null, communesInView: null }));
  };
}

/**
 * What the map has in sight; null until it has been anywhere. Where the browser draws no map it is the place that was last asked
 * for, or the whole territory.
 */
export function sightOf({ view, flight, isMapless, catalogue }: AppState): Sight | null {
  if (view?.extent) return { extent: view.extent, middle: [view.lng, view.lat], zoom: view.zoom };
  const extent = isMapless ? (flight?.extent ?? catalogue?.territory.extent) : undefined;
  if (!extent) return null;
  const [west, south, east, north] = extent;
  const zoom = Math.log2((360 * USUAL_WIDTH_PX) / (TILE_PX * Math.max(east - west, 1e-4)));
  return { extent, middle: [(west + east) / 2, (south + north) / 2], zoom };
}

/** The layers that are drawn at a zoom, topmost first. */
function drawnLayers({ shown, catalogue }: AppState, zoom: number): string[] {
  const isDrawn = ({ id, opacity }: ShownLayer) => {
    const layer = catalogue?.layers.find((one) => one.id === id);
    return layer && opacity > 0 && zoom >= (layer.minZoom ?? 0);
  };
  return shown.filter(isDrawn).map(({ id }) => id);
}

const communeLayer = ({ catalogue }: AppState): string[] =>
  catalogue?.layers.some(({ id }) => id === COMMUNE_LAYER) ? [COMMUNE_LAYER] : [];

function layerInView(
  engine: Engine,
  id: string,
  { extent, middle }: Sight,
  signal: AbortSignal,
): Promise<LayerInView[]> {
  const request = { extent, from: middle, layers: [id], listed: LISTED };
  return engine.call('inView', request, { signal });
}

/** How long the map must rest before it is looked at. */
const REST_MS = 300;
/** How many features of a layer are told one by one. */
const LISTED = 5;
/** The width of a map in pixels, where there is none, and of a tile of zoom 0. */
const USUAL_WIDTH_PX = 1024;
const TILE_PX = 512;
