import type { GeometryColumn } from '../../geo/geometry-column.ts';
import { writeWkb } from '../../geo/write-wkb.ts';
import type { Geos } from '../../geos/geos.ts';

/**
 * A row of a metric CRS as WKB that GEOS can overlay: an outline that is sound in degrees may touch itself once its vertices
 * are projected and rounded, and is then repaired (shells united, holes taken off). The row must have a geometry.
 */
export function soundWkb(column: GeometryColumn, row: number, geos: Geos): Uint8Array {
  const wkb = writeWkb(column, row) as Uint8Array;
  return geos.isValid(wkb) ? wkb : geos.makeValid(wkb, 'structure');
}
