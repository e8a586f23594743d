import type { FeatureCollection } from 'geojson';
import type { Map as MapLibreMap } from 'maplibre-gl';
import { errorToData, isAbort } from '../domain/errors.ts';
import type { Layer } from '../domain/layer.ts';
import type { Progress } from '../domain/progress.ts';
import { drawnFields, populationField } from '../domain/style/drawn-fields.ts';
import { labelZoom } from '../domain/style/large-layer.ts';
import { hasDashedBorders } from '../domain/style/line-scale.ts';
import type { DrawBatch, Engine } from '../engine/protocol.ts';
import { FINEST_ZOOM } from '../geo/tiles/tile-shapes.ts';
import type { AppState, LayerStatus } from '../state/app-state.ts';
import { borderLines } from './data/border-lines.ts';
import { labelPoints } from './data/label-points.ts';
import type { TileSources } from './data/tile-source.ts';
import { sourceIds } from './style/source-ids.ts';

/** The layers that MapLibre draws whole: read by the engine once, when first seen, which then gives their tiles. */
export interface SmallLayers {
  /**
   * Asks for those of `layers` that the zoom shows and that are neither there nor on their way; smallest file first. Cancels what is
   * on its way and is not among them any more, or which the reader has stopped.
   */
  request(layers: Layer[], zoom: number, status: AppState['layerStatus']): void;
  /** Whether the sources of a layer, in its present version, are on the map. */
  isReady(layer: Layer): boolean;
  /** Whether any of them is on its way. */
  isLoading(): boolean;
  /** Cancels what is on its way. */
  destroy(): void;
}

/** Zoom levels before `minZoom` at which a layer is asked for, so that it is there in time. */
const AHEAD_ZOOM = 0.25;

/** How often the reading of a layer is told of at most: each time may draw the map anew. */
const PROGRESS_STEPS = 50;

interface Held {
  /** What the sources were made of: see `makeOf`. */
  make: string;
  status: LayerStatus['kind'];
  /** Whether the state has taken notice of the failure: once it forgets it again, the layer is asked for anew. */
  isFailureKnown: boolean;
  reading: AbortController;
}

/** The small layers of a map; `onStatus` hears of each change, after the map was changed. */
export function createSmallLayers(
  map: MapLibreMap,
  tiles: TileSources,
  engine: Engine,
  onStatus: (layerId: string, status: LayerStatus) => void,
): SmallLayers {
  const held = new Map<string, Held>();

  async function load(layer: Layer): Promise<void> {
    held.get(layer.id)?.reading.abort();
    const reading = new AbortController();
    const { signal } = reading;
    const entry: Held = { make: makeOf(layer), status: 'loading', isFailureKnown: false, reading };
    held.set(layer.id, entry);
    onStatus(layer.id, { kind: 'loading' });
    try {
      let told = 0;
      const onProgress = (progress: Progress) => {
        if (signal.aborted || progress.done - told < progress.total / PROGRESS_STEPS) return;
        told = progress.done;
        onStatus(layer.id, { kind: 'loading', progress });
      };
      const request = { layer: layer.id, fields: drawnFields(layer) };
      const [batch] = await Promise.all([
        needsShapes(layer) ? engine.call('drawLayer', request, { signal }) : null,
        engine.call('openTiles', { layer: layer.id }, { signal, onProgress }),
      ]);
      if (signal.aborted) return;
      tiles.set(sourceIds.features(layer.id), layer.extent, (place, tileSignal) => {
        const asked = { layer: layer.id, fields: fieldsAt(layer, place[0]), place };
        const tile = engine.call('layerTile', asked, { signal: tileSignal });
        tile.catch((error) => fail(layer.id, entry, error));
        return tile;
      });
      if (batch) for (const [id, data] of sourcesOf(layer, batch)) setSource(map, id, data);
      entry.status = 'ready';
      onStatus(layer.id, { kind: 'ready' });
    } catch (error) {
      fail(layer.id, entry, error);
    }
  }

  function fail(id: string, entry: Held, error: unknown): void {
    if (isAbort(error) || held.get(id) !== entry) return;
    entry.status = 'failed';
    onStatus(id, { kind: 'failed', error: errorToData(error) });
  }

  /** Stops a reading; the layer is asked for anew when it is wanted again. */
  function cancel(id: string, { reading }: Held): void {
    reading.abort();
    held.delete(id);
  }

  function isWanted(layer: Layer, status: LayerStatus | undefined): boolean {
    if (status?.kind === 'stopped') return false;
    const entry = held.get(layer.id);
    if (!entry || entry.make !== makeOf(layer)) return true;
    if (entry.status !== 'failed') return false;
    if (status?.kind === 'failed') entry.isFailureKnown = true;
    return entry.isFailureKnown && status === undefined;
  }

  return {
    request(layers, zoom, status) {
      const ids = new Set(layers.map(({ id }) => id));
      for (const [id, entry] of held) {
        const isLeft = !ids.has(id) || status[id]?.kind === 'stopped';
        if (entry.status === 'loading' && isLeft) cancel(id, entry);
      }
      layers
        .filter((layer) => zoom >= (layer.minZoom ?? 0) - AHEAD_ZOOM)
        .filter((layer) => isWanted(layer, status[layer.id]))
        .sort((a, b) => a.file.bytes - b.file.bytes)
        .forEach((layer) => void load(layer));
    },
    isReady(layer) {
      const entry = held.get(layer.id);
      return entry?.make === makeOf(layer) && entry.status === 'ready';
    },
    isLoading: () => [...held.values()].some(({ status }) => status === 'loading'),
    destroy() {
      for (const { reading } of held.values()) reading.abort();
    },
  };
}

/** Changes when the sources of a layer must be made anew: another version, or a style that needs other fields or borders. */
function makeOf(layer: Layer): string {
  const { labelField = '' } = layer.style;
  return [layer.file.version, labelField, hasDashedBorders(layer), ...drawnFields(layer)].join();
}

/**
 * Gives a GeoJSON source of the map its data, adding the source when it is not there. Outlines are simplified by `tolerance` pixels
 * of a tile of 512; at 0, nothing is left out, not even a polygon whose halves cancel each other.
 */
export function setSource(
  map: MapLibreMap,
  id: string,
  data: FeatureCollection,
  tolerance = 0.3,
): void {
  const source = map.getSource(id);
  if (source) (source as unknown as { setData(data: FeatureCollection): void }).setData(data);
  else map.addSource(id, { type: 'geojson', data, maxzoom: FINEST_ZOOM, tolerance });
}

/** Whether names or borders of a layer are made from all its shapes at once. */
function needsShapes(layer: Layer): boolean {
  const isNamed = layer.style.labelField !== undefined;
  return layer.geometry === 'polygon' && (isNamed || hasDashedBorders(layer));
}

/** The names of polygons stand in their middle, and their dashes run along each border once: sources of their own. */
function sourcesOf(layer: Layer, batch: DrawBatch): Map<string, FeatureCollection> {
  const sources = new Map<string, FeatureCollection>();
  if (layer.style.labelField) {
    const points = labelPoints(batch, populationField(layer)?.name);
    sources.set(sourceIds.labels(layer.id), points);
  }
  if (hasDashedBorders(layer)) sources.set(sourceIds.borders(layer.id), borderLines(batch));
  return sources;
}

/** The fields that the tiles of a zoom need: no names where none are drawn. */
function fieldsAt(layer: Layer, zoom: number): string[] {
  const { field, labelField, proportional } = layer.style;
  const isNamed = layer.geometry !== 'polygon' && zoom + 1 > (labelZoom(layer) ?? 0);
  const fields = [field, proportional?.field, isNamed ? labelField : undefined];
  return [...new Set(fields.filter((name) => name !== undefined))];
}
