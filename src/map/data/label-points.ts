import type { Feature, FeatureCollection, Point } from 'geojson';
import type { DrawBatch } from '../../engine/protocol.ts';
import { labelPlace } from '../../geo/label-place.ts';
import { LABEL_RANK } from '../style/label-specifications.ts';
import { propertiesOf } from './batch-to-geojson.ts';

/**
 * One point a polygon, where its name stands (see `labelPlace`), degrees, longitude first. Each carries the fields of the batch and a
 * rank, 0 to 1: the square root of its share of the greatest value of `rankField`, or of the greatest area.
 */
export function labelPoints(batch: DrawBatch, rankField?: string): FeatureCollection<Point> {
  const places = Array.from({ length: batch.geometry.length }, (_, i) =>
    labelPlace(batch.geometry, i),
  );
  const weights = places.map((place, i) =>
    rankField ? Number(batch.columns[rankField]?.[i] ?? 0) : (place?.area ?? 0),
  );
  const greatest = weights.reduce((a, b) => Math.max(a, b), 0) || 1;
  const features: Feature<Point>[] = [];
  places.forEach((place, i) => {
    if (!place) return;
    features.push({
      type: 'Feature',
      id: batch.rows[i]!,
      geometry: { type: 'Point', coordinates: [place.x, place.y] },
      properties: {
        ...propertiesOf(batch.columns, i),
        [LABEL_RANK]: Math.sqrt(Math.max(0, weights[i]!) / greatest),
      },
    });
  });
  return { type: 'FeatureCollection', features };
}
