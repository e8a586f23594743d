import { rowSize } from '../../../geo/overlap.ts';
import { relateRows } from '../../../geo/relate-rows.ts';
import { rowsWithGeometry } from '../outside.ts';
import type { Rule, Sighting } from '../rule.ts';
import { finish } from '../slices.ts';

/** Share of a feature beyond which it goes out of the territory, and not only by how its limits are drawn. */
const MIN_SHARE = 0.1;
/** Least area in m², or length in m, that counts. */
const MIN_SIZE = { polygon: 100, line: 20, point: 0 };

/**
 * A line or polygon that is partly outside the territory by more than a tenth of it, and 100 m² or 20 m (in the territory's
 * metric CRS). Where the site has no communes, nothing is told.
 */
export const geometryBeyondTerritory: Rule = {
  id: 'geometry.beyond-territory',
  severity: 'notice',
  async check(context, measured) {
    const { table, meta, territory } = context;
    const { communes, side } = measured;
    if (!communes || meta.geometry === 'point') return [];
    const outside = new Set(await measured.outside());
    const rows = rowsWithGeometry(table.geometry).filter((row) => !outside.has(row));
    const job = { kind: 'overlap', minShare: 0, a: side, rows, b: communes, bRows: null } as const;
    const { matched, measure } = await finish(relateRows(job), context);
    const covered = new Map(Array.from(matched, (row, i) => [row, measure![i]!]));
    const sightings: Sighting[] = [];
    for (const row of rows) {
      const { size } = rowSize(side, row);
      const beyond = size - (covered.get(row) ?? 0);
      if (beyond < MIN_SIZE[meta.geometry] || beyond < MIN_SHARE * size) continue;
      const facts = { size, beyond, isPolygon: meta.geometry === 'polygon' };
      sightings.push({ row, place: null, facts: { ...facts, crs: territory.metricCrs } });
    }
    return sightings;
  },
};
