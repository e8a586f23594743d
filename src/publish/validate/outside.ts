import { GEOMETRY_KIND, type GeometryColumn } from '../../geo/geometry-column.ts';
import { relateRows } from '../../geo/relate-rows.ts';
import { rowsMeeting } from '../../geo/row-boxes.ts';
import type { Measured } from './measured.ts';
import type { RuleContext } from './rule.ts';
import { finish } from './slices.ts';

/**
 * Rows with geometry that share no point with any commune, ascending; where the site has no communes, rows whose box
 * does not meet the territory's. Where the territory's box is empty, as before anything is published, none is outside.
 */
export async function findOutside(context: RuleContext, measured: Measured): Promise<number[]> {
  const { geometry } = context.table;
  const rows = rowsWithGeometry(geometry);
  const inside = new Set(await findInside(context, measured, rows));
  return Array.from(rows).filter((row) => !inside.has(row));
}

/** Rows that have a geometry, ascending. */
export function rowsWithGeometry({ kinds }: GeometryColumn): Uint32Array {
  const rows = Array.from(kinds.keys()).filter((row) => kinds[row] !== GEOMETRY_KIND.none);
  return Uint32Array.from(rows);
}

async function findInside(
  context: RuleContext,
  { side, communes }: Measured,
  rows: Uint32Array,
): Promise<Uint32Array> {
  const [minX, , maxX] = context.territory.extent;
  if (!communes && minX > maxX) return rows;
  if (!communes) return rowsMeeting(context.table.geometry, context.territory.extent);
  const job = { kind: 'intersects', a: side, rows, b: communes, bRows: null } as const;
  return (await finish(relateRows(job), context)).matched;
}
