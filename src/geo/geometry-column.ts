/** What a row of a `GeometryColumn` holds. `none` stands for a null or an empty geometry. */
export const GEOMETRY_KIND = { none: 0, point: 1, line: 2, polygon: 3 } as const;

/** A value of `GEOMETRY_KIND`. */
export type GeometryKind = (typeof GEOMETRY_KIND)[keyof typeof GEOMETRY_KIND];

/**
 * The geometries of a layer as flat arrays, one row a feature, whatever its type: row → parts → rings → vertices.
 * A point is a part of one ring of one vertex; a line a part of one ring (open); a polygon a part whose first ring
 * is the shell and the others holes, each closed (first vertex repeated at its end). A null or empty geometry has
 * kind `none` and no parts. `xy` interleaves the coordinates, easting or longitude first, in the CRS that the holder
 * of the column names. Every array is transferable.
 */
export interface GeometryColumn {
  /** Number of rows. */
  length: number;
  /** Kind of each row, a value of `GEOMETRY_KIND`. */
  kinds: Uint8Array;
  /** `length + 1` offsets into `ringOffsets`' parts: row i has parts `partOffsets[i]` to `partOffsets[i + 1]`. */
  partOffsets: Uint32Array;
  /** Offsets of each part's rings: part p has rings `ringOffsets[p]` to `ringOffsets[p + 1]`. */
  ringOffsets: Uint32Array;
  /** Offsets of each ring's vertices: ring r has vertices `vertexOffsets[r]` to `vertexOffsets[r + 1]`. */
  vertexOffsets: Uint32Array;
  /** `[x0, y0, x1, y1, …]`. */
  xy: Float64Array;
}
