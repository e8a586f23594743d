import FlatQueue from 'flatqueue';
import type { Position } from 'geojson';
import { distance } from '../ground/ring.ts';
import { bucketKeys } from './bucket-keys.ts';
import { boxOf } from './polygon.ts';

/** A line that one can ride along, and how much dearer a metre of it is than of the best. */
export interface Way {
  line: Position[];
  cost: number;
}

/** Ways joined wherever they meet or cross. */
export interface RoadGraph {
  /** Planar metres. */
  nodes: Position[];
  /** For each node, the nodes one way piece away. */
  links: { to: number; metres: number; cost: number }[][];
}

/** The graph of ways: a node at each vertex and each crossing; vertices within half a metre are one node. */
export function joinWays(ways: Way[]): RoadGraph {
  const graph: RoadGraph = { nodes: [], links: [] };
  const ids = new Map<string, number>();
  const pieces = ways.flatMap(({ line, cost }) =>
    line.slice(1).map((end, i): Piece => ({ start: line[i]!, end, cost, cuts: [0, 1] })),
  );
  cutAtCrossings(pieces);
  for (const { start, end, cost, cuts } of pieces) {
    const at = (share: number) => nodeAt(graph, ids, along(start, end, share));
    const stops = [...cuts].sort((a, b) => a - b).map(at);
    for (let i = 1; i < stops.length; i++) link(graph, stops[i - 1]!, stops[i]!, cost);
  }
  return graph;
}

/** The node nearest to a position. */
export function nearestNode({ nodes }: RoadGraph, position: Position): number {
  let best = 0;
  for (let node = 1; node < nodes.length; node++) {
    if (distance(nodes[node]!, position) < distance(nodes[best]!, position)) best = node;
  }
  return best;
}

/** The cheapest way from any of the `from` nodes to every node that is reached. */
export interface CheapestWays {
  cost: Float64Array;
  /** The node before on the way, -1 at a start or where nothing leads. */
  before: Int32Array;
}

/** Cheapest ways from the nearest of several nodes (Dijkstra). */
export function cheapestWays(graph: RoadGraph, from: Iterable<number>): CheapestWays {
  const cost = new Float64Array(graph.nodes.length).fill(Infinity);
  const before = new Int32Array(graph.nodes.length).fill(-1);
  const queue = new FlatQueue<number>();
  for (const node of from) {
    cost[node] = 0;
    queue.push(node, 0);
  }
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    for (const { to, metres, cost: perMetre } of graph.links[node]!) {
      const total = cost[node]! + metres * perMetre;
      if (total >= cost[to]!) continue;
      cost[to] = total;
      before[to] = node;
      queue.push(to, total);
    }
  }
  return { cost, before };
}

/** The nodes from a start to `goal`, both included. */
export function wayTo({ before }: CheapestWays, goal: number): number[] {
  const nodes: number[] = [];
  for (let node = goal; node >= 0; node = before[node]!) nodes.push(node);
  return nodes.reverse();
}

interface Piece {
  start: Position;
  end: Position;
  cost: number;
  /** Shares of the piece where a node stands. */
  cuts: number[];
}

const BUCKET_M = 400;

function cutAtCrossings(pieces: Piece[]): void {
  const buckets = new Map<string, Piece[]>();
  for (const piece of pieces) {
    for (const key of bucketKeys(boxOf([piece.start, piece.end]), BUCKET_M)) {
      const bucket = buckets.get(key) ?? [];
      for (const other of bucket) cutBoth(piece, other);
      buckets.set(key, [...bucket, piece]);
    }
  }
}

function cutBoth(a: Piece, b: Piece): void {
  const [ax, ay] = [a.end[0]! - a.start[0]!, a.end[1]! - a.start[1]!];
  const [bx, by] = [b.end[0]! - b.start[0]!, b.end[1]! - b.start[1]!];
  const cross = ax * by - ay * bx;
  if (cross === 0) return;
  const [dx, dy] = [b.start[0]! - a.start[0]!, b.start[1]! - a.start[1]!];
  const [s, t] = [(dx * by - dy * bx) / cross, (dx * ay - dy * ax) / cross];
  if (s < 0 || s > 1 || t < 0 || t > 1) return;
  a.cuts.push(s);
  b.cuts.push(t);
}

function along(a: Position, b: Position, share: number): Position {
  return [a[0]! + (b[0]! - a[0]!) * share, a[1]! + (b[1]! - a[1]!) * share];
}

function nodeAt(graph: RoadGraph, ids: Map<string, number>, position: Position): number {
  const key = `${Math.round(position[0]! * 2)} ${Math.round(position[1]! * 2)}`;
  const known = ids.get(key);
  if (known !== undefined) return known;
  ids.set(key, graph.nodes.length);
  graph.links.push([]);
  return graph.nodes.push(position) - 1;
}

function link(graph: RoadGraph, a: number, b: number, cost: number): void {
  if (a === b) return;
  const metres = distance(graph.nodes[a]!, graph.nodes[b]!);
  graph.links[a]!.push({ to: b, metres, cost });
  graph.links[b]!.push({ to: a, metres, cost });
}
