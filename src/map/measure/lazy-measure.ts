import type { Map as MapLibreMap } from 'maplibre-gl';
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
  let measure: MapMeasure | null = null;
  let isWanted = false;
  let isGone = false;
  let isMeasuring = false;
  let endedAt = Number.NEGATIVE_INFINITY;

  async function open(): Promise<void> {
    const { createMapMeasure } = await import('./map-measure.ts');
    if (isGone) return;
    measure = createMapMeasure(map, options);
    onReady();
  }

  return {
    follow(state) {
      const wasMeasuring = isMeasuring;
      isMeasuring = state.tool === 'mesure' && state.measure?.isDone === false;
      if (wasMeasuring && !isMeasuring) endedAt = performance.now();
      if (!isWanted && (state.measure || state.marked)) {
        isWanted = true;
        open().catch(onFailure);
      }
      measure?.follow(state);
    },
    layers: (hasNames) => measure?.layers(hasNames) ?? [],
    takesClick: () => isMeasuring || performance.now() - endedAt < DOUBLE_CLICK_MS,
    destroy() {
      isGone = true;
      measure?.destroy();
    },
  };
}
