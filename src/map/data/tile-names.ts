import type { Feature, FeatureCollection, Point } from 'geojson';
import type { Extent } from '../../domain/units.ts';
import type { DrawTile } from '../../engine/protocol.ts';
import { LABEL_RANK } from '../style/label-specifications.ts';
import { propertiesOf } from './batch-to-geojson.ts';
import { extentsMeet } from './extents.ts';

/**
 * The names of tiles that stand within an extent, as points with their fields, degrees, longitude first. Their rank, 0 to 1, grows with
 * the feature and is the same whatever else is in sight: the map, which draws the greatest first, leaves the same names out wherever it is moved.
 */
export function tileNames(tiles: DrawTile[], extent: Extent): FeatureCollection<Point> {
  const features: Feature<Point>[] = [];
  for (const { mesh, rows, columns } of tiles) {
    if (!extentsMeet(mesh.extent, extent)) continue;
    for (let i = 0; 3 * i < mesh.places.length; i++) {
      const [x, y, size] = mesh.places.subarray(3 * i, 3 * i + 3) as unknown as [
        number,
        number,
        number,
      ];
      if (!(x >= extent[0] && x <= extent[2] && y >= extent[1] && y <= extent[3])) continue;
      features.push({
        type: 'Feature',
        id: rows[i]!,
        geometry: { type: 'Point', coordinates: [x, y] },
        properties: { ...propertiesOf(columns, i), [LABEL_RANK]: size / (size + MIDDLE_SIZE) },
      });
    }
  }
  return { type: 'FeatureCollection', features };
}

/** Square root of the area of a feature of rank 0.5, in degrees: about 80 m on a side. */
const MIDDLE_SIZE = 0.001;
