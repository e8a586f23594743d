import type { MetricCrs } from '../domain/crs.ts';
import type { LngLat } from '../domain/units.ts';
import type { GeometryColumn } from '../geo/geometry-column.ts';
import { createSide } from '../geo/layer-index.ts';
import { projectColumn, projectPosition } from '../geo/project.ts';
import { rowsMeeting } from '../geo/row-boxes.ts';
import { rowsNear } from '../geo/rows-near.ts';
import { selectRows } from '../geo/select-rows.ts';

/**
 * The row, of geometries in degrees, that a click within `radius` metres of a place means: the smallest polygon that holds
 * it, else the nearest; null for none.
 */
export function statementRowAt(
  geometry: GeometryColumn,
  at: LngLat,
  radius: number,
  crs: MetricCrs,
): number | null {
  const [lng, lat] = at;
  const height = radius / METRES_A_DEGREE;
  const width = height / Math.cos((lat * Math.PI) / 180);
  const rows = rowsMeeting(geometry, [lng - width, lat - height, lng + width, lat + height]);
  const side = createSide(projectColumn(selectRows(geometry, rows), crs));
  const [nearest] = rowsNear(side, projectPosition(at, crs), radius);
  return nearest === undefined ? null : (rows[nearest] ?? null);
}

/** Metres in a degree of latitude, at the least: a box that is a little too large loses nothing. */
const METRES_A_DEGREE = 110_000;
