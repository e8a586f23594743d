import type { Map as MapLibreMap } from 'maplibre-gl';
import type { MapOptions } from '../map-options.ts';
import { createGrid } from './grid.ts';
import type { MapBackdrop } from './lazy-backdrop.ts';
import { createNetworkPictures } from './network-pictures.ts';

/** The backdrop of a map: a grid of degrees around the territory, and the pictures of another host. */
export function createMapBackdrop(
  map: MapLibreMap,
  onStatus: MapOptions['onLayerStatus'],
): MapBackdrop {
  const grid = createGrid(map);
  const pictures = createNetworkPictures(map, onStatus);
  return {
    layers: (state) => ({ grid: grid.layers(state), pictures: pictures.layers(state) }),
    destroy: pictures.destroy,
  };
}
