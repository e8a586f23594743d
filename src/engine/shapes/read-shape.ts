import type { MetricCrs } from '../../domain/crs.ts';
import { AppError } from '../../domain/errors.ts';
import type { ShapeGeometry } from '../../domain/shape.ts';
import type { ShapeFacts, ShapeFault } from '../../domain/shape-facts.ts';
import type { Extent } from '../../domain/units.ts';
import { geometriesToColumn } from '../../geo/from-geojson.ts';
import { GEOMETRY_KIND, type GeometryColumn } from '../../geo/geometry-column.ts';
import { ownCrossing } from '../../geo/own-crossing.ts';
import { projectColumn, unprojectColumn } from '../../geo/project.ts';
import { rowArea, rowLength } from '../../geo/row-measures.ts';
import { rowToGeometry } from '../../geo/to-geojson.ts';
import { findFeature } from '../identify.ts';
import type { LayerStore } from '../layer-store.ts';
import type { Work } from '../work.ts';
import { findInvalidity } from './find-invalidity.ts';

/** A shape to read: coordinates in degrees, longitude first, or in metres of `crs`, easting first; or a feature. */
export type ShapeRequest =
  | { geometry: ShapeGeometry; crs?: MetricCrs }
  | { layer: string; key: string };

/**
 * A shape in degrees with what is known of it: planar measures in the metric CRS of the territory, and what breaks it, as
 * GEOS finds it (fetched only for shapes that a quick look does not clear).
 * @throws {AppError} `geometry-invalid` for coordinates that make no geometry; `feature-unknown` for a feature that is not
 * there or has no outline.
 */
export async function readShape(
  store: LayerStore,
  request: ShapeRequest,
  work: Work,
): Promise<{ geometry: ShapeGeometry; facts: ShapeFacts }> {
  const degrees =
    'layer' in request ? await outlineOf(store, request, work) : columnInDegrees(request);
  const geometry = rowToGeometry(degrees, 0);
  if (!geometry || geometry.type === 'GeometryCollection') {
    throw new AppError('geometry-invalid', 'the shape is empty', { reason: 'empty' });
  }
  const { metricCrs, extent } = store.catalogue.territory;
  const metric = projectColumn(degrees, metricCrs);
  const kind = degrees.kinds[0];
  const facts: ShapeFacts = {
    area: kind === GEOMETRY_KIND.polygon ? rowArea(metric, 0) : null,
    length: kind === GEOMETRY_KIND.line ? rowLength(metric, 0) : null,
    vertices: degrees.xy.length / 2,
    fault: await faultOf(degrees, metric, work),
    isOutside: isOutside(degrees.xy, extent),
  };
  return { geometry: geometry as ShapeGeometry, facts };
}

/** What a shape in degrees holds, as a column of one row. @throws {AppError} `geometry-invalid`. */
export function columnInDegrees({
  geometry,
  crs,
}: {
  geometry: ShapeGeometry;
  crs?: MetricCrs;
}): GeometryColumn {
  const column = geometriesToColumn([geometry]);
  return crs ? unprojectColumn(column, crs) : column;
}

async function outlineOf(
  store: LayerStore,
  { layer, key }: { layer: string; key: string },
  work: Work,
): Promise<GeometryColumn> {
  const feature = await findFeature(store, layer, key, work);
  if (!feature) throw new AppError('feature-unknown', `no ${layer} ${key}`, { layer, key });
  const loaded = await store.holdingRow(layer, feature.row, work);
  const geometry = rowToGeometry(loaded.table.geometry, feature.row - loaded.firstRow);
  return geometriesToColumn([geometry]);
}

/** Areas below this, in m², are the rounding of coordinates. */
const FLAT_AREA = 0.01;

async function faultOf(
  degrees: GeometryColumn,
  metric: GeometryColumn,
  work: Work,
): Promise<ShapeFault | null> {
  const kind = degrees.kinds[0];
  if (kind === GEOMETRY_KIND.point) return null;
  const isFlat =
    kind === GEOMETRY_KIND.line ? rowLength(metric, 0) === 0 : rowArea(metric, 0) < FLAT_AREA;
  if (isFlat && !ownCrossing(degrees, 0)) return { reason: 'flat', at: null };
  return kind === GEOMETRY_KIND.line ? null : findInvalidity(degrees, 0, work);
}

function isOutside(xy: Float64Array, [west, south, east, north]: Extent): boolean {
  const [minX, minY, maxX, maxY] = boxOf(xy);
  return maxX < west || minX > east || maxY < south || minY > north;
}

function boxOf(xy: Float64Array): Extent {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < xy.length; i += 2) {
    const [x, y] = [xy[i] as number, xy[i + 1] as number];
    minX = Math.min(minX, x);
    maxX = Math.max(maxX, x);
    minY = Math.min(minY, y);
    maxY = Math.max(maxY, y);
  }
  return [minX, minY, maxX, maxY];
}
