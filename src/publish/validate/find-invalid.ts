import { isPlainlyValid } from '../../geo/is-plainly-valid.ts';
import { projectColumn } from '../../geo/project.ts';
import { readWkb } from '../../geo/read-wkb.ts';
import { rowArea } from '../../geo/row-measures.ts';
import { writeWkb } from '../../geo/write-wkb.ts';
import type { Geos } from '../../geos/geos.ts';
import { faultReasons } from '../strings/fault-reasons.ts';
import type { Measured } from './measured.ts';
import type { RuleContext, Sighting } from './rule.ts';
import { eachOf } from './slices.ts';

/** A geometry that breaks a rule of OGC Simple Features. */
export interface InvalidRow {
  /** Facts: `reason` in French and its `code`, then, of a polygon, what its repair changes. */
  sighting: Sighting;
  /** Whether its measures are wrong, see `MAX_CHANGE_M2`. */
  isWrong: boolean;
}

/**
 * Rows whose geometry breaks a rule of OGC Simple Features (1.2.1, 6.1.11), as published, in degrees, with the reason and the
 * place that GEOS gives. Cost: 1 µs a parcel that `isPlainlyValid` clears, 20 µs of GEOS for the others.
 */
export async function findInvalid(context: RuleContext, measured: Measured): Promise<InvalidRow[]> {
  const { geometry } = context.table;
  const doubtful: number[] = [];
  await eachOf(geometry.length, context, (row) => {
    if (!isPlainlyValid(geometry, row)) doubtful.push(row);
  });
  if (doubtful.length === 0) return [];
  const geos = await measured.geos();
  const found: InvalidRow[] = [];
  await eachOf(doubtful.length, context, (i) => {
    const invalid = checkRow(context, measured, geos, doubtful[i]!);
    if (invalid) found.push(invalid);
  });
  return found;
}

/** Area in m², and share of the polygon, by which a repair may change it without its measures being called wrong. */
const MAX_CHANGE_M2 = 1;
const MAX_CHANGE_SHARE = 0.001;

function checkRow(
  context: RuleContext,
  measured: Measured,
  geos: Geos,
  row: number,
): InvalidRow | null {
  const wkb = writeWkb(context.table.geometry, row)!;
  const fault = geos.validReason(wkb);
  if (!fault) return null;
  const place = Number.isNaN(fault.x) ? null : ([fault.x, fault.y] as const);
  const facts = { code: fault.code, reason: faultReasons[fault.code] };
  if (context.meta.geometry !== 'polygon') {
    return { sighting: { row, place, facts }, isWrong: false };
  }
  const effect = repairEffect(context, measured, geos, row, wkb);
  const allowed = Math.max(MAX_CHANGE_M2, MAX_CHANGE_SHARE * effect.areaAfter);
  const change = Math.abs(effect.areaAfter - effect.areaBefore);
  const isWrong = effect.areaAfter === 0 || change > allowed;
  return { sighting: { row, place, facts: { ...facts, ...effect } }, isWrong };
}

/** Areas in m² of the territory's metric CRS, and parts, before and after GEOS' `makeValid`. */
function repairEffect(
  { table: { geometry }, territory: { metricCrs } }: RuleContext,
  measured: Measured,
  geos: Geos,
  row: number,
  wkb: Uint8Array,
) {
  const repaired = readWkb([geos.extract(geos.makeValid(wkb), 'polygon')]);
  return {
    areaBefore: rowArea(measured.side.column, row),
    areaAfter: rowArea(projectColumn(repaired, metricCrs), 0),
    partsBefore: geometry.partOffsets[row + 1]! - geometry.partOffsets[row]!,
    partsAfter: repaired.partOffsets[1]!,
    crs: metricCrs,
  };
}
