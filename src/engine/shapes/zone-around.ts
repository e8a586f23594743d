import { AppError } from '../../domain/errors.ts';
import { MAX_DISTANCE_M } from '../../domain/question.ts';
import type { GeometryColumn } from '../../geo/geometry-column.ts';
import { readWkb } from '../../geo/read-wkb.ts';
import { writeWkb } from '../../geo/write-wkb.ts';
import { loadGeos } from '../../geos/geos.ts';
import { untilAborted, type Work } from '../work.ts';

/**
 * All within `metres` of the one row of a column in the metric CRS, as a column of one row there; GEOS is fetched for it. Round corners
 * have 32 segments a quarter of a circle: they lie up to 1.5 % of the distance inside the true arc (see `Construct.buffer`).
 * @throws {AppError} `geometry-invalid` with reason `zone-distance` for a distance that is not above 0 and up to `MAX_DISTANCE_M`,
 * `zone-empty` for a row without geometry; the signal's reason when cancelled meanwhile.
 */
export async function zoneAround(
  metric: GeometryColumn,
  metres: number,
  work: Work,
): Promise<GeometryColumn> {
  if (!(metres > 0 && metres <= MAX_DISTANCE_M)) {
    const context = { reason: 'zone-distance', found: metres, wanted: MAX_DISTANCE_M };
    throw new AppError('geometry-invalid', `no zone of ${metres} m`, context);
  }
  const wkb = writeWkb(metric, 0);
  if (!wkb)
    throw new AppError('geometry-invalid', 'nothing to go around', { reason: 'zone-empty' });
  const geos = await untilAborted(loadGeos(), work.signal);
  return readWkb([geos.buffer(wkb, metres, QUADRANT_SEGMENTS)]);
}

const QUADRANT_SEGMENTS = 32;
