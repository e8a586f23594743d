import type { GeosCall, GeosMemory, Pointer } from './geos-memory.ts';

/** Geometries made from one other. */
export interface Construct {
  /**
   * All points within `distance` of a geometry, its round corners drawn with `quadrantSegments` segments a quarter of a
   * circle (8 as in PostGIS, 1024 at most). Up to 1.5 % of the distance short, as PostGIS is too: arcs are drawn by
   * their chords, and dents shallower than that are left out. A negative distance shrinks polygons; what vanishes is
   * an empty polygon.
   */
  buffer(wkb: Uint8Array, distance: number, quadrantSegments?: number): Uint8Array;
  /** The smallest convex geometry that holds it: a polygon, or a line or point when there is no more to it. */
  convexHull(wkb: Uint8Array): Uint8Array;
  /**
   * The geometry without the vertices that Douglas and Peucker's rule of `tolerance` drops (where a ring starts, one up
   * to twice as far off may go too). Rings stay rings and do not come to cross; borders shared with other geometries are
   * not kept common.
   */
  simplify(wkb: Uint8Array, tolerance: number): Uint8Array;
  /** The centre of mass of the parts of the highest dimension; may lie outside. The empty point of an empty geometry. */
  centroid(wkb: Uint8Array): Uint8Array;
  /** A point that lies inside, on the line or among the points. The empty point of an empty geometry. */
  pointOnSurface(wkb: Uint8Array): Uint8Array;
  /** The rings of polygons, the ends of lines, nothing of points. @throws {AppError} of a collection. */
  boundary(wkb: Uint8Array): Uint8Array;
}

/** The constructions of GEOS. Distances are in the unit of the coordinates. */
export function createConstruct(memory: GeosMemory): Construct {
  const make = (
    name: string,
    wkb: Uint8Array,
    operation: (api: GeosCall['api'], geometry: Pointer) => Pointer,
  ) => memory.run(name, (call) => call.write(call.keep(operation(call.api, call.read(wkb)))));
  return {
    buffer: (wkb, distance, quadrantSegments = QUADRANT_SEGMENTS) =>
      make('buffer', wkb, (api, geometry) =>
        api.GEOSBuffer(geometry, distance, Math.min(quadrantSegments, MAX_QUADRANT_SEGMENTS)),
      ),
    convexHull: (wkb) => make('convexHull', wkb, (api, geometry) => api.GEOSConvexHull(geometry)),
    simplify: (wkb, tolerance) =>
      make('simplify', wkb, (api, geometry) =>
        api.GEOSTopologyPreserveSimplify(geometry, tolerance),
      ),
    centroid: (wkb) => make('centroid', wkb, (api, geometry) => api.GEOSGetCentroid(geometry)),
    pointOnSurface: (wkb) =>
      make('pointOnSurface', wkb, (api, geometry) => api.GEOSPointOnSurface(geometry)),
    boundary: (wkb) => make('boundary', wkb, (api, geometry) => api.GEOSBoundary(geometry)),
  };
}

/** What PostGIS takes when it is not told. */
const QUADRANT_SEGMENTS = 8;

/** Arcs within 10^-6 of the distance; some millions would keep the worker busy for minutes. */
const MAX_QUADRANT_SEGMENTS = 1024;
