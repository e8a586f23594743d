import type { FeatureCollection } from 'geojson';
import type { DrawBatch } from '../../engine/protocol.ts';
import { rowBoxes } from '../../geo/row-boxes.ts';
import { propertiesOf } from './batch-to-geojson.ts';

/** Field of a mark: the zoom from which its feature is large enough to be seen without it. */
export const MARK_UNTIL = 'until';

/**
 * One point in the middle of each feature of a batch, degrees, with its fields and the zoom until which the feature is smaller on
 * the map than `MARKED_PX`. Features without geometry have none.
 */
export function changeMarks({ geometry, rows, columns }: DrawBatch): FeatureCollection {
  const boxes = rowBoxes(geometry);
  const collection: FeatureCollection = { type: 'FeatureCollection', features: [] };
  for (let i = 0; i < geometry.length; i++) {
    const [west = 0, south = 0, east = 0, north = 0] = boxes.subarray(4 * i, 4 * i + 4);
    if (!Number.isFinite(west)) continue;
    const middle = [(west + east) / 2, (south + north) / 2];
    const narrowing = Math.cos((((south + north) / 2) * Math.PI) / 180);
    const degrees = Math.max(east - west, (north - south) / narrowing);
    const until = Math.log2((MARKED_PX * 360) / (WORLD_PX * Math.max(degrees, SMALLEST)));
    collection.features.push({
      type: 'Feature',
      id: rows[i]!,
      geometry: { type: 'Point', coordinates: middle },
      properties: { ...propertiesOf(columns, i), [MARK_UNTIL]: until },
    });
  }
  return collection;
}

/** A feature narrower than this on the map, in pixels, is marked: its hatch could not be told from another. */
const MARKED_PX = 24;

/** Width of the world at zoom 0, in pixels. */
const WORLD_PX = 512;

/** Degrees, some centimetres: what is smaller is marked at every zoom. */
const SMALLEST = 1e-7;
