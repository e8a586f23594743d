import type { Map as MapLibreMap } from 'maplibre-gl';
import { errorToData, isAbort } from '../domain/errors.ts';
import type { Layer } from '../domain/layer.ts';
import { drawnFields } from '../domain/style/drawn-fields.ts';
import { isFilled, labelZoom } from '../domain/style/large-layer.ts';
import type { Extent } from '../domain/units.ts';
import type { DrawTile, Engine } from '../engine/protocol.ts';
import type { AppState, LayerStatus } from '../state/app-state.ts';
import { extentContains } from './data/extents.ts';
import { createTileCache, type TileCache } from './data/tile-cache.ts';
import { tileNames } from './data/tile-names.ts';
import { viewExtent } from './data/view-extent.ts';
import { setSource } from './small-layers.ts';
import { sourceIds } from './style/source-ids.ts';

/** The layers too large to be drawn whole: the row groups in sight are asked for, drawn, and kept for a while. */
export interface LargeLayers {
  /** Asks for what the map shows of these layers and does not hold; a request that is overtaken, or that the reader stops, is cancelled. */
  request(layers: Layer[], status: AppState['layerStatus']): void;
  /** Whether the source of a layer's names is on the map. */
  isReady(layer: Layer): boolean;
  /** The row groups of a layer to be drawn now; the same objects as long as nothing changed. */
  tiles(layer: Layer): DrawTile[];
  destroy(): void;
}

/** Rows of one layer kept in memory: 20 MB for parcels, 8 MB of them on the graphics card. */
const MAX_HELD_ROWS = 90_000;

/** Share of the map's width and height asked for beyond each of its edges. */
const MARGIN_SHARE = 0.25;

/** Quiet time after a movement before anything is asked for. */
const DEBOUNCE_MS = 100;

interface Held {
  /** What the tiles were asked for: see `makeOf`. */
  make: string;
  version: string;
  cache: TileCache;
  /** To be drawn: those of the cache, or until these come, those made for the style before. */
  tiles: DrawTile[];
  /** What the last request was for, or is for. */
  asked: Extent | null;
  /** What the names on the map cover. */
  named: Extent | null;
  asking: AbortController | null;
  timer: number;
  hasFailed: boolean;
}

/** The large layers of a map; `onTiles` hears that there is more to draw, `onStatus` of each request. */
export function createLargeLayers(
  map: MapLibreMap,
  engine: Engine,
  onStatus: (layerId: string, status: LayerStatus) => void,
  onTiles: () => void,
): LargeLayers {
  const held = new Map<string, Held>();

  function heldOf(layer: Layer): Held {
    const { id } = layer;
    const make = makeOf(layer);
    const known = held.get(id);
    if (known?.make === make) return known;
    if (known) stop(known);
    const fresh: Held = {
      make,
      version: layer.file.version,
      cache: createTileCache(MAX_HELD_ROWS),
      tiles: known?.version === layer.file.version ? known.tiles : [],
      asked: null,
      named: null,
      asking: null,
      timer: 0,
      hasFailed: false,
    };
    held.set(id, fresh);
    return fresh;
  }

  async function ask(layer: Layer, entry: Held, extent: Extent): Promise<void> {
    const controller = new AbortController();
    entry.asking = controller;
    onStatus(layer.id, { kind: 'loading' });
    try {
      const request = {
        layer: layer.id,
        extent,
        fields: drawnFields(layer),
        held: entry.cache.held(),
        ...meshParts(layer),
      };
      const added = await engine.call('drawExtent', request, { signal: controller.signal });
      if (controller.signal.aborted) return;
      entry.cache.add(added);
      entry.cache.trim(extent);
      if (added.length > 0) entry.tiles = entry.cache.tiles();
      entry.named = null;
      onStatus(layer.id, { kind: 'ready' });
      onTiles();
    } catch (error) {
      if (isAbort(error)) return;
      entry.hasFailed = true;
      onStatus(layer.id, { kind: 'failed', error: errorToData(error) });
    }
  }

  function requestLayer(layer: Layer, status: LayerStatus | undefined): void {
    const entry = heldOf(layer);
    if (status?.kind === 'stopped') {
      stop(entry);
      entry.asked = null;
      return;
    }
    if (entry.hasFailed && status !== undefined) return;
    const seen = viewExtent(map, 0);
    if (!entry.hasFailed && entry.asked && extentContains(entry.asked, seen)) return;
    stop(entry);
    const extent = viewExtent(map, MARGIN_SHARE);
    entry.hasFailed = false;
    entry.asked = extent;
    entry.timer = window.setTimeout(() => void ask(layer, entry, extent), DEBOUNCE_MS);
  }

  function setNames(layer: Layer): void {
    const entry = heldOf(layer);
    const minZoom = labelZoom(layer) ?? 0;
    if (!layer.style.labelField || map.getZoom() < minZoom - 0.5) return;
    if (entry.named && extentContains(entry.named, viewExtent(map, 0))) return;
    entry.named = viewExtent(map, MARGIN_SHARE);
    setSource(map, sourceIds.labels(layer.id), tileNames(entry.tiles, entry.named));
  }

  return {
    request(layers, status) {
      for (const layer of layers) {
        if (map.getZoom() < (layer.minZoom ?? 0)) continue;
        requestLayer(layer, status[layer.id]);
        setNames(layer);
      }
    },
    isReady: (layer) => map.getSource(sourceIds.labels(layer.id)) !== undefined,
    tiles: (layer) => heldOf(layer).tiles,
    destroy: () => [...held.values()].forEach(stop),
  };
}

function stop({ timer, asking }: Held): void {
  window.clearTimeout(timer);
  asking?.abort();
}

/** What the tiles of a layer are made of; another version, or a style that needs more of them, wants others. */
function makeOf(layer: Layer): string {
  return JSON.stringify([layer.file.version, drawnFields(layer), meshParts(layer)]);
}

function meshParts(layer: Layer) {
  return { isFilled: isFilled(layer), isNamed: layer.style.labelField !== undefined };
}
