import type { Extent } from '../domain/units.ts';
import { extentOf } from './extent-of.ts';
import type { GeometryColumn } from './geometry-column.ts';
import { labelPlace } from './label-place.ts';
import { triangulate } from './triangulate.ts';
import { uniqueEdges } from './unique-edges.ts';

/** What of a column is wanted, besides its edges. */
export interface MeshParts {
  /** Triangles that fill its polygons. */
  isFilled: boolean;
  /** Places of names. */
  isNamed: boolean;
}

/** A column made ready for the graphics card: typed arrays to be handed over as they are. */
export interface DrawMesh {
  /** Box of the column, in its unit, which is degrees here; without any vertex, a box that nothing meets. */
  extent: Extent;
  /** Position that the single-precision offsets count from, longitude first: exact to a millimetre within 50 km. */
  origin: [number, number];
  /** `[x1, y1, x2, y2]` of each edge, each edge once; see `uniqueEdges`. */
  edges: Float32Array<ArrayBuffer>;
  /** The row that each edge is drawn in the colour of. */
  owners: Uint32Array<ArrayBuffer>;
  /** `[x, y]` of each vertex of the column; empty where nothing is filled. */
  corners: Float32Array<ArrayBuffer>;
  /** Numbers of vertices, three a triangle; empty where nothing is filled. */
  triangles: Uint32Array<ArrayBuffer>;
  /**
   * `[longitude, latitude, size]` of where the name of each row stands, NaN where none can; empty where nothing is named. The size is
   * the square root of the area of the part that is named, in degrees: good for telling which name goes first.
   */
  places: Float64Array<ArrayBuffer>;
}

/** The mesh of a column, in degrees. Costs about 1 µs a vertex: to be made away from the page's thread, once, and kept. */
export function createMesh(column: GeometryColumn, { isFilled, isNamed }: MeshParts): DrawMesh {
  const { xy } = column;
  const extent = extentOf(xy);
  const origin: [number, number] =
    xy.length > 0 ? [(extent[0] + extent[2]) / 2, (extent[1] + extent[3]) / 2] : [0, 0];
  const corners = xy.map((value, i) => value - origin[i & 1]!);
  const { starts, owners } = uniqueEdges(column);
  const edges = new Float32Array(4 * starts.length);
  starts.forEach((v, i) => {
    edges.set(corners.subarray(2 * v, 2 * v + 4), 4 * i);
  });
  return {
    extent,
    origin,
    edges,
    owners,
    corners: isFilled ? Float32Array.from(corners) : new Float32Array(),
    triangles: isFilled ? triangulate(column) : new Uint32Array(),
    places: isNamed ? placesOf(column) : new Float64Array(),
  };
}

function placesOf(column: GeometryColumn): Float64Array<ArrayBuffer> {
  const places = new Float64Array(3 * column.length).fill(Number.NaN);
  for (let row = 0; row < column.length; row++) {
    const place = labelPlace(column, row);
    if (place) places.set([place.x, place.y, Math.sqrt(place.area)], 3 * row);
  }
  return places;
}
