import type { Position } from 'geojson';
import type { DemoFeature, DemoLayer } from '../../demo-layer.ts';
import { describeSource, readProjects } from '../../facts.ts';
import type { Ground, GroundCommune } from '../../ground/ground.ts';
import { distance } from '../../ground/ring.ts';
import { publishedFigure } from '../../published-figures.ts';
import { apportion } from '../../shapes/apportion.ts';
import { findCommune } from '../../shapes/commune.ts';
import { nearestStreet } from '../../shapes/nearest-street.ts';
import { streetPlaces } from '../../shapes/places.ts';
import { sharePlaces } from '../../shapes/seats.ts';
import { FACILITY_KINDS, type FacilityKind } from './facility-kinds.ts';
import { type FacilityFamily, type NamedFacility, readNamedFacilities } from './services-facts.ts';

/** A facility before it is placed. */
interface Facility {
  name: string | null;
  label: string;
  family: FacilityFamily;
  type: string | null;
  commune: string;
  central: number;
  ours: boolean;
  priority: boolean;
  source: string | null;
}

/**
 * The facilities that people go to: those that the documents name, in their commune; a town hall in each commune; and, up
 * to their total, simulated ones shared by population. Where in its commune each stands is simulated.
 */
export function buildEquipements(ground: Ground): DemoLayer {
  const named = readNamedFacilities();
  const facilities = [
    ...named.map(nameFacility),
    ...ground.communes.map(townHall),
    ...FACILITY_KINDS.flatMap((kind) => simulateKind(kind, ground.communes, named)),
  ];
  const places = layOut(ground, facilities);
  const doctors = shareDoctors(ground, facilities);
  return {
    id: 'equipements',
    features: facilities.map((facility, index) =>
      describe(ground, facility, places[index]!, doctors.get(index) ?? null, index + 1),
    ),
  };
}

function nameFacility({ name, family, type, commune, ours, source }: NamedFacility): Facility {
  return {
    name,
    label: name,
    family,
    type,
    commune,
    central: 0.4,
    ours: ours ?? false,
    priority: false,
    source,
  };
}

function townHall({ code }: GroundCommune): Facility {
  return {
    name: null,
    label: 'Mairie',
    family: 'administration',
    type: 'A129',
    commune: code,
    central: 1,
    ours: false,
    priority: false,
    source: null,
  };
}

function simulateKind(
  { family, type, label, total, from, below = Infinity, central, priority = 0 }: FacilityKind,
  communes: GroundCommune[],
  named: NamedFacility[],
): Facility[] {
  const known = named.filter((facility) => facility.type === type);
  const held = new Map<string, number>();
  for (const { commune } of known) held.set(commune, (held.get(commune) ?? 0) + 1);
  const open = communes.filter(({ population }) => population >= from && population < below);
  const codes = sharePlaces(open, total - known.length, held);
  const first = new Set(priorityRanks(codes).slice(0, priority));
  return codes.map((commune, rank) => ({
    name: null,
    label,
    family,
    type,
    commune,
    central,
    ours: false,
    priority: first.has(rank),
    source: null,
  }));
}

/** Ranks of the places in communes that have a priority quarter: one in each first, then the others. */
function priorityRanks(codes: string[]): number[] {
  const quarters = priorityCommunes();
  const ranks = codes.flatMap((code, rank) => (quarters.has(code) ? [rank] : []));
  const isFirst = (rank: number) => codes.indexOf(codes[rank]!) === rank;
  return [...ranks.filter(isFirst), ...ranks.filter((rank) => !isFirst(rank))];
}

/** INSEE codes of the communes that the named priority quarters lie in. */
function priorityCommunes(): Set<string> {
  const quarters = readProjects().projects.filter(
    ({ theme, title }) => theme === 'qpv' && title.startsWith('Quartier '),
  );
  return new Set(quarters.flatMap(({ communes }) => Object.keys(communes)));
}

/** A place for each facility: those of a label in a commune are laid together, and none where another stands. */
function layOut(ground: Ground, facilities: Facility[]): Position[] {
  const groups = new Map<string, number[]>();
  facilities.forEach(({ family, label, name, commune }, index) => {
    const key = `${commune} ${name ? family : label}`;
    groups.set(key, [...(groups.get(key) ?? []), index]);
  });
  const places: Position[] = [];
  const taken = new Map<string, Position[]>();
  for (const [key, indices] of groups) {
    const { commune, central } = facilities[indices[0]!]!;
    const others = taken.get(commune) ?? [];
    const options = { central, spacingM: 180 };
    const town = findCommune(ground, commune);
    const free = streetPlaces(ground, town, indices.length + SPARE, key, options)
      .filter((place) => others.every((other) => distance(other, place) > APART_M))
      .slice(0, indices.length);
    taken.set(commune, [...others, ...free]);
    indices.forEach((index, i) => {
      places[index] = free[i]!;
    });
  }
  return places;
}

/** Places asked for beyond those needed, as some are taken. */
const SPARE = 16;
const APART_M = 12;

/** Physicians of each practice: the published density, less those of the intercommunal health centre. */
function shareDoctors({ communes }: Ground, facilities: Facility[]): Map<number, number> {
  const people = communes.reduce((sum, { population }) => sum + population, 0);
  const all = Math.round((people * publishedFigure('ind-335')) / 100_000);
  const practices = facilities.flatMap(({ family }, index) =>
    family === 'médecin' ? [index] : [],
  );
  const weights = practices.map((_, i) => 2 + (i % 3));
  const shares = apportion(all - CSIPA_DOCTORS, weights);
  return new Map(practices.map((index, i) => [index, shares[i]!]));
}

/** "Six médecins", Rapport d'activité 2024, line 2677. */
export const CSIPA_DOCTORS = 6;

function describe(
  ground: Ground,
  { name, label, family, type, commune, ours, priority, source }: Facility,
  place: Position,
  doctors: number | null,
  number: number,
): DemoFeature {
  const street = nearestStreet(ground, place);
  const commNom = findCommune(ground, commune).name;
  const after = label === 'Mairie' ? commNom : (street ?? commNom);
  return {
    geometry: { type: 'Point', coordinates: place },
    properties: {
      id: `EQ-${String(number).padStart(4, '0')}`,
      nom: name ?? `${label}, ${after}`,
      domaine: DOMAINS[family],
      famille: family,
      typequ: type,
      comm_insee: commune,
      comm_nom: commNom,
      adresse: street,
      rep: priority,
      communautaire: ours,
      medecins: doctors,
      source: source && describeSource(source),
    },
  };
}

const DOMAINS: Record<FacilityFamily, string> = {
  école: 'enseignement',
  collège: 'enseignement',
  lycée: 'enseignement',
  médecin: 'santé',
  pharmacie: 'santé',
  'pôle santé': 'santé',
  commerce: 'commerce',
  sport: 'sport',
  piscine: 'sport',
  culture: 'culture',
  'petite enfance': 'petite enfance',
  administration: 'administration',
};
