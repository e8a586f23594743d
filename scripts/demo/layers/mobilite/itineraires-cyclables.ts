import { type DemoFeature, type DemoLayer, oncePerGround } from '../../demo-layer.ts';
import { describeSource, readCycleRoutes, readFigure } from '../../facts.ts';
import type { Ground } from '../../ground/ground.ts';
import { distance, lineLength } from '../../ground/ring.ts';
import { createRandom } from '../../random.ts';
import { type CycleRoute, planCycleRoutes } from '../../shapes/cycle-network.ts';
import { shapeContains } from '../../shapes/polygon.ts';
import { pointAlong } from '../../shapes/polyline.ts';
import { type PlacedStation, placeStations } from './gares.ts';

/**
 * The structuring cycle network (fields of the schéma des aménagements cyclables where they apply): as many routes, as
 * many kilometres in all (planar, CC50) and as many routes of the first phase as the published figures say. Routes
 * follow the roads and the canal, from the stations to the communes around.
 */
export function buildItinerairesCyclables(ground: Ground): DemoLayer {
  const features = numberedRoutes(ground).map(
    ({ route, number, progress }): DemoFeature => ({
      geometry: { type: 'LineString', coordinates: route.line },
      properties: propertiesOf(ground, route, number, progress),
    }),
  );
  return { id: 'itineraires_cyclables', features };
}

/** A route of the network, its number from 1, and how far it has come. */
export interface NumberedRoute {
  route: CycleRoute;
  number: number;
  progress: 'existant' | 'phase 1' | 'phase ultérieure';
}

/** The routes of the structuring cycle network, in the order of their numbers. */
export const numberedRoutes = oncePerGround((ground: Ground): NumberedRoute[] => {
  const stations = placeStations(ground).filter(({ station }) => station.passengers);
  const routes = planCycleRoutes(
    ground,
    stations.map(({ point }) => point),
    readCycleRoutes(),
    {
      routes: readFigure('itineraires-cyclables').value,
      metres: readFigure('reseau-cyclable').value * 1000,
    },
  );
  const first = firstPhase(routes, stations, readFigure('itineraires-phase-1').value);
  return routes.map((route, i) => ({
    route,
    number: i + 1,
    progress:
      route.named?.state === 'existant'
        ? 'existant'
        : first.has(route)
          ? 'phase 1'
          : 'phase ultérieure',
  }));
});

const EPCI_SIREN = '200072460';
const STATION_REACH_M = 900;
const FACILITIES = [
  'PISTE CYCLABLE',
  'PISTE CYCLABLE',
  'AMENAGEMENT MIXTE PIETON VELO HORS VOIE VERTE',
  'CHAUSSEE A VOIE CENTRALE BANALISEE',
  'BANDE CYCLABLE',
];

/** The planned routes of the first phase: the named ones, then those that leave from a station, to the larger towns. */
function firstPhase(
  routes: CycleRoute[],
  stations: PlacedStation[],
  count: number,
): Set<CycleRoute> {
  const rank = (route: CycleRoute) => {
    const leaves = stations.some(({ point }) => distance(point, route.line[0]!) < STATION_REACH_M);
    return (route.named ? 1e9 : 0) + (leaves ? 1e6 : 0) + route.to.population;
  };
  const planned = routes.filter(({ named }) => named?.state !== 'existant');
  return new Set(planned.sort((a, b) => rank(b) - rank(a)).slice(0, count));
}

function propertiesOf(
  ground: Ground,
  { line, from, to, named }: CycleRoute,
  number: number,
  progress: NumberedRoute['progress'],
): DemoFeature['properties'] {
  const random = createRandom(`cycle route ${number}`);
  const exists = progress === 'existant';
  const length = lineLength(line);
  const { point } = pointAlong(line, length / 2);
  const middle = ground.communes.find(({ shape }) => shapeContains(shape, point)) ?? to;
  const facility = FACILITIES[random.integer(0, FACILITIES.length - 1)]!;
  const ends = `${from.name} – ${to.name}`;
  return {
    id_local: `${EPCI_SIREN}AC${String(number).padStart(3, '0')}`,
    reseau_loc: 'Structurant',
    nom_loc:
      named === null ? ends : named.name.includes('–') ? named.name : `${named.name} (${ends})`,
    num_iti: String(number).padStart(4, '0'),
    avancement: progress,
    phase: exists ? null : progress === 'phase 1' ? 1 : 2,
    longueur_km: Number((length / 1000).toFixed(3)),
    origine: from.name,
    destination: to.name,
    code_com_d: middle.code,
    code_com_g: middle.code,
    ame_d: named?.on === 'canal' ? 'VOIE VERTE' : facility,
    ame_g: 'AUCUN',
    sens_d: 'BIDIRECTIONNEL',
    statut_d: exists ? 'EN SERVICE' : null,
    date_maj: '2026-01-01',
    source: named ? describeSource(named.source) : 'Tracé simulé',
  };
}
