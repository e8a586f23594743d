import { type MetricCrs, PROJ_DEFINITIONS } from '../domain/crs.ts';
import type { LngLat, Xy } from '../domain/units.ts';
import type { GeometryColumn } from './geometry-column.ts';
import { createProjection, type Projection } from './projection.ts';

/**
 * The same column in the metric CRS (`[x, y]` in metres) from degrees (`[lng, lat]`). Only `xy` is new, the other
 * arrays are shared with the argument. About 0.1 µs a vertex.
 */
export function projectColumn(column: GeometryColumn, crs: MetricCrs): GeometryColumn {
  const xy = new Float64Array(column.xy.length);
  projectionOf(crs).toMetres(column.xy, xy);
  return { ...column, xy };
}

/** The same column in degrees (`[lng, lat]`) from metres of the CRS; `xy` alone is new. */
export function unprojectColumn(column: GeometryColumn, crs: MetricCrs): GeometryColumn {
  const xy = new Float64Array(column.xy.length);
  projectionOf(crs).toLngLat(column.xy, xy);
  return { ...column, xy };
}

/** `[x, y]` in metres of the CRS, of a position in degrees. */
export function projectPosition(position: LngLat, crs: MetricCrs): Xy {
  const pair = Float64Array.from(position);
  projectionOf(crs).toMetres(pair, pair);
  return [pair[0]!, pair[1]!];
}

/** `[lng, lat]` in degrees, of a position in metres of the CRS. */
export function unprojectPosition(position: Xy, crs: MetricCrs): LngLat {
  const pair = Float64Array.from(position);
  projectionOf(crs).toLngLat(pair, pair);
  return [pair[0]!, pair[1]!];
}

function projectionOf(crs: MetricCrs): Projection {
  return createProjection(PROJ_DEFINITIONS[crs]);
}
