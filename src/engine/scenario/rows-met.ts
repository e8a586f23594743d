import type { Criterion } from '../../domain/impact.ts';
import type { Scalar } from '../../domain/question.ts';
import type { Extent } from '../../domain/units.ts';
import { squaredDistance } from '../../geo/distance.ts';
import { intersects } from '../../geo/intersects.ts';
import { unprojectPosition } from '../../geo/project.ts';
import { rowsInReach } from '../../geo/rows-in-reach.ts';
import type { LayerStore } from '../layer-store.ts';
import type { LoadedRows } from '../loaded-rows.ts';
import type { Work } from '../work.ts';
import type { Footprint } from './footprint.ts';

/** Which features of its layer a criterion counts. */
export type CountedRows = Pick<Criterion, 'where' | 'except' | 'within'>;

/** A row of some loaded rows that a criterion counts. */
export interface MetRow {
  loaded: LoadedRows;
  row: number;
}

/**
 * The features that a criterion counts: those that meet a footprint, borders included, or are within its distance. Reads only the
 * row groups around it.
 */
export async function rowsMet(
  store: LayerStore,
  criterion: CountedRows & { layer: string },
  { side }: Footprint,
  work: Work,
): Promise<MetRow[]> {
  const { metricCrs } = store.catalogue.territory;
  const reach = criterion.within ?? 0;
  const [minX, minY, maxX, maxY] = Array.from(side.index.boxes) as [number, number, number, number];
  const corners = [
    [minX - reach, minY - reach],
    [minX - reach, maxY + reach],
    [maxX + reach, minY - reach],
    [maxX + reach, maxY + reach],
  ].map(([x, y]) => unprojectPosition([x as number, y as number], metricCrs));
  const extent: Extent = [
    Math.min(...corners.map(([lng]) => lng)) - SLACK,
    Math.min(...corners.map(([, lat]) => lat)) - SLACK,
    Math.max(...corners.map(([lng]) => lng)) + SLACK,
    Math.max(...corners.map(([, lat]) => lat)) + SLACK,
  ];
  const met: MetRow[] = [];
  for (const loaded of await store.around(criterion.layer, extent, work)) {
    const other = loaded.metric();
    for (const row of rowsInReach(side, 0, other, reach)) {
      if (!countsRow(loaded, row, criterion)) continue;
      const isMet =
        reach > 0
          ? squaredDistance(side, 0, other, row, reach * reach, 0) <= reach * reach
          : intersects(side, 0, other, row);
      if (isMet) met.push({ loaded, row });
    }
  }
  return met;
}

/** Whether the attributes of a row are those that a criterion counts. */
export function countsRow(
  { table }: LoadedRows,
  row: number,
  { where = {}, except = {} }: CountedRows,
): boolean {
  const holds = ([field, values]: [string, Scalar[]]) =>
    values.includes(table.columns[field]?.[row] as Scalar);
  return Object.entries(where).every(holds) && !Object.entries(except).some(holds);
}

/** Degrees, some 10 m: a box of metres bends when it is drawn in degrees. */
const SLACK = 1e-4;
