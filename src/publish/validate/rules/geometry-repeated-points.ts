import { GEOMETRY_KIND } from '../../../geo/geometry-column.ts';
import type { Rule } from '../rule.ts';
import { eachOf } from '../slices.ts';

/** Vertices that stand twice in a row: harmless weight, told once for the layer, at the first of them. */
export const geometryRepeatedPoints: Rule = {
  id: 'geometry.repeated-points',
  severity: 'notice',
  async check(context) {
    const { geometry } = context.table;
    const { kinds, partOffsets, ringOffsets, vertexOffsets, xy } = geometry;
    const rows = new Set<number>();
    let first = -1;
    let vertices = 0;
    await eachOf(geometry.length, context, (row) => {
      if (kinds[row] === GEOMETRY_KIND.point || kinds[row] === GEOMETRY_KIND.none) return;
      const end = ringOffsets[partOffsets[row + 1]!]!;
      for (let ring = ringOffsets[partOffsets[row]!]!; ring < end; ring++) {
        for (let v = vertexOffsets[ring]! + 1; v < vertexOffsets[ring + 1]!; v++) {
          if (xy[2 * v] !== xy[2 * v - 2] || xy[2 * v + 1] !== xy[2 * v - 1]) continue;
          if (first < 0) first = v;
          vertices++;
          rows.add(row);
        }
      }
    });
    if (first < 0) return [];
    const place = [xy[2 * first]!, xy[2 * first + 1]!] as const;
    return [{ row: null, place, facts: { vertices, features: rows.size } }];
  },
};
