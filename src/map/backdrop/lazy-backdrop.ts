import type { LayerSpecification, Map as MapLibreMap } from 'maplibre-gl';
import { resolveBasemap } from '../../domain/basemap.ts';
import type { AppState } from '../../state/app-state.ts';
import type { FirstRest } from '../first-rest.ts';
import { createLazyPart } from '../lazy-part.ts';
import type { MapOptions } from '../map-options.ts';

/** What lies under and beside the base map. */
export interface MapBackdrop {
  /** Follows the state, and gives what is drawn of it: the grid right over paper, pictures over the base layers. */
  layers(state: AppState): { grid: LayerSpecification[]; pictures: LayerSpecification[] };
  destroy(): void;
}

/** The backdrop of a map, fetched once the map was painted or its basemap needs the network; `onReady` is told when it can be drawn. */
export function createLazyBackdrop(
  map: MapLibreMap,
  { onLayerStatus }: Pick<MapOptions, 'onLayerStatus'>,
  onRest: FirstRest,
  onReady: () => void,
  onFailure: (error: unknown) => void,
): MapBackdrop {
  const part = createLazyPart<MapBackdrop>(
    async () => {
      const { createMapBackdrop } = await import('./map-backdrop.ts');
      return () => createMapBackdrop(map, onLayerStatus);
    },
    onReady,
    onFailure,
  );
  onRest(part.want);
  return {
    layers(state) {
      if (resolveBasemap(state).network) part.want();
      return part.current?.layers(state) ?? NOTHING;
    },
    destroy: part.destroy,
  };
}

const NOTHING = { grid: [], pictures: [] };
