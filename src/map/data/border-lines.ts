import type { Feature, FeatureCollection, LineString } from 'geojson';
import type { DrawBatch } from '../../engine/protocol.ts';
import { sharedBorders } from '../../geo/shared-borders.ts';
import { propertiesOf } from './batch-to-geojson.ts';

/** The outlines of a batch of polygons as lines, each edge once, with the fields of the first polygon that they bound. */
export function borderLines(batch: DrawBatch): FeatureCollection<LineString> {
  const { paths, owners } = sharedBorders(batch.geometry);
  const features = paths.map((path, i): Feature<LineString> => {
    const coordinates = Array.from({ length: path.length / 2 }, (_, v) => [
      path[2 * v]!,
      path[2 * v + 1]!,
    ]);
    const properties = propertiesOf(batch.columns, owners[i]!);
    return { type: 'Feature', geometry: { type: 'LineString', coordinates }, properties };
  });
  return { type: 'FeatureCollection', features };
}
