import { GEOMETRY_KIND } from '../../../geo/geometry-column.ts';
import { partMeasures } from '../part-measures.ts';
import type { Rule, Sighting } from '../rule.ts';
import { eachOf } from '../slices.ts';
import { MIN_AREA_M2 } from './geometry-tiny.ts';

/**
 * Mean width in metres under which two borders cannot be told apart: the tolerance of what is drawn on a raster
 * cadastre (CNIG PLU v2024 rev. 2025-06, quality).
 */
const MAX_WIDTH_M = 0.4;

/** How many times longer than wide a sliver is: what is shorter is a small thing, not the trace of two borders. */
const MIN_RATIO = 50;

/**
 * A polygon with a part so long and thin that two drawings of one border must have left it. Only told: the cadastre has true
 * ones, and in a partition the gaps and overlaps that matter are warned of.
 */
export const geometrySliver: Rule = {
  id: 'geometry.sliver',
  severity: 'notice',
  async check(context, measured) {
    const { column } = measured.side;
    const { kinds, partOffsets, ringOffsets, vertexOffsets, xy } = column;
    const sightings: Sighting[] = [];
    await eachOf(column.length, context, (row) => {
      if (kinds[row] !== GEOMETRY_KIND.polygon) return;
      for (let part = partOffsets[row]!; part < partOffsets[row + 1]!; part++) {
        const { area, perimeter, width } = partMeasures(column, part);
        if (area < MIN_AREA_M2 || width >= MAX_WIDTH_M) continue;
        if (perimeter / 2 < MIN_RATIO * width) continue;
        const vertex = 2 * vertexOffsets[ringOffsets[part]!]!;
        const place = measured.toDegrees(xy[vertex]!, xy[vertex + 1]!);
        const crs = context.territory.metricCrs;
        sightings.push({ row, place, facts: { width, length: perimeter / 2, area, crs } });
      }
    });
    return sightings;
  },
};
