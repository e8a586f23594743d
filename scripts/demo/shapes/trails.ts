import type { Position } from 'geojson';
import type { Ground, GroundCommune } from '../ground/ground.ts';
import { distance, lineLength } from '../ground/ring.ts';
import { createRandom } from '../random.ts';
import { cheapestWays, joinWays, nearestNode, type RoadGraph, wayTo } from './road-graph.ts';

/** The easiest way for a walker between two positions (CC50 metres), by tracks where there are any; empty: no way. */
export function walkBetween(ground: Ground, from: Position, to: Position): Position[] {
  const middle = [(from[0]! + to[0]!) / 2, (from[1]! + to[1]!) / 2];
  const graph = walkersGraph(ground, middle, 0.6 * distance(from, to) + MARGIN_M);
  return leg(graph, from, to);
}

/**
 * A round walk of about `metres` from the middle of a commune through three places around it, back to its start; another
 * `turn` gives another walk.
 */
export function roundWalk(
  ground: Ground,
  commune: GroundCommune,
  metres: number,
  turn: number,
): Position[] {
  const graph = walkersGraph(ground, commune.centre, REACHES.at(-1)! * metres + MARGIN_M);
  const first = createRandom(`round walk ${turn} ${commune.code}`).between(0, 2 * Math.PI);
  const walks = REACHES.map((share) => {
    const places = [0, 1, 2].map((third) =>
      around(commune.centre, first + third * THIRD, share * metres),
    );
    const stops = [commune.centre, ...places, commune.centre];
    const line = stops.slice(1).flatMap((to, i) => leg(graph, stops[i]!, to));
    return line.filter((point, i) => i === 0 || distance(point, line[i - 1]!) > 0);
  });
  const misfit = (line: Position[]) => Math.abs(lineLength(line) - metres);
  return walks.reduce((best, line) => (misfit(line) < misfit(best) ? line : best));
}

const THIRD = (2 * Math.PI) / 3;
/** How far from the middle the places of a round walk lie, as shares of its length. */
const REACHES = [0.1, 0.13, 0.17];
const MARGIN_M = 500;
/** Short streets of the towns lead nowhere else. */
const SHORTEST_STREET_M = 250;
const COST = { track: 1, street: 1.3, road: 1.6 };

/** Tracks, streets and roads that come within `reach` metres of a place, joined where they meet. */
function walkersGraph({ roads }: Ground, place: Position, reach: number): RoadGraph {
  const ways = roads.flatMap(({ kind, name, line }) => {
    if (kind === 'autoroute' || (name !== '' && lineLength(line) < SHORTEST_STREET_M)) return [];
    if (line.every((point) => distance(point, place) > reach)) return [];
    const cost = kind !== 'locale' ? COST.road : name === '' ? COST.track : COST.street;
    return [{ line, cost }];
  });
  return joinWays(ways);
}

function leg(graph: RoadGraph, from: Position, to: Position): Position[] {
  const ways = cheapestWays(graph, [nearestNode(graph, from)]);
  const goal = nearestNode(graph, to);
  if (ways.cost[goal] === Infinity) return [];
  return wayTo(ways, goal).map((node) => graph.nodes[node]!);
}

function around([x, y]: Position, angle: number, metres: number): Position {
  return [x! + metres * Math.cos(angle), y! + metres * Math.sin(angle)];
}
