import type { Map as MapLibreMap } from 'maplibre-gl';

/** Calls back once, when a map first stands still with all that it shows. */
export type FirstRest = (listener: () => void) => void;

/** The first rest of a map, which is idle between one layer and the next as well: `isWhole` says whether all of them are there. */
export function createFirstRest(map: MapLibreMap, isWhole: () => boolean): FirstRest {
  const listeners: (() => void)[] = [];
  const look = () => {
    if (!isWhole()) return;
    map.off('idle', look);
    for (const listener of listeners) listener();
  };
  map.on('idle', look);
  return (listener) => void listeners.push(listener);
}
