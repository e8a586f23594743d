import type { Position } from 'geojson';
import type { DemoFeature, DemoLayer } from '../../demo-layer.ts';
import { describeSource } from '../../facts.ts';
import type { Ground, GroundCommune } from '../../ground/ground.ts';
import { distance, lineLength } from '../../ground/ring.ts';
import { ofPlace } from '../../of-place.ts';
import { findCommune } from '../../shapes/commune.ts';
import { streetPlaces } from '../../shapes/places.ts';
import {
  cheapestWays,
  joinWays,
  nearestNode,
  type RoadGraph,
  type Way,
  wayTo,
} from '../../shapes/road-graph.ts';
import { ENERGY_FACTS } from './energie-facts.ts';

/**
 * The heat network of Béthune, simulated along the streets from its plant: branches in service, the two connections that
 * the documents announce, and extensions to study. Branches share no street.
 */
export function buildReseauxChaleur(ground: Ground): DemoLayer {
  const { commune: code, planned, source } = ENERGY_FACTS.heatNetwork;
  const commune = findCommune(ground, code);
  const graph = joinWays(waysAbout(ground, commune));
  const [plant] = streetPlaces(ground, commune, 1, 'heat plant', OUTER);
  const warm = new Set([nearestNode(graph, plant!)]);
  const branches = streetPlaces(ground, commune, TRIED, 'heat users', INNER)
    .map((point) => branchTo(graph, warm, point))
    .filter((line) => lineLength(line) >= SHORTEST_M);
  const labels = [
    ...Array.from({ length: SERVED }, (_, i) => ({
      name: `Antenne ${i + 1}`,
      state: 'en service',
      from: 'Tracé simulé',
    })),
    ...planned.map((name) => ({
      name: `Raccordement ${name}`,
      state: 'en projet',
      from: describeSource(source),
    })),
    ...Array.from({ length: EXTENSIONS }, (_, i) => ({
      name: `Extension ${i + 1}`,
      state: 'à l’étude',
      from: 'Tracé simulé',
    })),
  ];
  const features = labels.map(({ name, state, from }, i): DemoFeature => {
    const line = branches[i]!;
    return {
      geometry: { type: 'LineString', coordinates: line },
      properties: {
        id: `RC${String(i + 1).padStart(2, '0')}`,
        nom: `Réseau de chaleur ${ofPlace(commune.name)} – ${name}`,
        comm_insee: code,
        comm_nom: commune.name,
        etat: state,
        longueur_m: Math.round(lineLength(line)),
        source: from,
      },
    };
  });
  return { id: 'reseaux_chaleur', features };
}

const [SERVED, EXTENSIONS] = [16, 6];
/** Places tried for a branch; those already by the network make none. */
const TRIED = 70;
const SHORTEST_M = 60;
const REACH_M = 2200;
const INNER = { central: 0.8, spacingM: 140, asideM: 0 };
const OUTER = { central: 0.5, asideM: 0 };

/** The parts of the streets and roads about the town, motorways and tracks left out. */
function waysAbout({ roads }: Ground, { centre }: GroundCommune): Way[] {
  const streets = roads.filter(
    ({ kind, name }) => kind !== 'autoroute' && !(kind === 'locale' && name === ''),
  );
  return streets.flatMap(({ line }) => {
    const runs: Position[][] = [[]];
    for (const point of line) {
      if (distance(point, centre) < REACH_M) runs.at(-1)!.push(point);
      else if (runs.at(-1)!.length > 0) runs.push([]);
    }
    return runs.filter((run) => run.length > 1).map((run) => ({ line: run, cost: 1 }));
  });
}

/** The way from the network to a place, whose nodes then belong to the network. */
function branchTo(graph: RoadGraph, warm: Set<number>, point: Position): Position[] {
  const nodes = wayTo(cheapestWays(graph, warm), nearestNode(graph, point));
  for (const node of nodes) warm.add(node);
  return nodes.map((node) => graph.nodes[node]!);
}
