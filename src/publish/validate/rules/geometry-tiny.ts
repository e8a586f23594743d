import { GEOMETRY_KIND } from '../../../geo/geometry-column.ts';
import { ringLength } from '../../../geo/row-measures.ts';
import { partMeasures } from '../part-measures.ts';
import type { Rule, Sighting } from '../rule.ts';
import { eachOf } from '../slices.ts';

/** Area under which a polygon is a crumb, m²: the least that the cadastre counts (contenance in whole m²). */
export const MIN_AREA_M2 = 1;

/** Length under which a line is a crumb, m: what a plan of 1:2 000 cannot show (0.05 mm). */
const MIN_LENGTH_M = 0.1;

/** A polygon, a line or one of their parts that is too small to be meant; holes too small are not told. */
export const geometryTiny: Rule = {
  id: 'geometry.tiny',
  severity: 'notice',
  async check(context, measured) {
    const { column } = measured.side;
    const { kinds, partOffsets, ringOffsets, vertexOffsets, xy } = column;
    const crs = context.territory.metricCrs;
    const sightings: Sighting[] = [];
    await eachOf(column.length, context, (row) => {
      const isPolygon = kinds[row] === GEOMETRY_KIND.polygon;
      if (!isPolygon && kinds[row] !== GEOMETRY_KIND.line) return;
      const parts = partOffsets[row + 1]! - partOffsets[row]!;
      for (let part = partOffsets[row]!; part < partOffsets[row + 1]!; part++) {
        const ring = ringOffsets[part]!;
        const size = isPolygon ? partMeasures(column, part).area : ringLength(column, ring);
        if (size >= (isPolygon ? MIN_AREA_M2 : MIN_LENGTH_M)) continue;
        const vertex = 2 * vertexOffsets[ring]!;
        const place = measured.toDegrees(xy[vertex]!, xy[vertex + 1]!);
        sightings.push({ row, place, facts: { isPolygon, size, parts, crs } });
      }
    });
    return sightings;
  },
};
