import type { Position } from 'geojson';
import type { DemoFeature, DemoLayer } from '../../demo-layer.ts';
import { describeSource } from '../../facts.ts';
import type { Ground, GroundCommune } from '../../ground/ground.ts';
import { distance } from '../../ground/ring.ts';
import { numbered } from '../../numbered.ts';
import { ofCommune } from '../../of-commune.ts';
import { busStops } from '../../shapes/bus-lines.ts';
import { findCommune } from '../../shapes/commune.ts';
import { streetPlaces } from '../../shapes/places.ts';
import { readMobility } from './mobilite-facts.ts';

/**
 * The eco-mobility park that the documents name, and simulated places for the rural mobility stations that they aim at:
 * the small communes farthest from any bus stop, apart from one another.
 */
export function buildStationsMobilite(ground: Ground): DemoLayer {
  const { mobilityPark } = readMobility();
  const park = findCommune(ground, mobilityPark.commune);
  const features = [
    describe(park, streetPlaces(ground, park, 1, 'eco-mobility park', { central: 0.2 })[0]!, {
      nom: mobilityPark.name,
      etat: 'à l’étude',
      source: describeSource(mobilityPark.source),
    }),
    ...remoteCommunes(ground).map((commune) =>
      describe(commune, streetPlaces(ground, commune, 1, 'mobility station')[0]!, {
        nom: `Station de mobilité ${ofCommune(commune.name)}`,
        etat: 'proposition simulée',
        source: `${describeSource(OBJECTIVE)} (objectif) ; lieu simulé`,
      }),
    ),
  ];
  return { id: 'stations_mobilite', features: numbered(features, 'SM', 2) };
}

/** "organiser des stations de mobilité en milieu rural". */
const OBJECTIVE = '000:1844-1846';
const PROPOSED = 12;
const APART_M = 3500;
const RURAL_POPULATION = 2000;

function remoteCommunes(ground: Ground): GroundCommune[] {
  const stops = busStops(ground);
  const remoteness = ({ centre }: GroundCommune) =>
    Math.min(...stops.map(({ point }) => distance(point, centre)));
  const chosen: GroundCommune[] = [];
  const rural = ground.communes
    .filter(({ population }) => population < RURAL_POPULATION)
    .map((commune) => ({ commune, away: remoteness(commune) }))
    .sort((a, b) => b.away - a.away);
  for (const { commune } of rural) {
    if (chosen.length === PROPOSED) break;
    const isApart = chosen.every((other) => distance(other.centre, commune.centre) > APART_M);
    if (isApart) chosen.push(commune);
  }
  return chosen;
}

function describe(
  { code, name }: GroundCommune,
  point: Position,
  row: Record<string, string>,
): DemoFeature {
  return {
    geometry: { type: 'Point', coordinates: point },
    properties: { comm_insee: code, comm_nom: name, ...row },
  };
}
