import type { Position } from 'geojson';
import type { EdgeKind, Piece } from './piece.ts';
import { distance, ringArea, ringHolds } from './ring.ts';

/** A line that cuts the land, and what it becomes along the pieces. */
export interface CuttingLine {
  line: Position[];
  kind: EdgeKind;
}

/**
 * The pieces that `lines` cut out of the land inside `limit` (open ring, anticlockwise), covering it without gap or
 * overlap. Lines may cross, branch, end anywhere; ends that divide nothing are dropped. The limit keeps its vertices,
 * with more where lines reach it. Cost: segments², pruned by their boxes.
 */
export function cutFaces(limit: Position[], lines: CuttingLine[]): Piece[] {
  const segments = collectSegments(limit, lines);
  addCrossings(segments);
  const graph = linkNodes(limit, segments);
  pruneDeadEnds(graph);
  keepConnected(graph, limit[0]!);
  return traceFaces(graph);
}

const SNAP_M = 0.5;

interface Segment {
  a: Position;
  b: Position;
  kind: EdgeKind;
  cuts: { share: number; point: Position }[];
}

interface Node {
  point: Position;
  links: { to: Node; kind: EdgeKind; angle: number; used: boolean }[];
}

type Graph = Map<string, Node>;

function collectSegments(limit: Position[], lines: CuttingLine[]): Segment[] {
  const xs = limit.map((point) => point[0]!);
  const ys = limit.map((point) => point[1]!);
  const [west, east] = [Math.min(...xs), Math.max(...xs)];
  const [south, north] = [Math.min(...ys), Math.max(...ys)];
  const segments: Segment[] = limit.map((a, index) => {
    return { a, b: limit[(index + 1) % limit.length]!, kind: 'limit', cuts: [] };
  });
  for (const { line, kind } of lines) {
    for (let index = 1; index < line.length; index++) {
      const a = line[index - 1]!;
      const b = line[index]!;
      if (Math.max(a[0]!, b[0]!) < west || Math.min(a[0]!, b[0]!) > east) continue;
      if (Math.max(a[1]!, b[1]!) < south || Math.min(a[1]!, b[1]!) > north) continue;
      segments.push({ a, b, kind, cuts: [] });
    }
  }
  return segments.sort((p, q) => Math.min(p.a[0]!, p.b[0]!) - Math.min(q.a[0]!, q.b[0]!));
}

function addCrossings(segments: Segment[]): void {
  for (let i = 0; i < segments.length; i++) {
    const p = segments[i]!;
    const east = Math.max(p.a[0]!, p.b[0]!);
    const south = Math.min(p.a[1]!, p.b[1]!);
    const north = Math.max(p.a[1]!, p.b[1]!);
    for (let j = i + 1; j < segments.length; j++) {
      const q = segments[j]!;
      if (Math.min(q.a[0]!, q.b[0]!) > east) break;
      if (Math.max(q.a[1]!, q.b[1]!) < south || Math.min(q.a[1]!, q.b[1]!) > north) continue;
      if (p.kind !== 'limit' || q.kind !== 'limit') cross(p, q);
    }
  }
}

function cross(p: Segment, q: Segment): void {
  const px = p.b[0]! - p.a[0]!;
  const py = p.b[1]! - p.a[1]!;
  const qx = q.b[0]! - q.a[0]!;
  const qy = q.b[1]! - q.a[1]!;
  const turn = px * qy - py * qx;
  if (turn === 0) return;
  const t = ((q.a[0]! - p.a[0]!) * qy - (q.a[1]! - p.a[1]!) * qx) / turn;
  const u = ((q.a[0]! - p.a[0]!) * py - (q.a[1]! - p.a[1]!) * px) / turn;
  if (t < 0 || t > 1 || u < 0 || u > 1) return;
  const exact: Position = [p.a[0]! + t * px, p.a[1]! + t * py];
  const ends = [p, q].flatMap((s) => (s.kind === 'limit' || !touchesLimit(p, q) ? [s.a, s.b] : []));
  const point = ends.find((end) => distance(end, exact) < SNAP_M) ?? exact;
  p.cuts.push({ share: t, point });
  q.cuts.push({ share: u, point });
}

function touchesLimit(p: Segment, q: Segment): boolean {
  return p.kind === 'limit' || q.kind === 'limit';
}

/** Nodes and links of all the parts of segments that lie on the limit or inside it. */
function linkNodes(limit: Position[], segments: Segment[]): Graph {
  const graph: Graph = new Map();
  const nodeAt = (point: Position) => {
    const key = `${Math.round(point[0]! * 1000)} ${Math.round(point[1]! * 1000)}`;
    const known = graph.get(key);
    if (known) return known;
    const node: Node = { point, links: [] };
    graph.set(key, node);
    return node;
  };
  for (const point of limit) nodeAt(point);
  for (const { a, b, kind, cuts } of segments) {
    const stops = [a, ...cuts.sort((p, q) => p.share - q.share).map((cut) => cut.point), b];
    for (let index = 1; index < stops.length; index++) {
      const from = nodeAt(stops[index - 1]!);
      const to = nodeAt(stops[index]!);
      if (from === to || from.links.some((link) => link.to === to)) continue;
      const x = (from.point[0]! + to.point[0]!) / 2;
      const y = (from.point[1]! + to.point[1]!) / 2;
      if (kind !== 'limit' && !ringHolds(limit, x, y)) continue;
      link(from, to, kind);
      link(to, from, kind);
    }
  }
  return graph;
}

function link(from: Node, to: Node, kind: EdgeKind): void {
  const angle = Math.atan2(to.point[1]! - from.point[1]!, to.point[0]! - from.point[0]!);
  from.links.push({ to, kind, angle, used: false });
}

function pruneDeadEnds(graph: Graph): void {
  const ends = [...graph.values()].filter((node) => node.links.length === 1);
  for (let end = ends.pop(); end; end = ends.pop()) {
    const only = end.links[0];
    if (!only) continue;
    end.links = [];
    only.to.links = only.to.links.filter((back) => back.to !== end);
    if (only.to.links.length === 1) ends.push(only.to);
  }
}

/** Loops that hang free inside a piece would be holes: they are dropped. */
function keepConnected(graph: Graph, start: Position): void {
  const first = [...graph.values()].find((node) => node.point === start)!;
  const reached = new Set([first]);
  const stack = [first];
  for (let node = stack.pop(); node; node = stack.pop()) {
    for (const { to } of node.links) {
      if (reached.has(to)) continue;
      reached.add(to);
      stack.push(to);
    }
  }
  for (const node of graph.values()) {
    if (!reached.has(node)) node.links = [];
    node.links.sort((p, q) => p.angle - q.angle);
  }
}

/** Walks round each face with the face on the left; the outside, which turns clockwise, is left out. */
function traceFaces(graph: Graph): Piece[] {
  const pieces: Piece[] = [];
  for (const node of graph.values()) {
    for (const first of node.links) {
      if (first.used) continue;
      const ring: Position[] = [];
      const edges: EdgeKind[] = [];
      let from = node;
      let out = first;
      while (!out.used) {
        out.used = true;
        ring.push(from.point);
        edges.push(out.kind);
        const to = out.to;
        const back = to.links.findIndex((candidate) => candidate.to === from);
        from = to;
        out = to.links[(back + to.links.length - 1) % to.links.length]!;
      }
      if (ring.length > 2 && ringArea(ring) > 0) pieces.push({ ring, edges });
    }
  }
  return pieces;
}
