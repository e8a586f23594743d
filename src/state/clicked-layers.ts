import type { AppState } from './app-state.ts';
import { drawnDetails } from './base-details.ts';
import { baseOpacity } from './basemap-actions.ts';
import type { SilentLayer } from './card-status.ts';
import { isCompared } from './version-actions.ts';

/** The layers under a click: those that are looked into, topmost first, and those that are shown but drawn from nearer only. */
export interface ClickedLayers {
  layers: string[];
  far: SilentLayer[];
}

/**
 * What a click on the map of a state means: the layers shown, but for the base map, those hidden by their opacity and those whose
 * versions are compared; below them the parcels and buildings that the base map draws by itself at this zoom.
 */
export function clickedLayers(state: AppState): ClickedLayers {
  const { catalogue, shown, zoom } = state;
  const clickable = shown.flatMap(({ id, opacity }) => {
    const layer = catalogue?.layers.find((candidate) => candidate.id === id);
    return layer && opacity > 0 && !layer.base && !isCompared(state, layer) ? [layer] : [];
  });
  const details = baseOpacity(state) > 0 ? drawnDetails(state) : [];
  const isFar = ({ minZoom = 0 }: { minZoom?: number }) => zoom < minZoom;
  return {
    layers: [
      ...clickable.filter((layer) => !isFar(layer)),
      ...details.filter((detail) => !isFar(detail)).map(({ layer }) => layer),
    ].map(({ id }) => id),
    far: clickable.filter(isFar).map(({ id }) => ({ layer: id, why: 'scale' as const })),
  };
}
