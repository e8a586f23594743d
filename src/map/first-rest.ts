import type { Map as MapLibreMap } from 'maplibre-gl';

/** Calls back once, when a map first stands still with all that it shows. */
export type FirstRest = (listener: () => void) => void;

/** The first rest of a map, which is idle between one layer and the next as well: `isWhole` says whether all of them are there. */
export function createFirstRest(map: MapLibreMap, isWhole: () => boolean): FirstRest {
  const listeners: (() => void)[] = [];
  const look = () => {
    // Names do not fade in before: MapLibre 5.24 would draw the whole map several times over for those of each layer.
    map._idleTriggered = isWhole();
    if (!map._idleTriggered) return;
    map.off('idle', look);
    for (const listener of listeners) listener();
  };
  map.on('idle', look);
  return (listener) => void listeners.push(listener);
}
