import type { Shape, ShapeGeometry } from './shape.ts';

/** What is to be as little as possible: the number of parcels, the area taken, the farmland taken. */
export const SPARED = ['parcels', 'area', 'farmland'] as const;

/** A work that needs an area of whole parcels within a sector. */
export interface LeastParcelsRequest {
  shape: Shape;
  /** The layer of parcels. */
  layer: string;
  /** m² that are needed. */
  area: number;
  spare: (typeof SPARED)[number];
  /** The layer of farmland; null where there is none. */
  farmland: string | null;
}

/** The parcels that were chosen. Areas are planar m² in the metric CRS of the territory. */
export interface LeastParcels {
  keys: string[];
  /** Their union, in degrees. */
  geometry: ShapeGeometry;
  area: number;
  farmland: number;
  /** Parcels that lie wholly in the sector. */
  candidates: number;
  /** Every other choice was ruled out; else a better one may exist, of a cost of at least `bound`. */
  isExact: boolean;
  /** Of what is spared: parcels, or m². */
  cost: number;
  bound: number;
}
