import type { Entry } from './edge-segments.ts';
import { metresTo, type RoadNetwork } from './road-network.ts';
import { entryOfStart, type TravelTree, type Way } from './travel-tree.ts';

/**
 * The line of a way from a goal back to the entry of the tree that it comes from, `[x, y, x, y, …]` in metres: from the
 * goal's own position to that of the entry, along the network between. A vertex that repeats the one before it is left out,
 * but for the last of a way that goes nowhere.
 */
export function wayLine(network: RoadNetwork, tree: TravelTree, way: Way, goal: Entry): number[] {
  const line: number[] = [goal.x, goal.y];
  if (way.kind === 'straight') return endLine(line, tree.entries[way.at]!);
  addStretch(line, network, goal.edge, goal.along, goal.along);
  if (way.kind === 'along-edge') {
    const start = tree.entries[way.at]!;
    addStretch(line, network, goal.edge, goal.along, start.along);
    return endLine(line, start);
  }
  let node = way.at;
  addStretch(line, network, goal.edge, goal.along, metresOfNode(network, goal, node));
  for (let edge = tree.by[node]!; edge >= 0; edge = tree.by[node]!) {
    const length = network.metres[edge]!;
    const isForward = network.from[edge] === node;
    addStretch(line, network, edge, isForward ? 0 : length, isForward ? length : 0);
    node = isForward ? network.to[edge]! : network.from[edge]!;
  }
  const start = tree.entries[entryOfStart(tree, node)]!;
  addStretch(line, network, start.edge, metresOfNode(network, start, node), start.along);
  return endLine(line, start);
}

/** Adds what of an edge lies from `start` to `end`, metres from its first vertex, in that direction, both included. */
export function addStretch(
  line: number[],
  network: RoadNetwork,
  edge: number,
  start: number,
  end: number,
): void {
  const { xy } = network.column;
  const first = network.firstVertices[edge]!;
  const last = network.lastVertices[edge]!;
  const step = start <= end ? 1 : -1;
  const [low, high] = [Math.min(start, end), Math.max(start, end)];
  addPoint(line, pointAt(network, edge, start));
  for (let i = step > 0 ? first : last; i >= first && i <= last; i += step) {
    const metres = metresTo(network, edge, i);
    if (metres > low && metres < high) addPoint(line, [xy[2 * i]!, xy[2 * i + 1]!]);
  }
  addPoint(line, pointAt(network, edge, end));
}

/** How far along the edge of an entry the nearer of its ends that is the node lies. */
function metresOfNode(network: RoadNetwork, { edge, along }: Entry, node: number): number {
  const length = network.metres[edge]!;
  if (network.from[edge] !== node) return length;
  return network.to[edge] === node && along > length / 2 ? length : 0;
}

function pointAt(network: RoadNetwork, edge: number, metres: number): [number, number] {
  const { xy } = network.column;
  const first = network.firstVertices[edge]!;
  const last = network.lastVertices[edge]!;
  let vertex = first + 1;
  while (vertex < last && metresTo(network, edge, vertex) < metres) vertex++;
  const before = metresTo(network, edge, vertex - 1);
  const length = metresTo(network, edge, vertex) - before;
  const share = length === 0 ? 0 : Math.min(1, (metres - before) / length);
  if (share === 1) return [xy[2 * vertex]!, xy[2 * vertex + 1]!];
  const [x, y] = [xy[2 * vertex - 2]!, xy[2 * vertex - 1]!];
  return [x + share * (xy[2 * vertex]! - x), y + share * (xy[2 * vertex + 1]! - y)];
}

function addPoint(line: number[], [x, y]: readonly [number, number]): void {
  if (line.at(-2) !== x || line.at(-1) !== y) line.push(x, y);
}

function endLine(line: number[], { x, y }: Entry): number[] {
  addPoint(line, [x, y]);
  if (line.length === 2) line.push(x, y);
  return line;
}
