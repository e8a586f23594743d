import type { LayerSpecification } from 'maplibre-gl';
import { errorToData } from '../domain/errors.ts';
import type { LayerStatus } from '../state/app-state.ts';
import { createCamera } from './camera.ts';
import { createLazyDeck } from './deck/lazy-deck.ts';
import { createHighlights } from './highlights.ts';
import { createLargeLayers } from './large-layers.ts';
import type { MapHandle, MapOptions } from './map-options.ts';
import { createMapLibreMap } from './maplibre-map.ts';
import { pictureOf } from './picture.ts';
import { listenToPointer } from './pointer.ts';
import { reconcileLayers } from './reconcile-layers.ts';
import { createSmallLayers } from './small-layers.ts';
import { ANSWER_ANCHOR, anchorId, mapLayers, stackOf } from './stack.ts';
import { loadMapFonts } from './style/fonts.ts';
import { hatchImage } from './style/hatch.ts';
import { isLarge } from './style/large-layer.ts';
import { assertWebGl } from './webgl.ts';

/** Image pixels a screen pixel in the hatches. */
const HATCH_PIXEL_RATIO = 2;

/**
 * A map in `container`, kept in step with the store: it fetches from the engine what the state shows, draws it, and
 * reports what the reader does. A layer that fails is reported and the others go on; a lost graphics context is
 * restored.
 * @throws {AppError} `webgl-missing` before anything else, when the browser cannot draw it.
 */
export function createMap(options: MapOptions): MapHandle {
  assertWebGl();
  const { store, engine } = options;
  const map = createMapLibreMap(options);
  const drawn = new Map<string, LayerSpecification>();
  let isStyleThere = false;
  let areFontsThere = false;
  let isScheduled = false;
  let isDestroyed = false;

  const report = (id: string, status: LayerStatus) => {
    options.onLayerStatus(id, status);
    schedule();
  };
  const small = createSmallLayers(map, engine, report);
  const large = createLargeLayers(map, engine, options.onLayerStatus, schedule);
  const fail = (error: unknown) => options.onFailure?.(errorToData(error));
  const highlights = createHighlights(map, engine, schedule, fail);
  const deck = createLazyDeck(map, schedule, fail);
  const camera = createCamera(map, options);

  /** Everything is drawn by one pass over the state, at most one a turn, never inside a change of the state. */
  function schedule(): void {
    if (isScheduled || isDestroyed) return;
    isScheduled = true;
    queueMicrotask(() => {
      isScheduled = false;
      if (!isDestroyed) reconcile();
    });
  }

  function reconcile(): void {
    const state = store.getState();
    camera.follow(state);
    if (!isStyleThere) return;
    const stack = stackOf(state);
    const layers = stack.map(({ layer }) => layer);
    small.request(
      layers.filter((layer) => !isLarge(layer)),
      map.getZoom(),
      state.layerStatus,
    );
    large.request(layers.filter(isLarge), state.layerStatus);
    highlights.follow(state);
    const wanted = mapLayers(
      stack,
      (layer) => (isLarge(layer) ? large.isReady(layer) : small.isReady(layer)),
      highlights.selectionLayers(),
    );
    const nameable = areFontsThere ? wanted : wanted.filter(({ type }) => type !== 'symbol');
    reconcileLayers(map, nameable, drawn);
    const answer = highlights.answer();
    deck.draw({
      zoom: map.getZoom(),
      large: stack
        .filter(({ layer }) => isLarge(layer))
        .map((item) => ({
          ...item,
          tiles: large.tiles(item.layer),
          beforeId: anchorId(item.layer.id),
        })),
      answer: answer && { ...answer, beforeId: anchorId(ANSWER_ANCHOR) },
    });
  }

  map.on('style.load', () => {
    drawn.clear();
    for (const part of [small, large, highlights]) part.restore();
    isStyleThere = true;
    schedule();
  });
  map.on('webglcontextlost', () => {
    isStyleThere = false;
    deck.forget();
  });
  map.on('moveend', schedule);
  map.on('styleimagemissing', ({ id }) => {
    const image = hatchImage(id, HATCH_PIXEL_RATIO);
    if (image && !map.hasImage(id)) map.addImage(id, image, { pixelRatio: HATCH_PIXEL_RATIO });
  });
  listenToPointer(map, options);
  const unsubscribe = store.subscribe(schedule);
  loadMapFonts().then(() => {
    areFontsThere = true;
    schedule();
  });
  schedule();

  return {
    destroy() {
      isDestroyed = true;
      unsubscribe();
      for (const part of [small, large, highlights]) part.destroy();
      map.remove();
    },
    resize: () => map.resize(),
    picture: () => pictureOf(map),
  };
}
