import { FACT } from './fact.ts';
import { GEOMETRY_KIND, type GeometryColumn } from './geometry-column.ts';
import type { Side } from './layer-index.ts';
import { lineFacts } from './line-facts.ts';
import { pointFacts } from './point-facts.ts';
import { linePolygonFacts, polygonFacts } from './polygon-facts.ts';
import { boxesMeet } from './row-parts.ts';

/**
 * The `FACT` bits of two rows, exactly on the coordinates as they are. The search stops as soon as all the bits of
 * `wanted` are found, or a wanted `meet` or `meetAlong` is known to be none; otherwise the answer is complete. Rows
 * without geometry have no fact but `leavesA` and `leavesB`.
 *
 * The interior of a line is the line without its free ends (see `locateOnLine`); that of points is themselves. A
 * polygon's is what lies inside each part by even–odd parity, and its edges are taken to bound it: where a spike or a
 * polygon without area runs through the other's interior, or an edge crosses a ring at a point that it passes twice,
 * they count as having an inside beside them (as in GEOS). Parts that overlap or share an edge (invalid) keep that
 * edge as a border.
 * Rows of the same vertices in the same order, as two vintages of a layer have them, are told by comparing these.
 * Cost: for each run of edges of one row in the other's box, a search of the other's edges, both ways for polygons.
 */
export function pairFacts(a: Side, rowA: number, b: Side, rowB: number, wanted: number): number {
  if (!boxesMeet(a, rowA, b, rowB)) return FACT.leavesA | FACT.leavesB;
  const kindA = a.column.kinds[rowA]!;
  const kindB = b.column.kinds[rowB]!;
  if (areSameVertices(a.column, rowA, b.column, rowB)) return FACT.meet | FACT.meetAlong;
  if (kindA > kindB) return swapSides(pairFacts(b, rowB, a, rowA, swapSides(wanted)));
  if (kindA === GEOMETRY_KIND.point) return pointFacts(a, rowA, b, rowB, wanted);
  if (kindB === GEOMETRY_KIND.line) return lineFacts(a, rowA, b, rowB, wanted);
  if (kindA === GEOMETRY_KIND.line) return linePolygonFacts(a, rowA, b, rowB, wanted);
  return polygonFacts(a, rowA, b, rowB, wanted);
}

function swapSides(facts: number): number {
  const own = (facts & FACT.leavesA) !== 0 ? FACT.leavesB : 0;
  const other = (facts & FACT.leavesB) !== 0 ? FACT.leavesA : 0;
  return (facts & (FACT.meet | FACT.meetAlong)) | own | other;
}

function areSameVertices(
  a: GeometryColumn,
  rowA: number,
  b: GeometryColumn,
  rowB: number,
): boolean {
  if (a.kinds[rowA] !== b.kinds[rowB]) return false;
  const partA = a.partOffsets[rowA]!;
  const partB = b.partOffsets[rowB]!;
  const parts = a.partOffsets[rowA + 1]! - partA;
  if (b.partOffsets[rowB + 1]! - partB !== parts) return false;
  const ringA = a.ringOffsets[partA]!;
  const ringB = b.ringOffsets[partB]!;
  const rings = a.ringOffsets[partA + parts]! - ringA;
  if (b.ringOffsets[partB + parts]! - ringB !== rings) return false;
  const vertexA = a.vertexOffsets[ringA]!;
  const vertexB = b.vertexOffsets[ringB]!;
  const vertices = a.vertexOffsets[ringA + rings]! - vertexA;
  if (b.vertexOffsets[ringB + rings]! - vertexB !== vertices) return false;
  for (let i = 0; i < 2 * vertices; i++) {
    if (a.xy[2 * vertexA + i] !== b.xy[2 * vertexB + i]) return false;
  }
  return (
    areShifted(a.ringOffsets, partA, b.ringOffsets, partB, parts) &&
    areShifted(a.vertexOffsets, ringA, b.vertexOffsets, ringB, rings)
  );
}

/** Whether two stretches of offsets differ by a constant. */
function areShifted(
  a: Uint32Array,
  firstA: number,
  b: Uint32Array,
  firstB: number,
  count: number,
): boolean {
  const shift = b[firstB]! - a[firstA]!;
  for (let i = 1; i < count; i++) if (b[firstB + i]! - a[firstA + i]! !== shift) return false;
  return true;
}
