import type { Position } from 'geojson';
import type { DemoFeature, DemoLayer } from '../../demo-layer.ts';
import type { Ground, GroundCommune } from '../../ground/ground.ts';
import { createRandom } from '../../random.ts';
import { pairOf } from '../../shapes/degrees.ts';
import { streetPlaces } from '../../shapes/places.ts';
import { sharePlaces } from '../../shapes/seats.ts';
import { placeStations } from './gares.ts';

/** Cycle parking (schema stationnement cyclable 1.1.2) by the stations and in the towns; entirely simulated. */
export function buildStationnementCyclable(ground: Ground): DemoLayer {
  const stations = placeStations(ground).filter(({ station }) => station.passengers);
  const atStations = stations.map(({ commune, point, station }) =>
    describe(commune, [point[0]! + 18, point[1]! + 14], `Gare de ${station.name}`),
  );
  const counts = new Map<string, number>();
  for (const code of sharePlaces(ground.communes, IN_TOWNS, new Map()))
    counts.set(code, (counts.get(code) ?? 0) + 1);
  const inTowns = ground.communes.flatMap((commune) =>
    streetPlaces(ground, commune, counts.get(commune.code) ?? 0, 'cycle parking', {
      central: 0.8,
      asideM: 5,
    }).map((point) => describe(commune, point, null)),
  );
  return { id: 'stationnement_cyclable', features: [...atStations, ...inTowns].map(numbered) };
}

const IN_TOWNS = 210;

function describe(commune: GroundCommune, point: Position, station: string | null): DemoFeature {
  const random = createRandom(`cycle parking ${commune.code} ${Math.round(point[0]!)}`);
  const isShelter = station !== null && random.next() < 0.5;
  const capacity = 2 * (station === null ? random.integer(2, 6) : random.integer(6, 20));
  const isRack = !isShelter && random.next() < 0.2;
  return {
    geometry: { type: 'Point', coordinates: point },
    properties: {
      code_com: commune.code,
      comm_nom: commune.name,
      coordonneesxy: pairOf(point),
      capacite: capacity,
      capacite_cargo: station !== null && random.next() < 0.4 ? 2 : 0,
      type_accroche: isRack ? 'ROUE' : 'CADRE ET ROUE',
      mobilier: isShelter ? 'RACK DOUBLE ETAGE' : isRack ? 'RATELIER' : 'ARCEAU',
      acces: isShelter ? 'ABONNEMENT OU INSCRIPTION PREALABLE' : 'LIBRE ACCES',
      gratuit: true,
      protection: isShelter ? 'CONSIGNE COLLECTIVE FERMEE' : 'STATIONNEMENT NON FERME',
      couverture: station !== null || random.next() < 0.15,
      surveillance: isShelter,
      lumiere: random.next() < 0.7,
      d_service: random.integer(2012, 2025),
      source: 'Arpent, générateur de territoire',
      gestionnaire: station === null ? `Commune de ${commune.name}` : 'CABBALR',
      date_maj: '2025-09-15',
      commentaires: station,
    },
  };
}

function numbered({ geometry, properties }: DemoFeature, index: number): DemoFeature {
  return {
    geometry,
    properties: { id_local: `200072460ST${String(index + 1).padStart(3, '0')}`, ...properties },
  };
}
