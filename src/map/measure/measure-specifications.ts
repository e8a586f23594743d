import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { INK, PAPER } from '../../domain/style/colour.ts';
import { MAP_FONTS } from '../style/map-fonts.ts';

/** Id of the MapLibre source that holds what is measured and the place that is marked. */
export const MEASURE_SOURCE = 'measure';

const hasRole = (role: string): ExpressionSpecification => ['==', ['get', 'role'], role];

/** The MapLibre layers of what is measured and marked, bottom first: ink dashed on paper, as a plan is dimensioned. */
export function measureSpecifications(hasNames: boolean): LayerSpecification[] {
  const source = MEASURE_SOURCE;
  const line = (id: string, paint: object): LayerSpecification => ({
    id,
    type: 'line',
    source,
    filter: hasRole('line'),
    layout: { 'line-cap': 'butt', 'line-join': 'round' },
    paint,
  });
  const dot = (role: string, radius: number, colour: string): LayerSpecification => ({
    id: `measure/${role}`,
    type: 'circle',
    source,
    filter: hasRole(role),
    paint: {
      'circle-radius': radius,
      'circle-color': colour,
      'circle-stroke-color': colour === PAPER ? INK : PAPER,
      'circle-stroke-width': 2,
    },
  });
  return [
    {
      id: 'measure/area',
      type: 'fill',
      source,
      filter: hasRole('area'),
      paint: { 'fill-color': INK, 'fill-opacity': 0.1 },
    },
    line('measure/halo', { 'line-color': PAPER, 'line-width': 5, 'line-opacity': 0.9 }),
    line('measure/line', { 'line-color': INK, 'line-width': 2.5, 'line-dasharray': [3, 1.5] }),
    dot('vertex', 4.5, PAPER),
    dot('mark', 7, MARK_COLOUR),
    ...(hasNames ? [texts('side', 13, [0, 0]), texts('mark', 14, [0, -1.4])] : []),
  ];
}

/** Red of a mark, `#rrggbb`; its shape and its words tell it too. */
const MARK_COLOUR = '#b3261e';

function texts(role: string, size: number, offset: [number, number]): LayerSpecification {
  return {
    id: `measure/${role}-text`,
    type: 'symbol',
    source: MEASURE_SOURCE,
    filter: hasRole(role),
    layout: {
      'text-field': ['get', 'text'],
      'text-font': [MAP_FONTS.semibold],
      'text-size': size,
      'text-offset': offset,
      'text-allow-overlap': role === 'mark',
      'text-ignore-placement': true,
    },
    paint: { 'text-color': INK, 'text-halo-color': PAPER, 'text-halo-width': 2.5 },
  };
}
