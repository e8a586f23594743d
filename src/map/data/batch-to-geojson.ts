import type { FeatureCollection } from 'geojson';
import type { DrawBatch } from '../../engine/protocol.ts';
import { rowToGeometry } from '../../geo/to-geojson.ts';

/**
 * The features of a batch as GeoJSON: their fields as properties, their row in the file as id; degrees, longitude
 * first. Rows without geometry are left out.
 */
export function batchToGeoJson({ geometry, rows, columns }: DrawBatch): FeatureCollection {
  const collection: FeatureCollection = { type: 'FeatureCollection', features: [] };
  for (let i = 0; i < geometry.length; i++) {
    const shape = rowToGeometry(geometry, i);
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
