import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { INK, PAPER } from '../../domain/style/colour.ts';
import { MAP_FONTS } from '../style/map-fonts.ts';

/** Id of the MapLibre source that holds the drawn shapes, and the places where they break a rule. */
export const DRAWN_SOURCE = 'drawn';

/** Purple ink of what readers draw: no layer, answer or selection has it, `#rrggbb`. */
export const DRAWN_COLOUR = '#8d1b7b';

/** Red of the place where a shape breaks a rule, `#rrggbb`. */
const FAULT_COLOUR = '#c22f1c';

const hasRole = (role: string): ExpressionSpecification => ['==', ['get', 'role'], role];
const isOfType = (...types: string[]): ExpressionSpecification => [
  'in',
  ['geometry-type'],
  ['literal', types],
];

/**
 * The MapLibre layers of the drawn shapes, bottom first: ink between paper, as the chosen feature, so that they are read on
 * whatever lies under them; their names where `hasNames` (the fonts are there).
 */
export function drawnSpecifications(hasNames: boolean): LayerSpecification[] {
  const source = DRAWN_SOURCE;
  const layout = { 'line-cap': 'round', 'line-join': 'round' } as const;
  const outline: ExpressionSpecification = [
    'all',
    hasRole('shape'),
    ['!=', ['geometry-type'], 'Point'],
  ];
  const dot: ExpressionSpecification = [
    'all',
    hasRole('shape'),
    ['==', ['geometry-type'], 'Point'],
  ];
  return [
    {
      id: 'drawn/fill',
      type: 'fill',
      source,
      filter: ['all', hasRole('shape'), isOfType('Polygon')],
      paint: { 'fill-color': DRAWN_COLOUR, 'fill-opacity': 0.12 },
    },
    {
      id: 'drawn/halo',
      type: 'line',
      source,
      filter: outline,
      layout,
      paint: { 'line-color': PAPER, 'line-width': 6, 'line-opacity': 0.9 },
    },
    {
      id: 'drawn/line',
      type: 'line',
      source,
      filter: outline,
      layout,
      paint: { 'line-color': DRAWN_COLOUR, 'line-width': 2.75 },
    },
    circle('drawn/point', dot, 6, DRAWN_COLOUR),
    {
      id: 'drawn/fault-halo',
      type: 'circle',
      source,
      filter: hasRole('fault'),
      paint: {
        'circle-radius': 15,
        'circle-color': FAULT_COLOUR,
        'circle-opacity': 0.18,
        'circle-stroke-color': FAULT_COLOUR,
        'circle-stroke-width': 2,
      },
    },
    circle('drawn/fault', hasRole('fault'), 4, FAULT_COLOUR),
    ...(hasNames ? [names()] : []),
  ];
}

function circle(
  id: string,
  filter: ExpressionSpecification,
  radius: number,
  colour: string,
): LayerSpecification {
  return {
    id,
    type: 'circle',
    source: DRAWN_SOURCE,
    filter,
    paint: {
      'circle-radius': radius,
      'circle-color': colour,
      'circle-stroke-color': PAPER,
      'circle-stroke-width': 2.5,
    },
  };
}

function names(): LayerSpecification {
  return {
    id: 'drawn/name',
    type: 'symbol',
    source: DRAWN_SOURCE,
    filter: hasRole('name'),
    layout: {
      'text-field': ['get', 'name'],
      'text-font': [MAP_FONTS.semibold],
      'text-size': 14,
      'text-max-width': 9,
      'text-overlap': 'always',
      'text-anchor': 'bottom',
      'text-offset': [0, -0.5],
    },
    paint: { 'text-color': INK, 'text-halo-color': PAPER, 'text-halo-width': 2.5 },
  };
}
