import type { FeatureCollection, Geometry, Position } from 'geojson';
import type { DrawBatch } from '../../engine/protocol.ts';
import { GEOMETRY_KIND, type GeometryColumn } from '../../geo/geometry-column.ts';

/**
 * The features of a batch as GeoJSON: their fields as properties, their row in the file as id; degrees, longitude
 * first. Rows without geometry are left out.
 */
export function batchToGeoJson({ geometry, rows, columns }: DrawBatch): FeatureCollection {
  const collection: FeatureCollection = { type: 'FeatureCollection', features: [] };
  for (let i = 0; i < geometry.length; i++) {
    const shape = geometryOf(geometry, i);
    if (!shape) continue;
    collection.features.push({
      type: 'Feature',
      id: rows[i]!,
      geometry: shape,
      properties: propertiesOf(columns, i),
    });
  }
  return collection;
}

/** The attributes of row `i` of a batch. */
export function propertiesOf(columns: DrawBatch['columns'], i: number): Record<string, unknown> {
  return Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, values[i]]));
}

/** The geometry of row `i`, or null where there is none. */
export function geometryOf(column: GeometryColumn, i: number): Geometry | null {
  const kind = column.kinds[i];
  const parts = partsOf(column, i);
  if (kind === GEOMETRY_KIND.none || parts.length === 0) return null;
  if (kind === GEOMETRY_KIND.polygon) {
    return parts.length === 1
      ? { type: 'Polygon', coordinates: parts[0]! }
      : { type: 'MultiPolygon', coordinates: parts };
  }
  const rings = parts.flat();
  if (kind === GEOMETRY_KIND.line) {
    return rings.length === 1
      ? { type: 'LineString', coordinates: rings[0]! }
      : { type: 'MultiLineString', coordinates: rings };
  }
  const points = rings.flat();
  return points.length === 1
    ? { type: 'Point', coordinates: points[0]! }
    : { type: 'MultiPoint', coordinates: points };
}

/** The parts of row `i`, each a list of rings, each a list of positions. */
export function partsOf(column: GeometryColumn, i: number): Position[][][] {
  const { partOffsets, ringOffsets, vertexOffsets, xy } = column;
  const parts: Position[][][] = [];
  for (let part = partOffsets[i]!; part < partOffsets[i + 1]!; part++) {
    const rings: Position[][] = [];
    for (let ring = ringOffsets[part]!; ring < ringOffsets[part + 1]!; ring++) {
      const positions: Position[] = [];
      for (let v = vertexOffsets[ring]!; v < vertexOffsets[ring + 1]!; v++) {
        positions.push([xy[2 * v]!, xy[2 * v + 1]!]);
      }
      rings.push(positions);
    }
    parts.push(rings);
  }
  return parts;
}
