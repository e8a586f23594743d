import type { Position } from 'geojson';
import { oncePerGround } from '../demo-layer.ts';
import type { CoverKind, Ground } from '../ground/ground.ts';
import { distance } from '../ground/ring.ts';
import { blockIndex } from './open-land.ts';
import { cheapestWays, nearestNode, type RoadGraph, wayTo } from './road-graph.ts';

/**
 * The way that wildlife would take from one place to another, CC50 metres: through woods and meadows, around towns. Rounded;
 * both ends included.
 */
export function greenWay(ground: Ground, from: Position, to: Position): Position[] {
  const graph = openGraph(ground);
  const ways = cheapestWays(graph, [nearestNode(graph, from)]);
  const path = wayTo(ways, nearestNode(graph, to)).map((node) => graph.nodes[node]!);
  let line: Position[] = [from, ...path.slice(1, -1), to];
  for (let pass = 0; pass < 3; pass++) line = roundOff(line);
  return line;
}

/** The shortest set of pairs of places that links all of them (Prim): indices of both ends. */
export function linkPlaces(places: Position[]): [number, number][] {
  const links: [number, number][] = [];
  const linked = new Set([0]);
  while (linked.size < places.length) {
    let best: { pair: [number, number]; away: number } | null = null;
    for (const from of linked) {
      for (let to = 0; to < places.length; to++) {
        if (linked.has(to)) continue;
        const away = distance(places[from]!, places[to]!);
        if (!best || away < best.away) best = { pair: [from, to], away };
      }
    }
    if (!best) break;
    links.push(best.pair);
    linked.add(best.pair[1]);
  }
  return links;
}

const CELL_M = 250;
/** How dear a metre is on each cover. */
const COSTS: Record<CoverKind, number> = {
  bois: 1,
  prairie: 1.3,
  eau: 1.5,
  culture: 2,
  activité: 14,
  bâti: 20,
};

/** A lattice over the territory, each node linked to its eight neighbours. */
const openGraph = oncePerGround((ground: Ground): RoadGraph => {
  const index = blockIndex(ground);
  const ids = new Map<string, number>();
  const costs: number[] = [];
  const graph: RoadGraph = { nodes: [], links: [] };
  const xs = ground.communes.flatMap(({ shape }) => shape.flat(2).map(([x]) => x!));
  const ys = ground.communes.flatMap(({ shape }) => shape.flat(2).map(([, y]) => y!));
  const [west, south] = [xs.reduce((a, b) => Math.min(a, b)), ys.reduce((a, b) => Math.min(a, b))];
  const [east, north] = [xs.reduce((a, b) => Math.max(a, b)), ys.reduce((a, b) => Math.max(a, b))];
  for (let j = 0; south + j * CELL_M < north; j++) {
    for (let i = 0; west + i * CELL_M < east; i++) {
      const at = [west + i * CELL_M, south + j * CELL_M];
      const block = index.at(at);
      if (!block) continue;
      ids.set(`${i} ${j}`, graph.nodes.length);
      graph.nodes.push(at);
      graph.links.push([]);
      costs.push(COSTS[block.cover]);
    }
  }
  for (const [key, node] of ids) {
    const [i, j] = key.split(' ').map(Number) as [number, number];
    for (const [di, dj] of NEIGHBOURS) {
      const to = ids.get(`${i + di!} ${j + dj!}`);
      if (to === undefined) continue;
      const metres = CELL_M * Math.hypot(di!, dj!);
      graph.links[node]!.push({ to, metres, cost: (costs[node]! + costs[to]!) / 2 });
    }
  }
  return graph;
});

const NEIGHBOURS = [-1, 0, 1]
  .flatMap((i) => [-1, 0, 1].map((j) => [i, j]))
  .filter(([i, j]) => i || j);

function roundOff(line: Position[]): Position[] {
  const cut = line.slice(1).flatMap((b, i): Position[] => {
    const a = line[i]!;
    return [
      [0.75 * a[0]! + 0.25 * b[0]!, 0.75 * a[1]! + 0.25 * b[1]!],
      [0.25 * a[0]! + 0.75 * b[0]!, 0.25 * a[1]! + 0.75 * b[1]!],
    ];
  });
  return [line[0]!, ...cut, line.at(-1)!];
}
