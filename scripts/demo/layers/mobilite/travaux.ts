import type { Position } from 'geojson';
import type { DemoFeature, DemoLayer } from '../../demo-layer.ts';
import { describeSource } from '../../facts.ts';
import type { Ground, GroundCommune } from '../../ground/ground.ts';
import { distance, lineLength } from '../../ground/ring.ts';
import { numbered } from '../../numbered.ts';
import { createRandom, type Random } from '../../random.ts';
import { findCommune } from '../../shapes/commune.ts';
import { communeAt } from '../../shapes/commune-at.ts';
import { nearestRoad } from '../../shapes/nearest-road.ts';
import { sharePlaces } from '../../shapes/seats.ts';
import { placeStations } from './gares.ts';
import { type NamedWorks, readMobility } from './mobilite-facts.ts';

/**
 * Works in the streets: those that the documents name, with the dates they give, on a street by the place they name, and
 * simulated ones with theirs.
 */
export function buildTravaux(ground: Ground): DemoLayer {
  const named = readMobility().works.map((works) => namedWorks(ground, works));
  const counts = new Map<string, number>();
  const simulated = sharePlaces(ground.communes, SIMULATED, new Map()).flatMap((code) => {
    const rank = (counts.get(code) ?? 0) + 1;
    counts.set(code, rank);
    return simulatedWorks(ground, findCommune(ground, code), rank);
  });
  return { id: 'travaux', features: numbered([...named, ...simulated], 'TX', 3) };
}

const SIMULATED = 130;
const SHORTEST_M = 60;
const KINDS = [
  'eau potable',
  'assainissement',
  'voirie',
  'éclairage public',
  'cyclable',
  'effacement de réseaux',
];
const FIRST_DAY = Date.UTC(2025, 10, 3);
const DAY_MS = 86_400_000;

function namedWorks(ground: Ground, works: NamedWorks): DemoFeature {
  const commune = findCommune(ground, works.commune);
  const station = placeStations(ground).find(
    (placed) => placed.commune === commune && placed.station.passengers,
  );
  const at = works.kind === 'pôle gare' && station ? station.point : commune.centre;
  const near = nearestRoad(ground, at, ({ kind, name }) => kind === 'locale' && name !== '')!;
  return describe(commune, near.road.name, near.road.line, {
    nom: works.name,
    nature: works.kind,
    debut: works.start,
    fin: works.end,
    source: describeSource(works.source),
  });
}

function simulatedWorks(ground: Ground, commune: GroundCommune, rank: number): DemoFeature[] {
  const random = createRandom(`works ${commune.code} ${rank}`);
  const reach = 0.4 * Math.sqrt(commune.areaM2);
  const streets = ground.roads.filter(
    ({ kind, name, line }) =>
      kind === 'locale' &&
      name !== '' &&
      distance(line[0]!, commune.centre) < reach &&
      lineLength(line) > SHORTEST_M &&
      communeAt(ground, line[0]!) === commune,
  );
  const street = streets[random.integer(0, streets.length - 1)];
  if (!street) return [];
  const kind = KINDS[random.integer(0, KINDS.length - 1)]!;
  const [start, end] = datesOf(random);
  const row = {
    nom: `Travaux : ${kind}`,
    nature: kind,
    debut: start,
    fin: end,
    source: 'Chantier simulé',
  };
  return [describe(commune, street.name, street.line, row)];
}

function datesOf(random: Random): [string, string] {
  const start = FIRST_DAY + 7 * DAY_MS * random.integer(0, 70);
  const end = start + DAY_MS * random.integer(12, 240);
  return [isoDay(start), isoDay(end)];
}

function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

function describe(
  commune: GroundCommune,
  street: string,
  line: Position[],
  row: Record<string, string | null>,
): DemoFeature {
  return {
    geometry: { type: 'LineString', coordinates: line },
    properties: { comm_insee: commune.code, comm_nom: commune.name, rue: street, ...row },
  };
}
