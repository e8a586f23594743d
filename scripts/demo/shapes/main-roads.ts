import type { Position } from 'geojson';
import { oncePerGround } from '../demo-layer.ts';
import type { Ground } from '../ground/ground.ts';
import { cheapestWays, joinWays, nearestNode, type RoadGraph, wayTo } from './road-graph.ts';

/** The graph of the main and secondary roads of the ground. */
const mainRoads = oncePerGround((ground: Ground): RoadGraph => {
  const lines = ground.roads.filter(({ kind }) => kind === 'principale' || kind === 'secondaire');
  return joinWays(lines.map(({ line }) => ({ line, cost: 1 })));
});

/** The shortest way along main and secondary roads between the nodes nearest to two positions, CC50 metres. */
export function wayBetween(ground: Ground, from: Position, to: Position): Position[] {
  const graph = mainRoads(ground);
  const ways = cheapestWays(graph, [nearestNode(graph, from)]);
  return wayTo(ways, nearestNode(graph, to)).map((node) => graph.nodes[node]!);
}
