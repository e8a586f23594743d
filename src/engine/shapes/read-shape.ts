import type { MetricCrs } from '../../domain/crs.ts';
import { AppError } from '../../domain/errors.ts';
import type { ShapeGeometry } from '../../domain/shape.ts';
import type { ShapeFacts, ShapeFault } from '../../domain/shape-facts.ts';
import { geometriesToColumn } from '../../geo/from-geojson.ts';
import { GEOMETRY_KIND, type GeometryColumn } from '../../geo/geometry-column.ts';
import { ownCrossing } from '../../geo/own-crossing.ts';
import { projectColumn, unprojectColumn } from '../../geo/project.ts';
import { isRowMeeting } from '../../geo/row-boxes.ts';
import { rowArea, rowLength } from '../../geo/row-measures.ts';
import { rowToGeometry } from '../../geo/to-geojson.ts';
import { findFeature } from '../find-feature.ts';
import type { LayerStore } from '../layer-store.ts';
import type { Work } from '../work.ts';
import { findInvalidity } from './find-invalidity.ts';
import { zoneAround } from './zone-around.ts';

/**
 * A shape to read: coordinates in degrees, longitude first, or in metres of `crs`, easting first; or a feature. `around` asks for the zone
 * within so many metres of it in its place.
 */
export type ShapeRequest = (
  | { geometry: ShapeGeometry; crs?: MetricCrs }
  | { layer: string; key: string }
) & { around?: number };

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
  const { metricCrs, extent } = store.catalogue.territory;
  const given =
    'layer' in request ? await outlineOf(store, request, work) : columnInDegrees(request);
  const degrees =
    request.around === undefined
      ? given
      : unprojectColumn(
          await zoneAround(projectColumn(given, metricCrs), request.around, work),
          metricCrs,
        );
  const geometry = rowToGeometry(degrees, 0);
  if (!geometry || geometry.type === 'GeometryCollection') {
    throw new AppError('geometry-invalid', 'the shape is empty', { reason: 'empty' });
  }
  const metric = projectColumn(degrees, metricCrs);
  const kind = degrees.kinds[0];
  const facts: ShapeFacts = {
    area: kind === GEOMETRY_KIND.polygon ? rowArea(metric, 0) : null,
    length: kind === GEOMETRY_KIND.line ? rowLength(metric, 0) : null,
    vertices: degrees.xy.length / 2,
    fault: await faultOf(degrees, metric, work),
    isOutside: !isRowMeeting(degrees, 0, extent),
  };
  return { geometry: geometry as ShapeGeometry, facts };
}

/** What a shape in degrees holds, as a column of one row. @throws {AppError} `geometry-invalid`. */
function columnInDegrees({
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
