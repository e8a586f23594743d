import type { GeometryColumn } from '../../geo/geometry-column.ts';
import { writeWkb } from '../../geo/write-wkb.ts';
import type { Geos } from '../../geos/geos.ts';
import type { RuleContext } from './rule.ts';

/**
 * Mean width in metres up to which a gap or an overlap of a partition is nothing but the rounding of coordinates to the
 * centimetre, or to seven decimals of a degree, on both sides, and is not told.
 */
export const ROUNDING_WIDTH_M = 0.02;

/** Whether the polygons of a table must neither overlap nor leave gaps. */
export function isPartition({ schema, meta }: RuleContext): boolean {
  return schema?.isPartition === true && meta.geometry === 'polygon';
}

/** Whether the tolerances of the CNIG PLU standard are those of the table. */
export function isPlu({ schema }: RuleContext): boolean {
  return schema?.id.startsWith('cnig-plu/') ?? false;
}

/** Gives the WKB of polygon rows, repaired where GEOS could not reckon with one as it is; each is made once. */
export function soundPolygons(geos: Geos, column: GeometryColumn): (row: number) => Uint8Array {
  const made = new Map<number, Uint8Array>();
  return (row) => {
    const known = made.get(row);
    if (known) return known;
    const wkb = writeWkb(column, row)!;
    const sound = geos.isValid(wkb) ? wkb : geos.extract(geos.makeValid(wkb), 'polygon');
    made.set(row, sound);
    return sound;
  };
}
