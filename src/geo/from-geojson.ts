import type { Geometry, Position } from 'geojson';
import { type CheckedColumn, GeometryBuilder } from './geometry-builder.ts';
import { GEOMETRY_KIND, type GeometryColumn, type GeometryKind } from './geometry-column.ts';

/**
 * The column that a list of GeoJSON geometries holds, one row each; null and empty geometries give kind `none`.
 * Coordinates are kept as they stand, heights are dropped.
 * @throws {AppError} `geometry-invalid` with the `row` for a GeometryCollection, an unknown type, coordinates of
 * the wrong depth or not finite, an open ring, or a ring or line of too few positions.
 */
export function geometriesToColumn(geometries: (Geometry | null)[]): GeometryColumn {
  const builder = new GeometryBuilder();
  for (const geometry of geometries) addRow(geometry, builder);
  return builder.finish();
}

/**
 * The column that `geometriesToColumn` gives, but that a geometry which it would refuse gives a row of kind `none` and
 * a fault.
 */
export function geometriesToRows(geometries: Iterable<Geometry | null>): CheckedColumn {
  const builder = new GeometryBuilder();
  const faults: CheckedColumn['faults'] = [];
  for (const geometry of geometries) {
    try {
      addRow(geometry, builder);
    } catch (error) {
      faults.push(builder.dropRow(error));
    }
  }
  return { geometry: builder.finish(), faults };
}

const KINDS: Record<string, GeometryKind> = {
  Point: GEOMETRY_KIND.point,
  MultiPoint: GEOMETRY_KIND.point,
  LineString: GEOMETRY_KIND.line,
  MultiLineString: GEOMETRY_KIND.line,
  Polygon: GEOMETRY_KIND.polygon,
  MultiPolygon: GEOMETRY_KIND.polygon,
};

function addRow(geometry: Geometry | null, builder: GeometryBuilder): void {
  if (geometry) addGeometry(geometry, builder);
  builder.endRow();
}

function addGeometry(geometry: Geometry, builder: GeometryBuilder): void {
  const kind = Object.hasOwn(KINDS, geometry.type) ? KINDS[geometry.type] : undefined;
  if (kind === undefined || geometry.type === 'GeometryCollection') {
    const seen = `GeoJSON type is ${geometry.type}, Point to MultiPolygon are wanted`;
    builder.fail('unknown-type', seen);
  }
  builder.startRow(kind);
  try {
    for (const part of partsOf(geometry)) {
      for (const ring of part) {
        for (const position of ring) {
          if (!Array.isArray(position)) throw new TypeError(`${position} is no position`);
          builder.addVertex(position[0]!, position[1]!);
        }
        builder.endRing();
      }
      builder.endPart();
    }
  } catch (cause) {
    if (cause instanceof TypeError) {
      const seen = `the coordinates of the ${geometry.type} have the wrong depth`;
      builder.fail('wrong-depth', seen, cause);
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
