import { rowToGeometry } from '../geo/to-geojson.ts';
import type { AnswerWriter } from './answer-file.ts';

/**
 * GeoJSON (RFC 7946): WGS 84, longitude first. Beside the features, `arpent` holds the question, the versions of the
 * layers it was put to and the CRS of the measures, so that the file says where its figures come from.
 */
export const geojsonWriter: AnswerWriter = {
  extension: 'geojson',
  mediaType: 'application/geo+json',
  write({ answer, layer, columns, rows, geometry }) {
    const key = columns.indexOf(layer.key);
    const features = rows.map((cells, row) => ({
      type: 'Feature',
      id: cells[key],
      properties: Object.fromEntries(columns.map((name, i) => [name, cells[i]])),
      geometry: rowToGeometry(geometry, row),
    }));
    const { question, versions, crs } = answer;
    return JSON.stringify({
      type: 'FeatureCollection',
      name: layer.title,
      arpent: { question, versions, measuresCrs: crs },
      features,
    });
  },
};
