import { AppError } from '../../../../src/domain/errors.ts';
import type { DemoFeature, DemoLayer } from '../../demo-layer.ts';
import { describeSource, type NamedBrownfield, readBrownfields, readFigure } from '../../facts.ts';
import type { Ground, GroundCommune } from '../../ground/ground.ts';
import { distance } from '../../ground/ring.ts';
import { createRandom, type Random } from '../../random.ts';
import { findCommune } from '../../shapes/commune.ts';
import { degreesOf } from '../../shapes/degrees.ts';
import { sharePlaces } from '../../shapes/seats.ts';
import { type WasteLand, wasteLands } from '../../shapes/waste-lands.ts';
import { layOutZones } from '../economie/activity-zones.ts';

/**
 * Derelict sites (CNIG friches 1.0.6): those that the documents name, in the commune where they put them, and
 * simulated ones in the former coalfield and along the tracks. Each is a block of the ground, so that it follows
 * streets and parcels; all together measure the published area (planar, CC50) within a thousandth.
 * @throws {AppError} `layer-invalid` when the ground has no blocks that add up to it.
 */
export function buildFriches(ground: Ground): DemoLayer {
  const counts = new Map<string, number>();
  const features = layOutBrownfields(ground).map((site, i): DemoFeature => {
    const rank = (counts.get(site.commune.code) ?? 0) + 1;
    counts.set(site.commune.code, rank);
    return {
      geometry: { type: 'Polygon', coordinates: site.land.polygon },
      properties: propertiesOf(site, rank, createRandom(`friche ${i} fields`)),
    };
  });
  return { id: 'friches', features };
}

/** A derelict site to lay, and what the documents say of it (null: simulated). */
interface WantedBrownfield {
  commune: GroundCommune;
  type: string;
  named: NamedBrownfield | null;
  /** Share of the area that is not given, in parts of the sum of all weights. */
  weight: number;
}

interface Brownfield extends WantedBrownfield {
  land: WasteLand;
}

const SITES = 64;
const HECTARE_M2 = 10_000;
/** The largest site is this many times the smallest. */
const SPREAD = 24;
const TOLERANCE = 0.001;
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

/**
 * Each site takes the free land that fits it best, its share of the area that is left; the large ones come first and the
 * last may lie anywhere, so that the sum comes out right.
 */
function layOutBrownfields(ground: Ground): Brownfield[] {
  const zones = layOutZones(ground).map(({ estate }) => estate);
  const free = wasteLands(ground, zones);
  const wanted = wantedBrownfields(ground);
  const total = readFigure('friches').value * HECTARE_M2;
  let areaLeft = total;
  let weightLeft = wanted.reduce((sum, { weight }) => sum + weight, 0);
  const laid = wanted.map((site, i): Brownfield => {
    const given = site.named?.areaHa;
    const areaM2 = given ? given * HECTARE_M2 : (areaLeft * site.weight) / weightLeft;
    const isLast = i === wanted.length - 1;
    const land = takeLand(free, site, areaM2, isLast);
    areaLeft -= land.areaM2;
    weightLeft -= site.weight;
    return isLast
      ? { ...site, commune: findCommune(ground, land.commune), land }
      : { ...site, land };
  });
  if (Math.abs(areaLeft) <= TOLERANCE * total) return laid;
  throw new AppError('layer-invalid', `derelict sites miss ${areaLeft} m² of ${total}`);
}

function wantedBrownfields(ground: Ground): WantedBrownfield[] {
  const { sites, coalfield, towns } = readBrownfields();
  const random = createRandom('friches');
  const pick = (values: string[]) => values[random.integer(0, values.length - 1)]!;
  const communes = [...coalfield, ...towns].map((code) => findCommune(ground, code));
  const held = new Map(sites.map((site) => [site.commune, 1]));
  const codes = sharePlaces(communes, SITES - sites.length, held);
  const wanted = [
    ...sites.map((named) => ({ commune: named.commune, type: named.type, named })),
    ...codes.map((commune) => ({
      commune,
      type: pick(towns.includes(commune) ? TOWN_TYPES : COALFIELD_TYPES),
      named: null,
    })),
  ].map((site) => ({
    ...site,
    commune: findCommune(ground, site.commune),
    weight: site.named?.areaHa === undefined ? SPREAD ** (random.next() ** 1.4) : 0,
  }));
  const rank = ({ named, weight }: WantedBrownfield) => (named ? 2 * SPREAD : weight);
  return wanted.sort((a, b) => rank(b) - rank(a));
}

/** The land of the commune nearest to the area wanted and to the town, of the type's kind; the last site may be anywhere. */
function takeLand(
  free: WasteLand[],
  { commune, type }: WantedBrownfield,
  areaM2: number,
  isLast: boolean,
): WasteLand {
  const rank = (land: WasteLand) => {
    if (isLast) return Math.abs(land.areaM2 - areaM2);
    if (land.commune !== commune.code) return Infinity;
    const misfit = Math.abs(Math.log(land.areaM2 / areaM2));
    const suits =
      type === 'friche ferroviaire'
        ? land.isByRail
        : type !== 'friche industrielle' || land.wasWorks;
    return misfit + distance(land.centre, commune.centre) / 2500 + (suits ? 0 : 0.8);
  };
  const best = free.reduce((a, b) => (rank(b) < rank(a) ? b : a));
  free.splice(free.indexOf(best), 1);
  return best;
}

function propertiesOf(
  { commune, type, named, land }: Brownfield,
  rank: number,
  random: Random,
): DemoFeature['properties'] {
  const [lng, lat] = degreesOf(land.centre);
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
    unite_fonciere_surface: Math.round(land.areaM2),
    urba_zaer: 'inconnu',
    geompoint: `POINT(${lat} ${lng})`,
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
