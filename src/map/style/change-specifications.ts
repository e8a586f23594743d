import type { LayerSpecification } from 'maplibre-gl';
import { INK, PAPER } from '../../domain/style/colour.ts';

/** Id of the MapLibre source that holds a chosen change: its shape in each version, told by `side`. */
export const CHANGE_SOURCE = 'change';

/** The MapLibre layers that ring a chosen change in ink between paper: solid where it is, dashed where it was. */
export function changeSpecifications(): LayerSpecification[] {
  return [
    {
      id: 'change/halo',
      type: 'line',
      source: CHANGE_SOURCE,
      layout: ROUND,
      paint: { 'line-color': PAPER, 'line-width': 6.5, 'line-opacity': 0.9 },
    },
    {
      id: 'change/after',
      type: 'line',
      source: CHANGE_SOURCE,
      filter: ['==', ['get', 'side'], 'after'],
      layout: ROUND,
      paint: { 'line-color': INK, 'line-width': 2.75 },
    },
    {
      id: 'change/before',
      type: 'line',
      source: CHANGE_SOURCE,
      filter: ['==', ['get', 'side'], 'before'],
      paint: { 'line-color': INK, 'line-width': 2.25, 'line-dasharray': [2, 1.5] },
    },
    {
      id: 'change/point',
      type: 'circle',
      source: CHANGE_SOURCE,
      filter: ['==', ['geometry-type'], 'Point'],
      paint: {
        'circle-radius': ['match', ['get', 'side'], 'after', 12, 8],
        'circle-opacity': 0,
        'circle-stroke-color': INK,
        'circle-stroke-width': ['match', ['get', 'side'], 'after', 2.75, 1.25],
      },
    },
  ];
}

const ROUND = { 'line-cap': 'round', 'line-join': 'round' } as const;
