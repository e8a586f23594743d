import type { Geometry, Position } from 'geojson';

/** The first position of a GeoJSON geometry, with its height if it has one; `[]` for a collection or an empty geometry. */
export function firstPosition(geometry: Geometry | null): Position {
  let inner: unknown = geometry && 'coordinates' in geometry ? geometry.coordinates : null;
  while (Array.isArray(inner) && Array.isArray(inner[0])) inner = inner[0];
  return Array.isArray(inner) ? inner : [];
}
