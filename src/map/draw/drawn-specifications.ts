import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { INK_LOOKS, INKS, type Ink } from '../../domain/annotation.ts';
import { INK, PAPER } from '../../domain/style/colour.ts';
import { MAP_FONTS } from '../style/map-fonts.ts';

/** Id of the MapLibre source that holds the drawn shapes, and the places where they break a rule. */
export const DRAWN_SOURCE = 'drawn';

/** Purple ink of what readers draw: no layer, answer or selection has it, `#rrggbb`. */
export const DRAWN_COLOUR = INK_LOOKS.violet.colour;

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
      paint: { 'fill-color': inkColour(), 'fill-opacity': 0.12 },
    },
    {
      id: 'drawn/halo',
      type: 'line',
      source,
      filter: outline,
      layout,
      paint: { 'line-color': PAPER, 'line-width': 6, 'line-opacity': 0.9 },
    },
    ...INKS.map((ink) => line(ink, outline)),
    circle('drawn/point', dot, 6, inkColour()),
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
    ...(hasNames ? [names('name', 14, INK), names('text', 17, inkColour())] : []),
  ];
}

function inkColour(): ExpressionSpecification {
  const branches = INKS.flatMap((ink) => [ink, INK_LOOKS[ink].colour]);
  return ['match', ['get', 'ink'], ...branches, DRAWN_COLOUR] as unknown as ExpressionSpecification;
}

/** The lines of one ink: dashes cannot be told a feature at a time. */
function line(ink: Ink, outline: ExpressionSpecification): LayerSpecification {
  const { colour, dash } = INK_LOOKS[ink];
  return {
    id: ink === 'violet' ? 'drawn/line' : `drawn/line-${ink}`,
    type: 'line',
    source: DRAWN_SOURCE,
    filter: ['all', outline, ['==', ['get', 'ink'], ink]],
    layout: { 'line-cap': dash ? 'butt' : 'round', 'line-join': 'round' },
    paint: {
      'line-color': colour,
      'line-width': 2.75,
      ...(dash ? { 'line-dasharray': dash } : {}),
    },
  };
}

function circle(
  id: string,
  filter: ExpressionSpecification,
  radius: number,
  colour: string | ExpressionSpecification,
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

function names(
  role: 'name' | 'text',
  size: number,
  colour: string | ExpressionSpecification,
): LayerSpecification {
  const isText = role === 'text';
  return {
    id: `drawn/${role}`,
    type: 'symbol',
    source: DRAWN_SOURCE,
    filter: hasRole(role),
    layout: {
      'text-field': ['get', 'name'],
      'text-font': [MAP_FONTS.semibold],
      'text-size': size,
      'text-max-width': 9,
      'text-overlap': 'always',
      'text-anchor': isText ? 'center' : 'bottom',
      'text-offset': isText ? [0, 0] : [0, -0.5],
    },
    paint: { 'text-color': colour, 'text-halo-color': PAPER, 'text-halo-width': 2.5 },
  };
}
