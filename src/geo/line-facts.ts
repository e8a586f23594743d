import { FACT, hasAll } from './fact.ts';
import type { Side } from './layer-index.ts';
import { locateOnLine } from './locate-on-line.ts';
import { POSITION } from './locate-point.ts';
import { isBoxWithin, leavesInBox, leavesNear } from './row-parts.ts';
import { isInBoxOf, segmentsMeet } from './segments.ts';

/** The `FACT` bits of two line rows; see `pairFacts`. */
export function lineFacts(a: Side, rowA: number, b: Side, rowB: number, wanted: number): number {
  let facts = 0;
  if (!isBoxWithin(a, rowA, b, rowB)) facts |= FACT.leavesA;
  if (!isBoxWithin(b, rowB, a, rowA)) facts |= FACT.leavesB;
  const meeting: Meeting = { a, rowA, b, rowB, facts: 0 };
  for (const leaf of leavesInBox(a, rowA, b, rowB)) {
    if (hasAll(facts, wanted)) return facts;
    if (!isLeafCovered(meeting, leaf)) facts |= FACT.leavesA;
    facts |= meeting.facts;
  }
  if ((wanted & ALONG & ~facts) !== 0) return facts;
  const mirrored: Meeting = { a: b, rowA: rowB, b: a, rowB: rowA, facts: ALONG };
  for (const leaf of leavesInBox(b, rowB, a, rowA)) {
    if (hasAll(facts, wanted) || (facts & FACT.leavesB) !== 0) return facts;
    if (!isLeafCovered(mirrored, leaf)) facts |= FACT.leavesB;
  }
  return facts;
}

const ALONG = FACT.meet | FACT.meetAlong;

/** Two line rows and how their interiors are known to meet. */
interface Meeting {
  a: Side;
  rowA: number;
  b: Side;
  rowB: number;
  facts: number;
}

interface Edge {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

/** Whether all edges of a leaf of a run along b's edges; adds to the meeting's facts how they meet. */
function isLeafCovered(meeting: Meeting, leaf: number): boolean {
  const { a, b, rowB } = meeting;
  const near = leavesNear(a, leaf, b, rowB);
  if (near.length === 0) return false;
  const { xy } = a.column;
  const last = 2 * a.index.edges.lastVertices[leaf]!;
  let isCovered = true;
  for (let i = 2 * a.index.edges.firstVertices[leaf]!; i < last; i += 2) {
    const edge = { x1: xy[i]!, y1: xy[i + 1]!, x2: xy[i + 2]!, y2: xy[i + 3]! };
    const stretches: Stretch[] = [];
    for (const other of near) meetLeaf(meeting, edge, other, stretches);
    isCovered &&= isEdgeCovered(edge, stretches);
  }
  return isCovered;
}

/** What one of b's edges covers of an edge's line, on the axis along which the edge is longer. */
type Stretch = readonly [from: number, to: number];

function isEdgeCovered(edge: Edge, stretches: Stretch[]): boolean {
  const [from, to] = extent(edge, isSteep(edge));
  let reached = from;
  for (const [start, end] of stretches.sort((one, other) => one[0] - other[0])) {
    if (start > reached) return false;
    reached = Math.max(reached, end);
  }
  return stretches.length > 0 && reached >= to;
}

/** Adds the stretches of a leaf of b's edges that lie on the edge's line, and how the leaf meets the edge. */
function meetLeaf(meeting: Meeting, edge: Edge, leaf: number, stretches: Stretch[]): void {
  const { boxes, firstVertices, lastVertices } = meeting.b.index.edges;
  const { xy } = meeting.b.column;
  const [minX, maxX] = extent(edge, false);
  const [minY, maxY] = extent(edge, true);
  const at = 4 * leaf;
  if (boxes[at]! > maxX || boxes[at + 2]! < minX) return;
  if (boxes[at + 1]! > maxY || boxes[at + 3]! < minY) return;
  const last = 2 * lastVertices[leaf]!;
  for (let i = 2 * firstVertices[leaf]!; i < last; i += 2) {
    const other = { x1: xy[i]!, y1: xy[i + 1]!, x2: xy[i + 2]!, y2: xy[i + 3]! };
    if (!edgesMeet(edge, other)) continue;
    if (TURNS.every((turn) => turn === 0)) {
      const [from, to] = extent(other, isSteep(edge));
      const [start, end] = extent(edge, isSteep(edge));
      if (Math.min(to, end) > Math.max(from, start)) meeting.facts |= ALONG;
      stretches.push([from, to]);
    }
    if ((meeting.facts & FACT.meet) === 0 && meetInside(meeting, edge, other)) {
      meeting.facts |= FACT.meet;
    }
  }
}

/** Sides on which the ends of two edges that meet lie; see `segmentsMeet`. */
const TURNS = new Float64Array(4);

function edgesMeet(one: Edge, other: Edge): boolean {
  return segmentsMeet(
    one.x1,
    one.y1,
    one.x2,
    one.y2,
    other.x1,
    other.y1,
    other.x2,
    other.y2,
    TURNS,
  );
}

/** Whether two edges that meet cross, or an end of one on the other is no free end of either row. */
function meetInside(meeting: Meeting, edge: Edge, other: Edge): boolean {
  if (TURNS.every((turn) => turn !== 0)) return true;
  const [c, d, p, q] = TURNS;
  return (
    (c === 0 && isMeetingPoint(meeting, edge, other.x1, other.y1)) ||
    (d === 0 && isMeetingPoint(meeting, edge, other.x2, other.y2)) ||
    (p === 0 && isMeetingPoint(meeting, other, edge.x1, edge.y1)) ||
    (q === 0 && isMeetingPoint(meeting, other, edge.x2, edge.y2))
  );
}

function isMeetingPoint(meeting: Meeting, edge: Edge, x: number, y: number): boolean {
  const { a, rowA, b, rowB } = meeting;
  return (
    isInBoxOf(edge.x1, edge.y1, edge.x2, edge.y2, x, y) &&
    locateOnLine(a, rowA, x, y) === POSITION.interior &&
    locateOnLine(b, rowB, x, y) === POSITION.interior
  );
}

function isSteep({ x1, y1, x2, y2 }: Edge): boolean {
  return Math.abs(y2 - y1) > Math.abs(x2 - x1);
}

/** Lowest and highest y of an edge (`isUp`), or x. */
function extent({ x1, y1, x2, y2 }: Edge, isUp: boolean): [number, number] {
  if (isUp) return y1 < y2 ? [y1, y2] : [y2, y1];
  return x1 < x2 ? [x1, x2] : [x2, x1];
}
