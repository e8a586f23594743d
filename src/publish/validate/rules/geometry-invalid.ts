import { isPlainlyValid } from '../../../geo/is-plainly-valid.ts';
import { projectColumn } from '../../../geo/project.ts';
import { readWkb } from '../../../geo/read-wkb.ts';
import { rowArea } from '../../../geo/row-measures.ts';
import { writeWkb } from '../../../geo/write-wkb.ts';
import type { Geos } from '../../../geos/geos.ts';
import type { IssueFacts } from '../../issue.ts';
import { faultReasons } from '../../strings/fault-reasons.ts';
import type { Measured } from '../measured.ts';
import type { Rule, RuleContext, Sighting } from '../rule.ts';
import { eachOf } from '../slices.ts';

/**
 * A geometry that breaks a rule of OGC Simple Features (1.2.1, 6.1.11), as published, in degrees, with the reason and place
 * that GEOS gives and what its repair would change. Cost: 1 µs a parcel that `isPlainlyValid` clears, 20 µs of
 * GEOS for the others.
 */
export const geometryInvalid: Rule = {
  id: 'geometry.invalid',
  severity: 'error',
  async check(context, measured) {
    const { geometry } = context.table;
    const doubtful: number[] = [];
    await eachOf(geometry.length, context, (row) => {
      if (!isPlainlyValid(geometry, row)) doubtful.push(row);
    });
    if (doubtful.length === 0) return [];
    const geos = await measured.geos();
    const sightings: Sighting[] = [];
    await eachOf(doubtful.length, context, (i) => {
      const sighting = checkRow(context, measured, geos, doubtful[i]!);
      if (sighting) sightings.push(sighting);
    });
    return sightings;
  },
};

function checkRow(
  context: RuleContext,
  measured: Measured,
  geos: Geos,
  row: number,
): Sighting | null {
  const wkb = writeWkb(context.table.geometry, row)!;
  const found = geos.validReason(wkb);
  if (!found) return null;
  const place = Number.isNaN(found.x) ? null : ([found.x, found.y] as const);
  const facts = { code: found.code, reason: faultReasons[found.code] };
  return { row, place, facts: { ...facts, ...describeRepair(context, measured, geos, row, wkb) } };
}

/** Areas in m² of the territory's metric CRS before and after GEOS' `makeValid`, and the parts that it gives. */
function describeRepair(
  { table, meta, territory }: RuleContext,
  measured: Measured,
  geos: Geos,
  row: number,
  wkb: Uint8Array,
): IssueFacts {
  if (meta.geometry !== 'polygon') return {};
  const { metricCrs } = territory;
  const repaired = geos.extract(geos.makeValid(wkb), 'polygon');
  const after = projectColumn(readWkb([repaired]), metricCrs);
  return {
    areaBefore: rowArea(measured.side.column, row),
    areaAfter: rowArea(after, 0),
    partsBefore: table.geometry.partOffsets[row + 1]! - table.geometry.partOffsets[row]!,
    partsAfter: after.partOffsets[1]!,
    crs: metricCrs,
  };
}
