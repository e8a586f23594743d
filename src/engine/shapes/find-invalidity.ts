import type { FaultReason } from '../../domain/geometry-fault.ts';
import type { LngLat } from '../../domain/units.ts';
import type { GeometryColumn } from '../../geo/geometry-column.ts';
import { isPlainlyValid } from '../../geo/is-plainly-valid.ts';
import { ownCrossing } from '../../geo/own-crossing.ts';
import { writeWkb } from '../../geo/write-wkb.ts';
import { loadGeos } from '../../geos/geos.ts';
import { untilAborted, type Work } from '../work.ts';

/**
 * What rule of OGC Simple Features a row in degrees breaks, and where; null when it follows them all. Exact: what a quick
 * look does not clear is asked of GEOS, which is fetched then.
 * @throws the signal's reason when cancelled meanwhile.
 */
export async function findInvalidity(
  column: GeometryColumn,
  row: number,
  work: Work,
): Promise<{ reason: FaultReason; at: LngLat | null } | null> {
  if (isPlainlyValid(column, row)) return null;
  const crossing = ownCrossing(column, row);
  if (crossing) return { reason: 'self-intersection', at: crossing };
  const wkb = writeWkb(column, row);
  const geos = await untilAborted(loadGeos(), work.signal);
  const found = wkb && geos.validReason(wkb);
  if (!found) return null;
  return { reason: found.code, at: Number.isNaN(found.x) ? null : [found.x, found.y] };
}
