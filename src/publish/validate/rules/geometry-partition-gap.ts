import { GEOMETRY_KIND, type GeometryColumn } from '../../../geo/geometry-column.ts';
import { readWkb } from '../../../geo/read-wkb.ts';
import { writeWkb } from '../../../geo/write-wkb.ts';
import { rowsWithGeometry } from '../outside.ts';
import { partMeasures } from '../part-measures.ts';
import { isPartition, isPlu, ROUNDING_WIDTH_M, soundPolygons } from '../partition.ts';
import type { Rule, Sighting } from '../rule.ts';
import { eachOf } from '../slices.ts';

/**
 * Ground that a partition leaves uncovered inside its outline: the holes of its union (GEOS), each with its area in m² of the
 * territory's metric CRS. A gap that opens to the outside is not a hole and is not seen; one narrower than
 * `ROUNDING_WIDTH_M` on average is not told. The union is one call of GEOS, which no cancel interrupts: 2.7 s for 2 200
 * zones of 50 vertices.
 */
export const geometryPartitionGap: Rule = {
  id: 'geometry.partition-gap',
  severity: 'warning',
  async check(context, measured) {
    if (!isPartition(context)) return [];
    const { column } = measured.side;
    const geos = await measured.geos();
    const rows = rowsWithGeometry(column);
    const soundOf = soundPolygons(geos, column);
    const polygons: Uint8Array[] = [];
    await eachOf(rows.length, context, (i) => polygons.push(soundOf(rows[i]!)));
    const union = readWkb([geos.extract(geos.union(polygons), 'polygon')]);
    const sightings: Sighting[] = [];
    for (const hole of listHoles(union)) {
      const { area, width } = partMeasures(hole, 0);
      if (width <= ROUNDING_WIDTH_M) continue;
      const [x, y] = readWkb([geos.pointOnSurface(writeWkb(hole, 0)!)]).xy;
      const facts = { area, width, isPlu: isPlu(context), crs: context.territory.metricCrs };
      sightings.push({ row: null, place: measured.toDegrees(x!, y!), facts });
    }
    return sightings;
  },
};

/** Each hole as a polygon of its own. */
function listHoles({ ringOffsets, vertexOffsets, xy }: GeometryColumn): GeometryColumn[] {
  const shells = new Set(ringOffsets);
  const holes: GeometryColumn[] = [];
  for (let ring = 0; ring + 1 < vertexOffsets.length; ring++) {
    if (shells.has(ring)) continue;
    const hole = xy.slice(2 * vertexOffsets[ring]!, 2 * vertexOffsets[ring + 1]!);
    holes.push({
      length: 1,
      kinds: Uint8Array.of(GEOMETRY_KIND.polygon),
      partOffsets: Uint32Array.of(0, 1),
      ringOffsets: Uint32Array.of(0, 1),
      vertexOffsets: Uint32Array.of(0, hole.length / 2),
      xy: hole,
    });
  }
  return holes;
}
