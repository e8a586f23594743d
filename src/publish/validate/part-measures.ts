import type { GeometryColumn } from '../../geo/geometry-column.ts';
import { ringLength, signedRingArea } from '../../geo/row-measures.ts';

/** What one part of a polygon measures, in the column's metric CRS. */
export interface PartMeasures {
  /** Shell less holes, m². */
  area: number;
  /** Round shell and holes, m. */
  perimeter: number;
  /** Mean width, m: that of a long strip of that area and perimeter, twice the one by the other. */
  width: number;
}

/** The measures of a part of a polygon row. */
export function partMeasures(column: GeometryColumn, part: number): PartMeasures {
  const shell = column.ringOffsets[part]!;
  let area = Math.abs(signedRingArea(column, shell));
  let perimeter = ringLength(column, shell);
  for (let ring = shell + 1; ring < column.ringOffsets[part + 1]!; ring++) {
    area -= Math.abs(signedRingArea(column, ring));
    perimeter += ringLength(column, ring);
  }
  return { area, perimeter, width: perimeter > 0 ? (2 * area) / perimeter : 0 };
}
