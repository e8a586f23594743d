import type { Position } from 'geojson';
import { AppError } from '../../../src/domain/errors.ts';
import type { DemoFeature, DemoLayer } from '../demo-layer.ts';
import { describeSource, type NamedBrownfield, readBrownfields, readFigure } from '../facts.ts';
import type { Ground, GroundCommune } from '../ground/ground.ts';
import { createRandom, type Random } from '../random.ts';
import { placeBlock } from '../shapes/block.ts';
import { findCommune, linesNear, partsInside } from '../shapes/commune.ts';
import { distanceBetween } from '../shapes/polyline.ts';
import { sharePlaces } from '../shapes/seats.ts';
import { buildZae } from './zae.ts';

/**
 * Derelict sites (CNIG friches 1.0.6): those that the documents name, in the commune where they put them, and
 * simulated ones in the former coalfield and along the tracks, so that all together measure the published area
 * (planar, CC50).
 */
export function buildFriches(ground: Ground): DemoLayer {
  const taken = buildZae(ground).features.flatMap(({ geometry }) =>
    geometry?.type === 'Polygon' ? [geometry.coordinates] : [],
  );
  const counts = new Map<string, number>();
  const features = wantedBrownfields(ground).map((wanted, i): DemoFeature => {
    const block = placeBrownfield(ground, wanted, taken, createRandom(`friche ${i}`));
    taken.push(block);
    const rank = (counts.get(wanted.commune.code) ?? 0) + 1;
    counts.set(wanted.commune.code, rank);
    return {
      geometry: { type: 'Polygon', coordinates: block },
      properties: propertiesOf(wanted, rank, createRandom(`friche ${i} fields`)),
    };
  });
  return { id: 'friches', features };
}

/** A derelict site to lay, and what the documents say of it (null: simulated). */
interface WantedBrownfield {
  commune: GroundCommune;
  areaM2: number;
  type: string;
  named: NamedBrownfield | null;
}

const SITES = 64;
const HECTARE_M2 = 10_000;
const [SMALLEST_HA, LARGEST_HA] = [0.5, 22];
const COALFIELD_TYPES = [
  'friche carrière ou mine',
  'friche carrière ou mine',
  'friche carrière ou mine',
  'friche industrielle',
  'friche ferroviaire',
];
const TOWN_TYPES = [
  'friche industrielle',
  'friche industrielle',
  'friche ferroviaire',
  'friche commerciale',
];
const STATUSES = [
  'friche sans projet',
  'friche sans projet',
  'friche sans projet',
  'friche potentielle',
  'friche potentielle',
  'friche avec projet',
  'friche avec projet',
  'friche reconvertie',
];
const REUSES = [
  'renaturation',
  'habitat',
  'industrie',
  'équipement public',
  'panneaux photovoltaïques',
];

/** The sites with their areas: what the text gives, and the rest of the published total shared out unevenly. */
function wantedBrownfields(ground: Ground): WantedBrownfield[] {
  const { sites, coalfield, towns } = readBrownfields();
  const random = createRandom('friches');
  const pick = (values: string[]) => values[random.integer(0, values.length - 1)]!;
  const communes = [...coalfield, ...towns].map((code) => findCommune(ground, code));
  const held = new Map(sites.map((site) => [site.commune, 1]));
  const codes = sharePlaces(communes, SITES - sites.length, held);
  const wanted = [
    ...sites.map((named) => ({
      commune: findCommune(ground, named.commune),
      type: named.type,
      named,
    })),
    ...codes.map((code) => ({
      commune: findCommune(ground, code),
      type: pick(towns.includes(code) ? TOWN_TYPES : COALFIELD_TYPES),
      named: null,
    })),
  ].map((site) => ({ ...site, weight: (LARGEST_HA / SMALLEST_HA) ** (random.next() ** 1.4) }));
  const given = sites.reduce((sum, site) => sum + (site.areaHa ?? 0), 0);
  const free = wanted.filter(({ named }) => named?.areaHa === undefined);
  const weights = free.reduce((sum, { weight }) => sum + weight, 0);
  const unit = (readFigure('friches').value - given) / weights;
  return wanted.map(({ weight, ...site }) => ({
    ...site,
    areaM2: (site.named?.areaHa ?? weight * unit) * HECTARE_M2,
  }));
}

function placeBrownfield(
  ground: Ground,
  { commune, areaM2, type, named }: WantedBrownfield,
  taken: Position[][][],
  random: Random,
): Position[][] {
  const rails = ground.rails.map(({ line }) => line);
  const roads = ground.roads.filter(({ kind }) => kind !== 'autoroute').map(({ line }) => line);
  const barriers = [
    ...rails,
    ...ground.rivers.map(({ line }) => line),
    ...ground.roads.filter(({ kind }) => kind !== 'locale').map(({ line }) => line),
  ];
  const beside = type === 'friche ferroviaire' ? partsInside(commune, rails, 60) : [];
  const wanted = named ? 450 : random.between(350, 1500);
  const site = {
    within: commune.shape,
    fronts: beside.length > 0 ? beside : partsInside(commune, roads, 60),
    taken,
    areaM2,
    setback: 8,
    ragged: true,
    score: (centre: Position) => Math.abs(distanceBetween(centre, commune.centre) - wanted),
  };
  const block =
    placeBlock({ ...site, barriers: linesNear(commune, barriers, 0) }, random) ??
    placeBlock({ ...site, barriers: [] }, random, 2000);
  if (block) return block;
  throw new AppError('layer-invalid', `no free place for a derelict site in ${commune.name}`);
}

function propertiesOf(
  { commune, areaM2, type, named }: WantedBrownfield,
  rank: number,
  random: Random,
): DemoFeature['properties'] {
  const status = named?.status ?? STATUSES[random.integer(0, STATUSES.length - 1)]!;
  const hasReuse = status === 'friche avec projet' || status === 'friche reconvertie';
  const reuse = named?.reuse ?? REUSES[random.integer(0, REUSES.length - 1)]!;
  return {
    site_id: `${commune.code}_${String(rank).padStart(3, '0')}`,
    site_nom: named?.name ?? `${SHORT_NAMES[type]} ${commune.name} n° ${rank}`,
    site_type: type,
    site_identif_date: '2026-01-01',
    site_actu_date: '2026-01-01',
    site_occupation: named ? 'inconnu' : random.next() < 0.6 ? 'totalement inoccupé' : 'inconnu',
    site_statut: status,
    site_reconv_type: hasReuse ? reuse : null,
    comm_nom: commune.name,
    comm_insee: commune.code,
    sol_pollution_existe: pollutionOf(type, named, random),
    unite_fonciere_surface: Math.round(areaM2),
    urba_zaer: 'inconnu',
    source_nom: named ? describeSource(named.source) : 'Site simulé',
    source_producteur: 'Arpent, générateur de territoire',
  };
}

const SHORT_NAMES: Record<string, string> = {
  'friche carrière ou mine': 'Friche minière',
  'friche industrielle': 'Friche industrielle',
  'friche ferroviaire': 'Friche ferroviaire',
  'friche commerciale': 'Friche commerciale',
};

/** The documents say of one site that its soil is polluted; the others that they name are unknown. */
function pollutionOf(type: string, named: NamedBrownfield | null, random: Random): string {
  if (named) return named.name.includes('pollué') ? 'pollution avérée' : 'inconnu';
  if (type === 'friche commerciale') return 'pollution peu probable';
  return random.next() < 0.35 ? 'pollution supposée' : 'inconnu';
}
