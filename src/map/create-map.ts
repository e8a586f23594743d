import { errorToData } from '../domain/errors.ts';
import { isLarge } from '../domain/style/large-layer.ts';
import type { GeometryColumn } from '../geo/geometry-column.ts';
import type { AppState } from '../state/app-state.ts';
import { createLazyBackdrop } from './backdrop/lazy-backdrop.ts';
import { createCamera } from './camera.ts';
import { changesMap } from './changes-map.ts';
import { createChoropleth } from './choropleth.ts';
import { createTileSources } from './data/tile-source.ts';
import { createLazyDeck } from './deck/lazy-deck.ts';
import { createMapDrawing } from './draw/map-drawing.ts';
import { drawState, type MapParts } from './draw-state.ts';
import { createFirstRest } from './first-rest.ts';
import { createLargeLayers, type LargeLayers } from './large-layers.ts';
import { createLazyComparison } from './lazy-comparison.ts';
import { createLazyHighlights } from './lazy-highlights.ts';
import type { MapHandle, MapOptions } from './map-options.ts';
import { createMapLibreMap } from './maplibre-map.ts';
import { createLazyMeasure } from './measure/lazy-measure.ts';
import { pictureOf } from './picture.ts';
import { listenToPointer } from './pointer.ts';
import { createSmallLayers } from './small-layers.ts';
import { stackOf } from './stack.ts';
import { loadMapFonts } from './style/fonts.ts';
import { hatchImage } from './style/hatch.ts';
import { pointImage } from './style/point-image.ts';
import { assertWebGl } from './webgl.ts';

/** Image pixels a screen pixel in the hatches. */
const IMAGE_PIXEL_RATIO = 2;

/**
 * A map in `container`, kept in step with the store: it fetches from the engine what the state shows, draws it, and
 * reports what the reader does. A layer that fails is reported and the others go on; a map whose graphics context was
 * lost is made anew.
 * @throws {AppError} `webgl-missing` before anything else, when the browser cannot draw it.
 */
export function createMap(options: MapOptions): MapHandle {
  assertWebGl();
  const reopen = () => {
    current.destroy();
    current = openMap(options, options.store.getState().flight?.serial ?? 0, reopen);
  };
  let current = openMap(options, 0, reopen);
  return {
    destroy: () => current.destroy(),
    resize: () => current.resize(),
    picture: () => current.picture(),
  };
}

/**
 * A map that lives as long as its graphics context; flights up to the number `flown` are past. Nothing that deck.gl
 * made survives a lost context, and it keeps its device with the context: hence a new map, not a mended one.
 */
function openMap(options: MapOptions, flown: number, onContextRestored: () => void): MapHandle {
  const { store } = options;
  const lifetime = new AbortController();
  let isStyleThere = false;
  const schedule = createScheduler(lifetime.signal, () => {
    camera.follow(store.getState());
    if (isStyleThere) drawState(parts, store.getState());
  });
  const parts = createParts(options, schedule);
  const { map } = parts;
  const camera = createCamera(map, options, flown);
  map.on('style.load', () => {
    isStyleThere = true;
    schedule();
  });
  map.on('webglcontextlost', () => {
    isStyleThere = false;
    parts.deck.remove();
  });
  map.on('webglcontextrestored', onContextRestored);
  map.on('moveend', () => {
    if (!camera.isLed()) schedule();
  });
  listenToPointer(map, {
    ...options,
    onClick(at, radius) {
      const isTaken = parts.drawing.takesClick() || parts.measure.takesClick();
      if (!isTaken) options.onClick(at, radius);
    },
  });
  let seen = store.getState();
  const unsubscribe = store.subscribe((state) => {
    if (changesMap(state, seen)) schedule();
    seen = state;
  });
  loadMapFonts().then(() => {
    parts.areFontsThere = true;
    schedule();
  });
  schedule();
  return {
    destroy() {
      lifetime.abort();
      unsubscribe();
      for (const part of [
        parts.small,
        parts.large,
        parts.highlights,
        parts.comparison,
        parts.choropleth,
        parts.drawing,
        parts.measure,
        parts.backdrop,
      ])
        part.destroy();
      map.remove();
    },
    resize: () => resizeMap(map, options),
    picture: () => pictureOf(map),
  };
}

function createParts(options: MapOptions, schedule: () => void): MapParts {
  const { engine, onLayerStatus, onFailure } = options;
  const map = createMapLibreMap(options);
  map.on('styleimagemissing', ({ id }) => {
    const image = hatchImage(id, IMAGE_PIXEL_RATIO) ?? pointImage(id, IMAGE_PIXEL_RATIO);
    if (image && !map.hasImage(id)) map.addImage(id, image, { pixelRatio: IMAGE_PIXEL_RATIO });
  });
  const tiles = createTileSources(map);
  map.once('remove', tiles.destroy);
  const small = createSmallLayers(map, tiles, engine, (id, status) => {
    onLayerStatus(id, status);
    schedule();
    // Nothing is drawn of it, and the map that waits for it is to come to rest.
    if (status.kind === 'failed') map.triggerRepaint();
  });
  const large = createLargeLayers(map, engine, onLayerStatus, schedule);
  const isWhole = () => options.store.getState().catalogue !== null && !small.isLoading();
  const onRest = createFirstRest(map, isWhole);
  onRest(() => options.onFirstIdle?.());
  const fail = (error: unknown) => onFailure?.(errorToData(error));
  map.on('error', (event) => {
    // Who gives a tile tells why it did not come; MapLibre hears of it once more, or of a page that is left while tiles come.
    if (!('tile' in event)) fail(event.error);
  });
  return {
    map,
    small,
    large,
    highlights: createLazyHighlights(map, engine, onRest, schedule, fail),
    comparison: createLazyComparison(map, engine, schedule, fail),
    choropleth: createChoropleth(map, engine, schedule, fail),
    drawing: createMapDrawing(map, {
      corners: () => cornersOf(options.store.getState(), large),
      onOutline: (geometry) => options.onOutline?.(geometry),
      onFailure: fail,
    }),
    measure: createLazyMeasure(
      map,
      {
        corners: () => cornersOf(options.store.getState(), large),
        format: options.formatLength ?? String,
        onStep: (step) => options.onMeasure?.(step),
      },
      schedule,
      fail,
    ),
    backdrop: createLazyBackdrop(map, options, onRest, schedule, fail),
    deck: createLazyDeck(map, onRest, schedule, fail),
    drawn: new Map(),
    areFontsThere: false,
  };
}

/** Takes the new size of a map; one that the page enlarges is drawn with as many more pixels, so that it is not blurred. */
function resizeMap(map: MapParts['map'], { container }: MapOptions): void {
  const scale = container.getBoundingClientRect().width / container.offsetWidth || 1;
  const ratio = window.devicePixelRatio * scale;
  if (Math.abs(ratio - map.getPixelRatio()) > 0.01) map.setPixelRatio(ratio);
  else map.resize();
}

/** The outlines of the large layers that are drawn: parcels, buildings. */
function cornersOf(state: AppState, large: LargeLayers): GeometryColumn[] {
  return stackOf(state)
    .filter(({ layer }) => isLarge(layer))
    .flatMap(({ layer }) => large.tiles(layer).map(({ geometry }) => geometry));
}

/** A function that calls `run` once at the end of the turn, however often it is called, never inside another change. */
function createScheduler(signal: AbortSignal, run: () => void): () => void {
  let isScheduled = false;
  return () => {
    if (isScheduled || signal.aborted) return;
    isScheduled = true;
    queueMicrotask(() => {
      isScheduled = false;
      if (!signal.aborted) run();
    });
  };
}
