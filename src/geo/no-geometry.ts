import type { GeometryColumn } from './geometry-column.ts';

/** A column of `length` rows of which none has a geometry. */
export function noGeometry(length: number): GeometryColumn {
  return {
    length,
    kinds: new Uint8Array(length),
    partOffsets: new Uint32Array(length + 1),
    ringOffsets: new Uint32Array(1),
    vertexOffsets: new Uint32Array(1),
    xy: new Float64Array(0),
  };
}
