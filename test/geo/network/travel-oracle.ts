import type { Position } from 'geojson';
import createGraph, { type Graph } from 'ngraph.graph';
import path from 'ngraph.path';
import { WALKING_KMH } from '../../../src/domain/network.ts';

/** One straight piece of a line, and how fast it is. */
interface Piece {
  line: number;
  start: Position;
  end: Position;
  kmh: number;
}

/** Minutes between two positions over lines, found in another way than ours, by ngraph.path; null where no way leads. */
export type TravelOracle = (a: Position, b: Position) => number | null;

/**
 * An oracle over lines with a speed each (km/h, 0 closed): a node at every vertex, a link for every segment, each position
 * tied to the nearest point of the nearest segment, which is looked for among all those of lines that `isEntered` holds of.
 */
export function createTravelOracle(
  lines: Position[][],
  kmh: number[],
  isEntered: (line: number) => boolean = () => true,
): TravelOracle {
  const pieces = lines.flatMap((line, i): Piece[] =>
    kmh[i] === 0
      ? []
      : line.slice(1).map((end, j) => ({ line: i, start: line[j]!, end, kmh: kmh[i]! })),
  );
  const entered = pieces.filter(({ line }) => isEntered(line));
  const graph = createGraph<Position, number>();
  for (const { start, end, kmh: speed } of pieces) {
    tie(graph, keyOf(start), keyOf(end), minutes(start, end, speed));
  }
  const finder = path.aStar(graph, { distance: (_from, _to, link) => link.data });
  return (a, b) => {
    const [nearA, nearB] = [nearest(entered, a), nearest(entered, b)];
    if (!nearA || !nearB) return null;
    enter(graph, 'a', a, nearA);
    enter(graph, 'b', b, nearB);
    const isOnOne = nearA.piece === nearB.piece;
    const walked = minutes(a, nearA.point, WALKING_KMH) + minutes(nearB.point, b, WALKING_KMH);
    if (isOnOne) tie(graph, 'a', 'b', walked + minutes(nearA.point, nearB.point, nearA.piece.kmh));
    const nodes = finder.find('a', 'b');
    let total = 0;
    for (let i = 1; i < nodes.length; i++) {
      total +=
        graph.getLink(nodes[i]!.id, nodes[i - 1]!.id)?.data ??
        graph.getLink(nodes[i - 1]!.id, nodes[i]!.id)!.data;
    }
    graph.removeNode('a');
    graph.removeNode('b');
    return nodes.length === 0 ? null : total;
  };
}

function enter(graph: Graph<Position, number>, name: string, position: Position, near: Near): void {
  const walk = minutes(position, near.point, WALKING_KMH);
  const { start, end, kmh } = near.piece;
  tie(graph, name, keyOf(start), walk + minutes(near.point, start, kmh));
  tie(graph, name, keyOf(end), walk + minutes(near.point, end, kmh));
}

/** Links two nodes, unless they are linked already and faster. */
function tie(graph: Graph<Position, number>, a: string, b: string, time: number): void {
  const known = graph.getLink(a, b) ?? graph.getLink(b, a);
  if (known && known.data <= time) return;
  if (known) graph.removeLink(known);
  graph.addLink(a, b, time);
}

interface Near {
  piece: Piece;
  point: Position;
}

function nearest(pieces: Piece[], position: Position): Near | null {
  let best: Near | null = null;
  let metres = Infinity;
  for (const piece of pieces) {
    const point = nearestOn(piece, position);
    const gap = lengthOf(point, position);
    if (gap >= metres) continue;
    best = { piece, point };
    metres = gap;
  }
  return best;
}

function nearestOn({ start, end }: Piece, [x, y]: Position): Position {
  const [dx, dy] = [end[0]! - start[0]!, end[1]! - start[1]!];
  const square = dx * dx + dy * dy;
  const share = square === 0 ? 0 : ((x! - start[0]!) * dx + (y! - start[1]!) * dy) / square;
  const kept = Math.max(0, Math.min(1, share));
  return [start[0]! + kept * dx, start[1]! + kept * dy];
}

function minutes(a: Position, b: Position, kmh: number): number {
  return (lengthOf(a, b) / 1000 / kmh) * 60;
}

function lengthOf(a: Position, b: Position): number {
  return Math.hypot(a[0]! - b[0]!, a[1]! - b[1]!);
}

function keyOf([x, y]: Position): string {
  return `${x} ${y}`;
}
