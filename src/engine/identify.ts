import { type ErrorData, errorToData } from '../domain/errors.ts';
import type { Feature } from '../domain/feature.ts';
import type { Extent, LngLat } from '../domain/units.ts';
import { createSide } from '../geo/layer-index.ts';
import { projectColumn, projectPosition } from '../geo/project.ts';
import { boxesMeeting } from '../geo/row-boxes.ts';
import { rowsNear, rowsUnder } from '../geo/rows-near.ts';
import { selectRows } from '../geo/select-rows.ts';
import { featureAt } from './find-feature.ts';
import type { LayerStore } from './layer-store.ts';
import type { LoadedRows } from './loaded-rows.ts';
import type { EngineMessages } from './protocol.ts';
import type { Work } from './work.ts';

/**
 * Features of the layers within `radius` metres of a point, in the order of `layers`, the nearest of each first; of polygons, those
 * that hold the point where there are any. A layer that cannot be
 * read is told apart, the others stand.
 */
export async function identify(
  store: LayerStore,
  at: LngLat,
  radius: number,
  layers: string[],
  work: Work,
): Promise<EngineMessages['identify']['response']> {
  const features: Feature[] = [];
  const failures: { layer: string; error: ErrorData }[] = [];
  const box = boxAround(at, radius);
  for (const layer of layers) {
    try {
      for (const loaded of await store.around(layer, box, work)) {
        for (const row of rowsAround(loaded, at, radius, rowsUnder))
          features.push(featureAt(loaded, row));
      }
    } catch (error) {
      work.signal.throwIfAborted();
      failures.push({ layer, error: errorToData(error) });
    }
  }
  return { features, failures };
}

/** Rows within `radius` metres of a point, the nearest first; `choose` says which of them. */
export function rowsAround(
  { boxes, table, crs }: LoadedRows,
  at: LngLat,
  radius: number,
  choose = rowsNear,
): number[] {
  const rows = boxesMeeting(boxes(), boxAround(at, radius));
  const side = createSide(projectColumn(selectRows(table.geometry, rows), crs));
  return choose(side, projectPosition(at, crs), radius).map((i) => rows[i] as number);
}

/** A box in degrees that holds the circle of `radius` metres around a point, with some room. */
function boxAround([lng, lat]: LngLat, radius: number): Extent {
  const dLat = (radius / METRES_A_DEGREE) * 1.01;
  const dLng = dLat / Math.cos((lat * Math.PI) / 180);
  return [lng - dLng, lat - dLat, lng + dLng, lat + dLat];
}

/** Shortest degree of latitude on the GRS80 ellipsoid, at the equator, in metres. */
const METRES_A_DEGREE = 110_574;
