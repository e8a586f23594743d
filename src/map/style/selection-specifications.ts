import type { LayerSpecification } from 'maplibre-gl';
import { INK, PAPER } from '../../domain/style/colour.ts';

/** Id of the MapLibre source that holds the chosen feature. */
export const SELECTION_SOURCE = 'selection';

/** The MapLibre layers that ring the chosen feature: ink between paper, whatever lies under it. */
export function selectionSpecifications(): LayerSpecification[] {
  const source = SELECTION_SOURCE;
  const line = { 'line-cap': 'round', 'line-join': 'round' } as const;
  const isPoint = ['==', ['geometry-type'], 'Point'] as ['==', unknown, unknown] as never;
  return [
    {
      id: 'selection/halo',
      type: 'line',
      source,
      layout: line,
      paint: { 'line-color': PAPER, 'line-width': 6.5, 'line-opacity': 0.9 },
    },
    {
      id: 'selection/line',
      type: 'line',
      source,
      layout: line,
      paint: { 'line-color': INK, 'line-width': 2.75 },
    },
    ring('selection/point-halo', source, isPoint, PAPER, 6),
    ring('selection/point', source, isPoint, INK, 2.75),
  ];
}

function ring(
  id: string,
  source: string,
  filter: never,
  colour: string,
  width: number,
): LayerSpecification {
  return {
    id,
    type: 'circle',
    source,
    filter,
    paint: {
      'circle-radius': 11 - width / 2,
      'circle-opacity': 0,
      'circle-color': colour,
      'circle-stroke-color': colour,
      'circle-stroke-width': width,
    },
  };
}
