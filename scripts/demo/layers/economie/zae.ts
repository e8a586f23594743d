import type { Position } from 'geojson';
import type { DemoFeature, DemoLayer } from '../../demo-layer.ts';
import {
  describeSource,
  type NamedEconomicSite,
  readFigure,
  readNamedEconomicSites,
} from '../../facts.ts';
import type { Ground, GroundCommune } from '../../ground/ground.ts';
import { distance } from '../../ground/ring.ts';
import { createRandom, type Random } from '../../random.ts';
import { findCommune } from '../../shapes/commune.ts';
import { directionName } from '../../shapes/directions.ts';
import { activityEstates, carveEstate, type Estate } from '../../shapes/estates.ts';
import { type PlacedStation, placeStations } from '../mobilite/gares.ts';

/**
 * The activity zones of the territory (CNIG sites économiques, SITE-ECO): those that the documents name, in the commune
 * where they put them, and as many simulated ones as the published figure wants. Footprints are the estates of activity
 * of the simulated ground, so that they follow streets and parcels.
 */
export function buildZae(ground: Ground): DemoLayer {
  const stations = placeStations(ground).filter(({ station }) => station.passengers);
  const features = layOutZones(ground).map((zone, i): DemoFeature => {
    const random = createRandom(`zae ${i} ${zone.commune.code}`);
    const { shape } = zone.estate;
    return {
      geometry:
        shape.length === 1
          ? { type: 'Polygon', coordinates: shape[0]! }
          : { type: 'MultiPolygon', coordinates: shape },
      properties: propertiesOf(zone, stations, random),
    };
  });
  return { id: 'zae', features: numbered(features) };
}

/** An activity zone: where it is, and what the documents say of it (null: simulated). */
export interface ActivityZone {
  commune: GroundCommune;
  estate: Estate;
  named: NamedEconomicSite | null;
}

/**
 * The named zones, each on the largest estate of its commune that is free (or the one nearest to the second commune
 * that the text names; on fields where the commune has none), then the largest estates that are left.
 */
export function layOutZones(ground: Ground): ActivityZone[] {
  const free = activityEstates(ground);
  const zones: ActivityZone[] = readNamedEconomicSites().map((named) => {
    const commune = findCommune(ground, named.commune);
    const estate = takeEstate(ground, free, named);
    return { commune, named, estate: estate ?? carveFor(ground, commune, named) };
  });
  const counts = new Map<string, number>();
  for (const { commune } of zones) counts.set(commune.code, (counts.get(commune.code) ?? 0) + 1);
  for (const estate of free) {
    if (zones.length === readFigure('zae').value) break;
    const count = counts.get(estate.commune) ?? 0;
    if (count >= MOST_A_COMMUNE) continue;
    counts.set(estate.commune, count + 1);
    zones.push({ commune: findCommune(ground, estate.commune), estate, named: null });
  }
  return zones;
}

const EPCI_NAME = 'CA de Béthune-Bruay, Artois-Lys Romane';
const EPCI_SIREN = '200072460';
const SIMULATED_USES = [
  'artisanale',
  'artisanale',
  'industrielle',
  'commerciale',
  'entrepôts, logistique',
  'tertiaire',
];
const MOST_A_COMMUNE = 4;
const HECTARE_M2 = 10_000;
/** A zone that the text calls industrial, and another one, where the ground has no estate for them. */
const [INDUSTRIAL_M2, ORDINARY_M2] = [48 * HECTARE_M2, 12 * HECTARE_M2];
const SMALLEST_NEAR_M2 = 5 * HECTARE_M2;

function takeEstate(ground: Ground, free: Estate[], named: NamedEconomicSite): Estate | null {
  const own = free.filter(({ commune }) => commune === named.commune);
  const large = own.filter(({ areaM2 }) => areaM2 >= SMALLEST_NEAR_M2);
  const near = named.near === undefined ? null : findCommune(ground, named.near).centre;
  if (near) large.sort((a, b) => distance(a.centre, near) - distance(b.centre, near));
  const taken = (near ? large[0] : undefined) ?? own[0];
  if (!taken) return null;
  free.splice(free.indexOf(taken), 1);
  return taken;
}

function carveFor(ground: Ground, commune: GroundCommune, named: NamedEconomicSite): Estate {
  const areaM2 = named.use === 'industrielle' ? INDUSTRIAL_M2 : ORDINARY_M2;
  return carveEstate(ground, commune, areaM2, 450 + Math.sqrt(areaM2));
}

function propertiesOf(
  { commune, estate, named }: ActivityZone,
  stations: PlacedStation[],
  random: Random,
): DemoFeature['properties'] {
  const { centre } = estate;
  const hectares = estate.areaM2 / HECTARE_M2;
  const station = nearestStation(stations, centre);
  const simulatedUse = SIMULATED_USES[random.integer(0, SIMULATED_USES.length - 1)]!;
  return {
    site_nom: named?.name ?? `ZA ${commune.name} ${directionName(commune.centre, centre)}`,
    site_type: "zone d'activité économique",
    site_vocadomi: named ? (named.use ?? 'inconnu') : simulatedUse,
    site_etat: 'existant et actif',
    site_surf_brute: round(hectares, 2),
    site_surf_utile: round(hectares * random.between(0.78, 0.88), 2),
    site_identif_date: '2026-01-01',
    site_actu_date: '2026-01-01',
    source_producteur: named ? describeSource(named.source) : 'Arpent, générateur de territoire',
    site_description: named ? NAMED_NOTE : SIMULATED_NOTE,
    site_epci_nom: EPCI_NAME,
    site_epci_siren: EPCI_SIREN,
    site_comm_nom: commune.name,
    site_comm_insee: commune.code,
    site_moa_type: 'EPCI',
    site_nb_etab: named?.establishments ?? null,
    site_nb_emploi: named?.jobs ?? null,
    gare_nom: station.station.name,
    gare_dist: round(distance(station.point, centre) / 1000, 1),
  };
}

const NAMED_NOTE = 'Zone nommée par les documents publiés ; emprise et surface simulées.';
const SIMULATED_NOTE = 'Site simulé : les documents publiés comptent 42 zones et en nomment 14.';

function nearestStation(stations: PlacedStation[], centre: Position): PlacedStation {
  return stations.reduce((best, station) =>
    distance(station.point, centre) < distance(best.point, centre) ? station : best,
  );
}

/** Identifiers by commune, and a number after the names that two simulated zones share. */
function numbered(features: DemoFeature[]): DemoFeature[] {
  const counts = new Map<string, number>();
  const next = (text: string) => counts.set(text, (counts.get(text) ?? 0) + 1).get(text)!;
  return features.map(({ geometry, properties }) => {
    const code = properties.site_comm_insee as string;
    const name = properties.site_nom as string;
    const rank = next(name);
    return {
      geometry,
      properties: {
        site_id: `${code}_SITE-ECO_${String(next(code)).padStart(5, '0')}`,
        ...properties,
        site_nom: rank === 1 ? name : `${name} ${rank}`,
      },
    };
  });
}

function round(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}
