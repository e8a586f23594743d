import type { Feature, FeatureCollection, Position } from 'geojson';
import type { MetricCrs } from '../../domain/crs.ts';
import type { LngLat } from '../../domain/units.ts';
import type { MarkedPlace, Measure } from '../../state/drawing-state.ts';
import { measurePositions } from './measure-shape.ts';

/** Length from which a side is written, metres: below it the pointer has not left the corner. */
const LEAST_SIDE_M = 0.5;

/** How a length in metres is written. */
export type FormatLength = (metres: number) => string;

/**
 * What a map draws of a measure, as features of four roles: `area`, `line`, `vertex`, and `side`, the middle of each side with its length
 * as `text`. While it goes on, the last side follows the `pointer`.
 */
export function measureFeatures(
  { kind, vertices, isDone }: Measure,
  pointer: LngLat | null,
  crs: MetricCrs,
  format: FormatLength,
): FeatureCollection {
  const path: Position[] = [...vertices, ...(pointer && !isDone ? [pointer] : [])].map((at) => [
    ...at,
  ]);
  const isClosed = kind === 'polygon' && path.length > 2;
  const ring = isClosed ? [...path, path[0] as Position] : path;
  const { segments } = measurePositions(path, isClosed, crs);
  return {
    type: 'FeatureCollection',
    features: [
      ...(isClosed ? [feature('area', { type: 'Polygon', coordinates: [ring] })] : []),
      ...(ring.length > 1 ? [feature('line', { type: 'LineString', coordinates: ring })] : []),
      ...segments.flatMap((metres, index) =>
        metres < LEAST_SIDE_M
          ? []
          : feature(
              'side',
              middleOf(ring[index] as Position, ring[index + 1] as Position),
              format(metres),
            ),
      ),
      ...vertices.map((at) => feature('vertex', { type: 'Point', coordinates: [...at] })),
    ],
  };
}

/** The place that is marked, as features of roles `mark`, with what is written beside it as `text`. */
export function markFeatures(marked: MarkedPlace | null): Feature[] {
  if (!marked) return [];
  return [feature('mark', { type: 'Point', coordinates: [...marked.at] }, marked.label)];
}

function feature(role: string, geometry: Feature['geometry'], text = ''): Feature {
  return { type: 'Feature', geometry, properties: { role, text } };
}

function middleOf([x = 0, y = 0]: Position, [u = 0, v = 0]: Position): Feature['geometry'] {
  return { type: 'Point', coordinates: [(x + u) / 2, (y + v) / 2] };
}
