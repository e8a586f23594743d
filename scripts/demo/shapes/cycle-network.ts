import type { Position } from 'geojson';
import { AppError } from '../../../src/domain/errors.ts';
import type { NamedCycleRoute } from '../facts.ts';
import type { Ground, GroundCommune } from '../ground/ground.ts';
import { distance, lineLength } from '../ground/ring.ts';
import { findCommune } from './commune.ts';
import { communeAt } from './commune-at.ts';
import { nearestOnLine, sliceLine } from './polyline.ts';
import { cheapestWays, joinWays, nearestNode, type RoadGraph, wayTo } from './road-graph.ts';

/** A route of the simulated cycle network. */
export interface CycleRoute {
  line: Position[];
  /** Commune at each end. */
  from: GroundCommune;
  to: GroundCommune;
  /** What the documents say of it, null for a simulated one. */
  named: NamedCycleRoute | null;
}

/** How large the network must be: routes, and metres in all. */
export interface NetworkSize {
  routes: number;
  metres: number;
}

/**
 * The named routes, then one from each station, then others that grow one by one from the network so far, each along
 * the roads to a commune not reached yet. The first ones are longer than the average, since what is left to reach gets
 * nearer and nearer. The last metres too many are taken off the far ends of the grown routes: the sum is exact.
 * @throws {AppError} `layer-invalid` when the roads do not give so many metres.
 */
export function planCycleRoutes(
  ground: Ground,
  stations: Position[],
  named: NamedCycleRoute[],
  size: NetworkSize,
): CycleRoute[] {
  const graph = joinWays(rideable(ground));
  const known = named.map((route) => layNamed(ground, graph, route));
  const seed: Network = {
    ground,
    graph,
    hearts: ground.communes.map((commune) => [commune, nearestNode(graph, commune.centre)]),
    starts: stations.map((station) => nearestNode(graph, station)),
    reached: new Set(known.flatMap(({ line }) => line.map((point) => nearestNode(graph, point)))),
    routes: known,
  };
  for (const eagerness of EAGERNESS) {
    const { routes } = growNetwork(seed, size, eagerness);
    const surplus = totalMetres(routes) / size.metres - 1;
    if (routes.length === size.routes && surplus >= 0 && surplus <= MOST_SURPLUS)
      return trimTo(routes, size.metres);
  }
  throw new AppError('layer-invalid', `no cycle network of ${size.metres} m on these roads`);
}

interface Network {
  ground: Ground;
  graph: RoadGraph;
  /** Each commune and the node of its centre. */
  hearts: [GroundCommune, number][];
  /** Nodes of the stations. */
  starts: number[];
  /** Nodes that a route passes. */
  reached: Set<number>;
  routes: CycleRoute[];
}

/** How much longer than the average the first routes are, least first. */
const EAGERNESS = Array.from({ length: 32 }, (_, i) => 0.4 + 0.1 * i);
const MOST_SURPLUS = 0.04;
const SHORTEST_M = 1700;
/** Routes of more than this many times the wanted length are not looked at. */
const LONGEST_SHARE = 4;
const COST = { principale: 1.2, secondaire: 1, canal: 0.95 };
/** How much a tenfold population makes up for a length that is not the one wanted (share of the length). */
const POPULATION_WEIGHT = 0.12;

function rideable({ roads, rivers }: Ground) {
  const ways = roads.flatMap(({ kind, line }) =>
    kind === 'principale' || kind === 'secondaire' ? [{ line, cost: COST[kind] }] : [],
  );
  const canals = rivers.filter(({ kind }) => kind === 'canal');
  return [...ways, ...canals.map(({ line }) => ({ line, cost: COST.canal }))];
}

function layNamed(ground: Ground, graph: RoadGraph, named: NamedCycleRoute): CycleRoute {
  const [from, to] = [findCommune(ground, named.from), findCommune(ground, named.to)];
  if (named.on === 'road') {
    const ways = cheapestWays(graph, [nearestNode(graph, from.centre)]);
    const nodes = wayTo(ways, nearestNode(graph, to.centre));
    return { line: nodes.map((node) => graph.nodes[node]!), from, to, named };
  }
  const canals = ground.rivers.filter(({ kind }) => kind === 'canal').map(({ line }) => line);
  const canal = canals.reduce((best, line) =>
    nearestOnLine(line, from.centre).distance < nearestOnLine(best, from.centre).distance
      ? line
      : best,
  );
  const ends = [from, to].map(({ centre }) => nearestOnLine(canal, centre).along);
  return { line: sliceLine(canal, Math.min(...ends), Math.max(...ends)), from, to, named };
}

function growNetwork(seed: Network, size: NetworkSize, eagerness: number): Network {
  const network = { ...seed, routes: [...seed.routes], reached: new Set(seed.reached) };
  const starts = [...seed.starts];
  while (network.routes.length < size.routes) {
    const left = size.routes - network.routes.length;
    const average = (size.metres - totalMetres(network.routes)) / left;
    const wanted = average * (1 + (eagerness * left) / size.routes);
    const start = starts.shift();
    const from = start === undefined ? network.reached : [start];
    if (!growRoute(network, from, wanted) && start === undefined) break;
  }
  return network;
}

/** Adds the route from one of the nodes to the commune that fits best, unless none is left. */
function growRoute(network: Network, starts: Iterable<number>, wanted: number): boolean {
  const { ground, graph, reached, routes } = network;
  const ways = cheapestWays(graph, starts);
  const rated = network.hearts
    .filter(([, node]) => !reached.has(node) && ways.cost[node]! > SHORTEST_M)
    .filter(([, node]) => ways.cost[node]! < LONGEST_SHARE * wanted)
    .map(([to, node]) => {
      const nodes = wayTo(ways, node);
      const line = nodes.map((step) => graph.nodes[step]!);
      const isNew = nodes.slice(1).every((step) => !reached.has(step));
      const misfit = Math.abs(lineLength(line) - wanted) / wanted;
      const rank = misfit - POPULATION_WEIGHT * Math.log10(to.population);
      return { to, from: communeNear(ground, line[0]!), nodes, line, isNew, rank };
    })
    .filter((route) => route.isNew && route.from !== route.to)
    .sort((a, b) => a.rank - b.rank);
  if (!rated[0]) return false;
  const { nodes, line, from, to } = rated[0];
  for (const node of nodes) reached.add(node);
  routes.push({ line, from, to, named: null });
  return true;
}

/** The commune that holds a position, or the one whose town is nearest. */
function communeNear(ground: Ground, position: Position): GroundCommune {
  return (
    communeAt(ground, position) ??
    ground.communes.reduce((best, commune) =>
      distance(commune.centre, position) < distance(best.centre, position) ? commune : best,
    )
  );
}

function totalMetres(routes: CycleRoute[]): number {
  return routes.reduce((sum, { line }) => sum + lineLength(line), 0);
}

function trimTo(routes: CycleRoute[], metres: number): CycleRoute[] {
  const grown = totalMetres(routes.filter(({ named }) => named === null));
  const share = 1 - (totalMetres(routes) - metres) / grown;
  return routes.map((route) => {
    if (route.named !== null) return route;
    return { ...route, line: sliceLine(route.line, 0, share * lineLength(route.line)) };
  });
}
