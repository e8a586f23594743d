import type { Position } from 'geojson';
import type { DemoFeature, DemoLayer } from '../../demo-layer.ts';
import { describeSource } from '../../facts.ts';
import type { Ground } from '../../ground/ground.ts';
import { lineLength } from '../../ground/ring.ts';
import { findCommune } from '../../shapes/commune.ts';
import { streetPlaces } from '../../shapes/places.ts';
import {
  cheapestWays,
  joinWays,
  nearestNode,
  type RoadGraph,
  wayTo,
} from '../../shapes/road-graph.ts';
import { pipeStreets } from '../eau/pipe-streets.ts';
import { ENERGY_FACTS } from './energie-facts.ts';

/**
 * The heat network of Béthune, simulated along the streets from its plant: branches in service, the two connections that
 * the documents announce, and extensions to study. Branches share no street.
 */
export function buildReseauxChaleur(ground: Ground): DemoLayer {
  const { commune: code, planned, source } = ENERGY_FACTS.heatNetwork;
  const commune = findCommune(ground, code);
  const streets = pipeStreets(ground).filter((street) => street.commune.code === code);
  const graph = joinWays(streets.map(({ line }) => ({ line, cost: 1 })));
  const inTown = streetPlaces(ground, commune, SERVED + planned.length, 'heat users', CENTRAL);
  const around = streetPlaces(ground, commune, EXTENSIONS, 'heat extensions', OUTER);
  const [plant] = streetPlaces(ground, commune, 1, 'heat plant', OUTER);
  const warm = new Set([nearestNode(graph, plant!)]);
  const wanted = [
    ...inTown.slice(planned.length).map((point, i) => ({
      point,
      name: `Antenne ${i + 1}`,
      state: 'en service',
      source: 'Tracé simulé',
    })),
    ...planned.map((name, i) => ({
      point: inTown[i]!,
      name: `Raccordement ${name}`,
      state: 'en projet',
      source: describeSource(source),
    })),
    ...around.map((point, i) => ({
      point,
      name: `Extension ${i + 1}`,
      state: 'à l’étude',
      source: 'Tracé simulé',
    })),
  ];
  const features = wanted.flatMap(({ point, name, state, source: from }): DemoFeature[] => {
    const line = branchTo(graph, warm, point);
    if (line.length < 2) return [];
    return [
      {
        geometry: { type: 'LineString', coordinates: line },
        properties: {
          id: `RC-${name.replace(/\W+/g, '-').toUpperCase()}`,
          nom: `Réseau de chaleur de ${commune.name} – ${name}`,
          comm_insee: code,
          comm_nom: commune.name,
          etat: state,
          longueur_m: Math.round(lineLength(line)),
          source: from,
        },
      },
    ];
  });
  return { id: 'reseaux_chaleur', features };
}

const [SERVED, EXTENSIONS] = [14, 5];
const CENTRAL = { central: 0.75, spacingM: 190, asideM: 0 };
const OUTER = { central: 0.25, spacingM: 500, asideM: 0 };

/** The way from the network to a place, whose nodes then belong to the network. */
function branchTo(graph: RoadGraph, warm: Set<number>, point: Position): Position[] {
  const nodes = wayTo(cheapestWays(graph, warm), nearestNode(graph, point));
  for (const node of nodes) warm.add(node);
  return nodes.map((node) => graph.nodes[node]!);
}
