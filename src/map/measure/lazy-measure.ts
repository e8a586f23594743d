import type { Map as MapLibreMap } from 'maplibre-gl';
import { createLazyPart } from '../lazy-part.ts';
import type { MapMeasure, MapMeasureOptions } from './map-measure.ts';

/** What is measured on a map, fetched when something is first measured or marked. */
export interface LazyMeasure extends MapMeasure {
  /** Whether a click belongs to what is being measured, or to the double-click that ended it. */
  takesClick(): boolean;
}

/** Longest time between the two clicks of a double-click, in milliseconds. */
const DOUBLE_CLICK_MS = 500;

/** The measure of a map; `onReady` is told when it can be drawn. */
export function createLazyMeasure(
  map: MapLibreMap,
  options: MapMeasureOptions,
  onReady: () => void,
  onFailure: (error: unknown) => void,
): LazyMeasure {
  const part = createLazyPart<MapMeasure>(
    async () => {
      const { createMapMeasure } = await import('./map-measure.ts');
      return () => createMapMeasure(map, options);
    },
    onReady,
    onFailure,
  );
  let isMeasuring = false;
  let endedAt = Number.NEGATIVE_INFINITY;
  return {
    follow(state) {
      const wasMeasuring = isMeasuring;
      isMeasuring = state.tool === 'mesure' && state.measure?.isDone === false;
      if (wasMeasuring && !isMeasuring) endedAt = performance.now();
      if (state.measure || state.marked) part.want();
      part.current?.follow(state);
    },
    layers: (hasNames) => part.current?.layers(hasNames) ?? [],
    takesClick: () => isMeasuring || performance.now() - endedAt < DOUBLE_CLICK_MS,
    destroy: part.destroy,
  };
}
