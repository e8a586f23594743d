import type { Layer as DeckLayer } from '@deck.gl/core';
import { ScatterplotLayer } from '@deck.gl/layers';
import { hexToRgb } from '../../domain/style/colour.ts';
import type { GeometryColumn } from '../../geo/geometry-column.ts';
import { pointsOf, segmentsOf } from './geometry-parts.ts';
import { type Segments, segmentLayer } from './segment-layer.ts';

/** Many features in one plain sign: thin outlines and small points of one colour. */
export interface PlainScene {
  /** Tells one set of features from another. */
  id: string;
  geometry: GeometryColumn;
  /** `#rrggbb`. */
  colour: string;
  /** 0 to 1. */
  opacity: number;
  /** Of outlines and lines, in pixels. */
  width: number;
  /** Radius of points, in pixels. */
  radius: number;
  /** Id of the MapLibre layer just above. */
  beforeId: string;
}

/** The deck.gl layers of a scene; what is made of its geometry is kept as long as the geometry. */
export function plainLayers(scene: PlainScene): DeckLayer[] {
  const { id, geometry, colour, opacity, width, radius, beforeId } = scene;
  const { segments, points } = partsOf(geometry);
  const color: [number, number, number, number] = [...hexToRgb(colour), Math.round(255 * opacity)];
  return [
    segmentLayer({ id: `plain/${id}/line`, segments, color, width, beforeId }),
    new ScatterplotLayer<[number, number]>({
      id: `plain/${id}/points`,
      data: points,
      getPosition: (position: [number, number]) => position,
      radiusUnits: 'pixels',
      getRadius: radius,
      getFillColor: color,
      ...{ beforeId },
    }),
  ];
}

const partsOfGeometry = new WeakMap<
  GeometryColumn,
  { segments: Segments; points: [number, number][] }
>();

function partsOf(geometry: GeometryColumn) {
  const parts = partsOfGeometry.get(geometry) ?? {
    segments: segmentsOf(geometry),
    points: pointsOf(geometry),
  };
  partsOfGeometry.set(geometry, parts);
  return parts;
}
