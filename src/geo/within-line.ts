import { findLeaves } from './edge-tree.ts';
import { GEOMETRY_KIND } from './geometry-column.ts';
import type { Side } from './layer-index.ts';
import { orient } from './orient.ts';

/**
 * Whether row a is within row b, a line or a point (OGC `within`, exact): a's edges all run along b's, or a's points
 * all lie on b and one of them not at a free end of it (an end that an even number of b's lines share is not free).
 * A polygon is within no line, a line within no point.
 */
export function withinLine(a: Side, rowA: number, b: Side, rowB: number): boolean {
  const kindA = a.column.kinds[rowA]!;
  const kindB = b.column.kinds[rowB]!;
  if (kindA === GEOMETRY_KIND.none || kindA > kindB) return false;
  const { xy, vertexOffsets, ringOffsets, partOffsets } = a.column;
  const firstRing = ringOffsets[partOffsets[rowA]!]!;
  const endRing = ringOffsets[partOffsets[rowA + 1]!]!;
  let meetsInterior = false;
  for (let ring = firstRing; ring < endRing; ring++) {
    const last = 2 * (vertexOffsets[ring + 1]! - 1);
    let i = 2 * vertexOffsets[ring]!;
    do {
      const end = Math.min(i + 2, last);
      const edge = { x1: xy[i]!, y1: xy[i + 1]!, x2: xy[end]!, y2: xy[end + 1]! };
      if (!isCovered(edge, b, rowB)) return false;
      meetsInterior ||= !isPoint(edge) || !isFreeEnd(b, rowB, edge.x1, edge.y1);
      i += 2;
    } while (i < last);
  }
  return meetsInterior;
}

interface Edge {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

function isPoint(edge: Edge): boolean {
  return edge.x1 === edge.x2 && edge.y1 === edge.y2;
}

/** Whether the edges of b that lie on the edge's line cover it without a gap. */
function isCovered(edge: Edge, b: Side, rowB: number): boolean {
  const isSteep = Math.abs(edge.y2 - edge.y1) > Math.abs(edge.x2 - edge.x1);
  const from = isSteep ? Math.min(edge.y1, edge.y2) : Math.min(edge.x1, edge.x2);
  const to = isSteep ? Math.max(edge.y1, edge.y2) : Math.max(edge.x1, edge.x2);
  const stretches = stretchesAlong(edge, isSteep ? 1 : 0, b, rowB).sort((s, t) => s[0] - t[0]);
  if (isPoint(edge)) return stretches.length > 0;
  let reached = from;
  for (const [start, end] of stretches) {
    if (start > reached) return false;
    reached = Math.max(reached, end);
  }
  return stretches.length > 0 && reached >= to;
}

/** What b's edges on the edge's line span on the given axis, [from, to] each. */
function stretchesAlong(edge: Edge, axis: 0 | 1, b: Side, rowB: number): [number, number][] {
  const { xy } = b.column;
  const { firstVertices, lastVertices } = b.index.edges;
  const { x1, y1, x2, y2 } = edge;
  const minX = Math.min(x1, x2);
  const minY = Math.min(y1, y2);
  const maxX = Math.max(x1, x2);
  const maxY = Math.max(y1, y2);
  const leaves: number[] = [];
  const stretches: [number, number][] = [];
  findLeaves(b.index.edges, rowB, minX, minY, maxX, maxY, leaves);
  for (const leaf of leaves) {
    const last = 2 * lastVertices[leaf]!;
    let i = 2 * firstVertices[leaf]!;
    do {
      const end = Math.min(i + 2, last);
      if (areCollinear(edge, xy[i]!, xy[i + 1]!, xy[end]!, xy[end + 1]!)) {
        const s = xy[i + axis]!;
        const t = xy[end + axis]!;
        const span: [number, number] = [Math.min(s, t), Math.max(s, t)];
        if (span[1] >= (axis ? minY : minX) && span[0] <= (axis ? maxY : maxX))
          stretches.push(span);
      }
      i += 2;
    } while (i < last);
  }
  return stretches;
}

/** Whether the edge lies on the line of c d, or, of two points or a point and a segment, one on the other. */
function areCollinear(edge: Edge, cx: number, cy: number, dx: number, dy: number): boolean {
  const { x1, y1, x2, y2 } = edge;
  if (cx === dx && cy === dy) return isPoint(edge) && x1 === cx && y1 === cy;
  if (orient(cx, cy, dx, dy, x1, y1) !== 0 || orient(cx, cy, dx, dy, x2, y2) !== 0) return false;
  return (
    !isPoint(edge) ||
    (x1 >= Math.min(cx, dx) &&
      x1 <= Math.max(cx, dx) &&
      y1 >= Math.min(cy, dy) &&
      y1 <= Math.max(cy, dy))
  );
}

/** Whether an odd number of b's lines end at a point: the mod-2 rule of OGC 06-103r4, 6.1.8. */
function isFreeEnd(b: Side, rowB: number, x: number, y: number): boolean {
  if (b.column.kinds[rowB] === GEOMETRY_KIND.point) return false;
  const { xy, vertexOffsets, ringOffsets, partOffsets } = b.column;
  let ends = 0;
  for (let part = partOffsets[rowB]!; part < partOffsets[rowB + 1]!; part++) {
    const ring = ringOffsets[part]!;
    for (const vertex of [vertexOffsets[ring]!, vertexOffsets[ring + 1]! - 1]) {
      if (xy[2 * vertex] === x && xy[2 * vertex + 1] === y) ends++;
    }
  }
  return ends % 2 === 1;
}
