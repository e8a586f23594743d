import type { Geometry, Position } from 'geojson';
import { GeometryBuilder } from './geometry-builder.ts';
import { GEOMETRY_KIND, type GeometryColumn, type GeometryKind } from './geometry-column.ts';

/**
 * The column that a list of GeoJSON geometries holds, one row each; null and empty geometries give kind `none`.
 * Coordinates are kept as they stand, heights are dropped.
 * @throws {AppError} `geometry-invalid` with the `row` for a GeometryCollection, an unknown type, coordinates of
 * the wrong depth or not finite, or an open ring.
 */
export function geometriesToColumn(geometries: (Geometry | null)[]): GeometryColumn {
  const builder = new GeometryBuilder();
  for (const geometry of geometries) {
    if (geometry) addGeometry(geometry, builder);
    builder.endRow();
  }
  return builder.finish();
}

const KINDS: Record<string, GeometryKind> = {
  Point: GEOMETRY_KIND.point,
  MultiPoint: GEOMETRY_KIND.point,
  LineString: GEOMETRY_KIND.line,
  MultiLineString: GEOMETRY_KIND.line,
  Polygon: GEOMETRY_KIND.polygon,
  MultiPolygon: GEOMETRY_KIND.polygon,
};

function addGeometry(geometry: Geometry, builder: GeometryBuilder): void {
  const kind = KINDS[geometry.type];
  if (kind === undefined || geometry.type === 'GeometryCollection') {
    builder.fail(`GeoJSON type is ${geometry.type}, Point to MultiPolygon are wanted`);
  }
  builder.startRow(kind);
  try {
    for (const part of partsOf(geometry)) {
      for (const ring of part) {
        for (const position of ring) builder.addVertex(position[0]!, position[1]!);
        builder.endRing();
      }
      builder.endPart();
    }
  } catch (cause) {
    if (cause instanceof TypeError) {
      builder.fail(`the coordinates of the ${geometry.type} have the wrong depth`, cause);
    }
    throw cause;
  }
}

/** Parts → rings → positions, whatever the type; an empty point has no position. */
function partsOf(geometry: Exclude<Geometry, { type: 'GeometryCollection' }>): Position[][][] {
  switch (geometry.type) {
    case 'Point':
      return geometry.coordinates.length === 0 ? [] : [[[geometry.coordinates]]];
    case 'MultiPoint':
      return geometry.coordinates.map((position) => [[position]]);
    case 'LineString':
      return [[geometry.coordinates]];
    case 'MultiLineString':
      return geometry.coordinates.map((line) => [line]);
    case 'Polygon':
      return [geometry.coordinates];
    case 'MultiPolygon':
      return geometry.coordinates;
  }
}
