import { GEOMETRY_KIND, type GeometryColumn } from '../../../geo/geometry-column.ts';
import { overlap } from '../../../geo/overlap.ts';
import { pairRows } from '../../../geo/pair-rows.ts';
import { readWkb } from '../../../geo/read-wkb.ts';
import { writeWkb } from '../../../geo/write-wkb.ts';
import type { Geos } from '../../../geos/geos.ts';
import { keyOf } from '../key-of.ts';
import type { Measured } from '../measured.ts';
import { rowsWithGeometry } from '../outside.ts';
import { partMeasures } from '../part-measures.ts';
import { isPartition, isPlu, ROUNDING_WIDTH_M, soundPolygons } from '../partition.ts';
import type { Rule, RuleContext, Sighting } from '../rule.ts';
import { eachOf, finish } from '../slices.ts';

/**
 * Two polygons of a partition that cover the same ground, each pair once, on its later row. Pairs come from the kernel,
 * what they share from GEOS. Pieces of it that are narrower than `ROUNDING_WIDTH_M` on average are not told: along a common
 * border they come by the kilometre, and would hide by their length a piece that is wide. Areas are in m² of the territory's
 * metric CRS; the place is in the largest piece.
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
  const wide = Array.from({ length: shape.partOffsets[1]! }, (_, part) => ({
    part,
    ...partMeasures(shape, part),
  })).filter(({ width }) => width > ROUNDING_WIDTH_M);
  const largest = wide.toSorted((a, b) => b.area - a.area)[0];
  if (!largest) return null;
  const area = wide.reduce((sum, part) => sum + part.area, 0);
  const width = (2 * area) / wide.reduce((sum, part) => sum + part.perimeter, 0);
  const [x, y] = readWkb([geos.pointOnSurface(writeWkb(partOf(shape, largest.part), 0)!)]).xy;
  const facts = {
    other: keyOf(context, other),
    area,
    width,
    isPlu: isPlu(context),
    crs: context.territory.metricCrs,
  };
  return { row, place: measured.toDegrees(x!, y!), facts };
}

/** A part of a polygon row, alone. */
function partOf({ ringOffsets, vertexOffsets, xy }: GeometryColumn, part: number): GeometryColumn {
  const rings = vertexOffsets.slice(ringOffsets[part]!, ringOffsets[part + 1]! + 1);
  const [first = 0] = rings;
  return {
    length: 1,
    kinds: Uint8Array.of(GEOMETRY_KIND.polygon),
    partOffsets: Uint32Array.of(0, 1),
    ringOffsets: Uint32Array.of(0, rings.length - 1),
    vertexOffsets: rings.map((vertex) => vertex - first),
    xy: xy.slice(2 * first, 2 * rings.at(-1)!),
  };
}
