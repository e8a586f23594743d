import type { Position } from 'geojson';
import { AppError } from '../../../src/domain/errors.ts';
import type { NamedCycleRoute } from '../facts.ts';
import type { Ground, GroundCommune } from '../ground/ground.ts';
import { findCommune } from './commune.ts';
import { shapeContains } from './polygon.ts';
import { distanceBetween, lineLength, nearestOnLine, sliceLine } from './polyline.ts';
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
 * The named routes, then others that grow one by one from the stations and from the network so far, each along the
 * roads to a commune not reached yet. The first ones are longer than the average, since what is left to reach gets
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
  for (const eagerness of EAGERNESS) {
    const routes = growNetwork(ground, graph, stations, known, size, eagerness);
    const surplus = totalMetres(routes) / size.metres - 1;
    if (surplus >= 0 && surplus <= MOST_SURPLUS) return trimTo(routes, size.metres);
  }
  throw new AppError('layer-invalid', `no cycle network of ${size.metres} m on these roads`);
}

/** How much longer than the average the first routes are, least first. */
const EAGERNESS = Array.from({ length: 80 }, (_, i) => 0.05 * i);
const MOST_SURPLUS = 0.05;
const SHORTEST_M = 1700;
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

function growNetwork(
  ground: Ground,
  graph: RoadGraph,
  stations: Position[],
  known: CycleRoute[],
  size: NetworkSize,
  eagerness: number,
): CycleRoute[] {
  const routes = [...known];
  const reached = new Set<number>(stations.map((station) => nearestNode(graph, station)));
  for (const { line } of known) for (const point of line) reached.add(nearestNode(graph, point));
  const hearts = new Map(
    ground.communes.map((commune) => [commune, nearestNode(graph, commune.centre)]),
  );
  while (routes.length < size.routes) {
    const left = size.routes - routes.length;
    const average = (size.metres - totalMetres(routes)) / left;
    const wanted = average * (1 + (eagerness * left) / size.routes);
    const route = growRoute(ground, graph, reached, hearts, wanted);
    if (!route) break;
    routes.push(route);
  }
  return routes;
}

function growRoute(
  ground: Ground,
  graph: RoadGraph,
  reached: Set<number>,
  hearts: Map<GroundCommune, number>,
  wanted: number,
): CycleRoute | null {
  const ways = cheapestWays(graph, reached);
  const rated = [...hearts]
    .filter(([, node]) => ways.cost[node]! > SHORTEST_M && Number.isFinite(ways.cost[node]!))
    .map(([to, node]) => {
      const line = wayTo(ways, node).map((step) => graph.nodes[step]!);
      const misfit = Math.abs(lineLength(line) - wanted) / wanted;
      return { to, node, line, rank: misfit - POPULATION_WEIGHT * Math.log10(to.population) };
    })
    .sort((a, b) => a.rank - b.rank);
  if (!rated[0]) return null;
  const { to, node, line } = rated[0];
  for (const step of wayTo(ways, node)) reached.add(step);
  return { line, from: communeAt(ground, line[0]!), to, named: null };
}

/** The commune that holds a position, or the one whose town is nearest. */
function communeAt({ communes }: Ground, position: Position): GroundCommune {
  return (
    communes.find(({ shape }) => shapeContains(shape, position)) ??
    communes.reduce((best, commune) =>
      distanceBetween(commune.centre, position) < distanceBetween(best.centre, position)
        ? commune
        : best,
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
