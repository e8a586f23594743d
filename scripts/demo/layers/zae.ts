import type { Position } from 'geojson';
import { AppError } from '../../../src/domain/errors.ts';
import type { DemoFeature, DemoLayer } from '../demo-layer.ts';
import {
  describeSource,
  type NamedEconomicSite,
  readFigure,
  readNamedEconomicSites,
} from '../facts.ts';
import type { Ground, GroundCommune } from '../ground/ground.ts';
import { createRandom, type Random } from '../random.ts';
import { placeBlock } from '../shapes/block.ts';
import { findCommune, linesNear, partsInside } from '../shapes/commune.ts';
import { directionName } from '../shapes/directions.ts';
import { polygonArea, ringCentre } from '../shapes/polygon.ts';
import { distanceBetween } from '../shapes/polyline.ts';
import { sharePlaces } from '../shapes/seats.ts';
import { type PlacedStation, placeStations } from './gares.ts';

/**
 * The activity zones of the territory (CNIG sites économiques, SITE-ECO): those that the documents name, in the commune
 * where they put them, and as many simulated ones as the published figure wants, shared by population. Footprints are
 * simulated, along the roads, outside the towns.
 */
export function buildZae(ground: Ground): DemoLayer {
  const stations = placeStations(ground).filter(({ station }) => station.passengers);
  const taken: Position[][][] = [];
  const features = wantedSites(ground).map((wanted, i): DemoFeature => {
    const random = createRandom(`zae ${i} ${wanted.commune.code}`);
    const block = placeSite(ground, wanted, taken, random);
    taken.push(block);
    return {
      geometry: { type: 'Polygon', coordinates: block },
      properties: propertiesOf(wanted, block, stations, random),
    };
  });
  return { id: 'zae', features: numbered(features) };
}

/** A zone to lay: where, how large, and what the documents say of it (null: simulated). */
interface WantedSite {
  commune: GroundCommune;
  areaM2: number;
  named: NamedEconomicSite | null;
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
const SMALLEST_TOWN = 1800;
const HECTARE_M2 = 10_000;
const SETBACK_M = 12;

function wantedSites(ground: Ground): WantedSite[] {
  const named = readNamedEconomicSites();
  const held = new Map<string, number>();
  for (const { commune } of named) held.set(commune, (held.get(commune) ?? 0) + 1);
  const towns = ground.communes.filter((commune) => commune.population >= SMALLEST_TOWN);
  const others = sharePlaces(towns, readFigure('zae').value - named.length, held);
  const area = (random: Random, [low, high]: readonly [number, number]) =>
    HECTARE_M2 * low * (high / low) ** random.next();
  return [
    ...named.map((site) => ({
      commune: findCommune(ground, site.commune),
      areaM2: area(createRandom(`area ${site.name}`), site.use ? LARGE_HA : MIDDLING_HA),
      named: site,
    })),
    ...others.map((code, i) => ({
      commune: findCommune(ground, code),
      areaM2: area(createRandom(`area zae ${i}`), SMALL_HA),
      named: null,
    })),
  ];
}

const LARGE_HA = [48, 95] as const;
const MIDDLING_HA = [10, 45] as const;
const SMALL_HA = [3.5, 26] as const;

function placeSite(
  ground: Ground,
  { commune, areaM2, named }: WantedSite,
  taken: Position[][][],
  random: Random,
): Position[][] {
  const roads = ground.roads.filter(({ kind }) => kind !== 'locale').map(({ line }) => line);
  const fronts = ground.roads
    .filter(({ kind }) => kind === 'principale' || kind === 'secondaire')
    .map(({ line }) => line);
  const others = [...ground.rails, ...ground.rivers].map(({ line }) => line);
  const near = named?.near === undefined ? null : findCommune(ground, named.near).centre;
  const wanted = Math.max(650, Math.sqrt(areaM2) * 1.1);
  const site = {
    within: commune.shape,
    fronts: partsInside(commune, fronts, 100),
    barriers: linesNear(commune, [...roads, ...others], 0),
    taken,
    setback: SETBACK_M,
    ragged: false,
    score: (centre: Position) =>
      near
        ? distanceBetween(centre, near)
        : Math.abs(distanceBetween(centre, commune.centre) - wanted),
  };
  for (const shrink of [1, 0.7, 0.45, 0.28, 0.16]) {
    const block = placeBlock({ ...site, areaM2: areaM2 * shrink }, random);
    if (block) return block;
  }
  throw new AppError('layer-invalid', `no free place for an activity zone in ${commune.name}`);
}

function propertiesOf(
  { commune, named }: WantedSite,
  block: Position[][],
  stations: PlacedStation[],
  random: Random,
): DemoFeature['properties'] {
  const centre = ringCentre(block[0]!);
  const hectares = polygonArea(block) / HECTARE_M2;
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
    gare_dist: round(distanceBetween(station.point, centre) / 1000, 1),
  };
}

const NAMED_NOTE = 'Zone nommée par les documents publiés ; emprise et surface simulées.';
const SIMULATED_NOTE = 'Site simulé : les documents publiés comptent 42 zones et en nomment 14.';

function nearestStation(stations: PlacedStation[], centre: Position): PlacedStation {
  return stations.reduce((best, station) =>
    distanceBetween(station.point, centre) < distanceBetween(best.point, centre) ? station : best,
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
