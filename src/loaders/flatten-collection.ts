import type { Geometry, Position } from 'geojson';

/**
 * The geometries that a GeoJSON geometry is made of, one a family: a collection of points and surfaces gives a
 * MultiPoint and a MultiPolygon, whatever it nests; any other geometry, null included, gives itself. A collection of
 * nothing is null; one that holds an unknown type is left as it is.
 */
export function flattenCollection(geometry: Geometry | null): (Geometry | null)[] {
  if (geometry?.type !== 'GeometryCollection') return [geometry];
  const points: Position[] = [];
  const lines: Position[][] = [];
  const polygons: Position[][][] = [];
  const waiting: (Geometry | null)[] = [geometry];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const inner = next && 'geometries' in next ? next.geometries : next?.coordinates;
    if (!next || !Array.isArray(inner)) return [geometry];
    if (next.type === 'GeometryCollection') addAll(waiting, next.geometries.toReversed());
    else if (next.type === 'Point') points.push(next.coordinates);
    else if (next.type === 'MultiPoint') addAll(points, next.coordinates);
    else if (next.type === 'LineString') lines.push(next.coordinates);
    else if (next.type === 'MultiLineString') addAll(lines, next.coordinates);
    else if (next.type === 'Polygon') polygons.push(next.coordinates);
    else if (next.type === 'MultiPolygon') addAll(polygons, next.coordinates);
    else return [geometry];
  }
  const parts: Geometry[] = [];
  if (points.length > 0) parts.push({ type: 'MultiPoint', coordinates: points });
  if (lines.length > 0) parts.push({ type: 'MultiLineString', coordinates: lines });
  if (polygons.length > 0) parts.push({ type: 'MultiPolygon', coordinates: polygons });
  return parts.length > 0 ? parts : [null];
}

function addAll<T>(list: T[], items: readonly T[]): void {
  for (const item of items) list.push(item);
}
