import { overlap } from '../../../geo/overlap.ts';
import { pairRows } from '../../../geo/pair-rows.ts';
import { readWkb } from '../../../geo/read-wkb.ts';
import { rowArea, rowLength } from '../../../geo/row-measures.ts';
import type { Geos } from '../../../geos/geos.ts';
import { keyOf } from '../key-of.ts';
import type { Measured } from '../measured.ts';
import { rowsWithGeometry } from '../outside.ts';
import { isPartition, isPlu, ROUNDING_WIDTH_M, soundPolygons } from '../partition.ts';
import type { Rule, RuleContext, Sighting } from '../rule.ts';
import { eachOf, finish } from '../slices.ts';

/**
 * Two polygons of a partition that cover the same ground, each pair once, on its later row. Pairs come from the kernel,
 * what they share from GEOS; what is narrower than `ROUNDING_WIDTH_M` on average is not told. Areas are in m² of the
 * territory's metric CRS.
 */
export const geometryPartitionOverlap: Rule = {
  id: 'geometry.partition-overlap',
  severity: 'warning',
  async check(context, measured) {
    if (!isPartition(context)) return [];
    const { side } = measured;
    const rows = rowsWithGeometry(side.column);
    const job = { kind: 'intersects', a: side, rows, b: side, bRows: null } as const;
    const pairs = await finish(pairRows(job), context);
    const kept: [row: number, other: number][] = [];
    await eachOf(pairs.a.length, context, (i) => {
      const row = pairs.a[i]!;
      const other = pairs.b[i]!;
      if (row > other && overlap(side, row, side, [other]) > 0) kept.push([row, other]);
    });
    if (kept.length === 0) return [];
    const geos = await measured.geos();
    const soundOf = soundPolygons(geos, side.column);
    const sightings: Sighting[] = [];
    await eachOf(kept.length, context, (i) => {
      const sighting = describe(context, measured, geos, kept[i]!, soundOf);
      if (sighting) sightings.push(sighting);
    });
    return sightings;
  },
};

function describe(
  context: RuleContext,
  measured: Measured,
  geos: Geos,
  [row, other]: readonly [row: number, other: number],
  soundOf: (row: number) => Uint8Array,
): Sighting | null {
  const common = geos.extract(geos.intersection(soundOf(row), soundOf(other)), 'polygon');
  const shape = readWkb([common]);
  const area = rowArea(shape, 0);
  const width = (2 * area) / rowLength(shape, 0);
  if (!(width > ROUNDING_WIDTH_M)) return null;
  const [x, y] = readWkb([geos.pointOnSurface(common)]).xy;
  const facts = {
    other: keyOf(context, other),
    area,
    width,
    isPlu: isPlu(context),
    crs: context.territory.metricCrs,
  };
  return { row, place: measured.toDegrees(x!, y!), facts };
}
