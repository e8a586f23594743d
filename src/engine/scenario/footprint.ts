import type { MetricCrs } from '../../domain/crs.ts';
import { AppError } from '../../domain/errors.ts';
import type { Shape } from '../../domain/shape.ts';
import { geometriesToColumn } from '../../geo/from-geojson.ts';
import { GEOMETRY_KIND } from '../../geo/geometry-column.ts';
import { createSide, type Side } from '../../geo/layer-index.ts';
import { projectColumn, unprojectPosition } from '../../geo/project.ts';
import { readWkb } from '../../geo/read-wkb.ts';
import { rowArea } from '../../geo/row-measures.ts';
import { writeWkb } from '../../geo/write-wkb.ts';
import type { Geos } from '../../geos/geos.ts';

/** The ground that a variant takes, in a metric CRS. */
export interface Footprint {
  wkb: Uint8Array;
  /** One row of polygons. */
  side: Side;
  /** m². */
  area: number;
}

/** Segments a quarter of a circle at the ends of a widened line: within 0.1 % of the arc. */
const QUADRANT_SEGMENTS = 16;

/**
 * The union of shapes (degrees) in a metric CRS, lines and points widened by `halfWidth` metres.
 * @throws {AppError} `geometry-invalid` with the `shape`'s name: one that breaks a rule (with `lng` and `lat` where there is
 * a place), a line or point without width, or shapes that cover nothing.
 */
export function footprintOf(
  shapes: readonly Shape[],
  halfWidth: number,
  crs: MetricCrs,
  geos: Geos,
): Footprint {
  const parts = shapes.map((shape) => partOf(shape, halfWidth, crs, geos));
  const wkb = geos.extract(geos.union(parts), 'polygon');
  const column = readWkb([wkb]);
  const area = rowArea(column, 0);
  if (!(area > 0)) throw invalid('flat', shapes[0]?.name ?? '');
  return { wkb, side: createSide(column), area };
}

function partOf(shape: Shape, halfWidth: number, crs: MetricCrs, geos: Geos): Uint8Array {
  const column = projectColumn(geometriesToColumn([shape.geometry]), crs);
  const wkb = writeWkb(column, 0);
  if (!wkb) throw invalid('flat', shape.name);
  if (column.kinds[0] !== GEOMETRY_KIND.polygon) {
    if (!(halfWidth > 0)) throw invalid('width', shape.name);
    return geos.buffer(wkb, halfWidth, QUADRANT_SEGMENTS);
  }
  const fault = geos.validReason(wkb);
  if (!fault) return wkb;
  const place = Number.isNaN(fault.x) ? null : unprojectPosition([fault.x, fault.y], crs);
  throw invalid(fault.code, shape.name, place);
}

function invalid(reason: string, shape: string, at: readonly [number, number] | null = null) {
  return new AppError('geometry-invalid', `the shape "${shape}" cannot be measured: ${reason}`, {
    reason,
    shape,
    ...(at ? { lng: at[0], lat: at[1] } : {}),
  });
}
