import type { Position } from 'geojson';
import type { DemoFeature, DemoLayer } from '../../demo-layer.ts';
import { describeSource } from '../../facts.ts';
import type { Ground, GroundCommune } from '../../ground/ground.ts';
import { numbered } from '../../numbered.ts';
import { publishedFigure } from '../../published-figures.ts';
import { createRandom, type Random } from '../../random.ts';
import { apportion } from '../../shapes/apportion.ts';
import { streetPlaces } from '../../shapes/places.ts';
import { shapeContains } from '../../shapes/polygon.ts';
import { centralities } from '../urbanisme/centralites.ts';
import { readEconomy } from './economie-facts.ts';

/**
 * Shop units: as many occupied ones as the published count of local shops, and vacant ones with the year of the tax on
 * commercial wasteland that they have come to. The units that the documents say were helped stand in their commune.
 */
export function buildLocauxCommerciaux(ground: Ground): DemoLayer {
  const occupied = apportion(
    publishedFigure('ind-322'),
    ground.communes.map(({ population }) => population ** 1.12),
  );
  const features = ground.communes.flatMap((commune, i) => {
    const random = createRandom(`shops ${commune.code}`);
    const vacant = Math.round(occupied[i]! * random.between(0.04, 0.17));
    const count = occupied[i]! + vacant;
    const places = streetPlaces(ground, commune, count, 'shops', { central: 0.9, spacingM: 26 });
    const order = Array.from({ length: count }, () => random.next());
    const empty = new Set(
      order
        .map((rank, index) => ({ rank, index }))
        .sort((a, b) => a.rank - b.rank)
        .slice(0, vacant)
        .map(({ index }) => index),
    );
    const centre = centralities(ground).get(commune.code)?.shape ?? [];
    return places.map((point, index) =>
      unit(commune, point, empty.has(index), shapeContains(centre, point), random),
    );
  });
  return { id: 'locaux_commerciaux', features: numbered(withHelp(features), 'LC', 5) };
}

/** The tax is due from two full years of vacancy on; its year is counted on the first of January of this year. */
const TAX_YEAR = 2026;
const YEARS_BEFORE_TAX = 2;
const LONGEST_YEARS = 8;
const ACTIVITIES = [
  'alimentation',
  'services',
  'équipement de la personne',
  'restauration',
  'beauté et santé',
  'équipement de la maison',
];

function unit(
  commune: GroundCommune,
  point: Position,
  isVacant: boolean,
  isCentral: boolean,
  random: Random,
): DemoFeature {
  const since = isVacant ? vacantSince(random) : null;
  const year = since === null ? null : taxYear(since);
  const rate = readEconomy().wastelandTax.find((step) => step.year === year);
  return {
    geometry: { type: 'Point', coordinates: point },
    properties: {
      comm_insee: commune.code,
      comm_nom: commune.name,
      etat: isVacant ? 'vacant' : 'occupé',
      activite: isVacant ? null : ACTIVITIES[random.integer(0, ACTIVITIES.length - 1)]!,
      surface_m2: Math.round(35 * Math.exp(0.8 * Math.abs(random.normal()))),
      en_centralite: isCentral,
      vacant_depuis: since,
      annee_taxe: year,
      taux: rate?.percent ?? null,
      dispositif: null,
      source: 'Local simulé',
    },
  };
}

function vacantSince(random: Random): string {
  const months = Math.floor(12 * LONGEST_YEARS * random.next() ** 1.7);
  const index = TAX_YEAR * 12 - 1 - months;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`;
}

/** The year of the tax that a unit has come to: 1, 2, then 3 for good; null before two years of vacancy. */
function taxYear(since: string): number | null {
  const [year, month] = since.split('-').map(Number) as [number, number];
  const full = TAX_YEAR - year - (month > 1 ? 1 : 0);
  return full < YEARS_BEFORE_TAX ? null : Math.min(3, full - YEARS_BEFORE_TAX + 1);
}

/** Each helped unit is the most central occupied one of its commune that is not yet taken. */
function withHelp(features: DemoFeature[]): DemoFeature[] {
  const helped = new Map<DemoFeature, DemoFeature>();
  for (const { commune, scheme, source } of readEconomy().helpedShops) {
    const feature = features.find(
      (candidate) =>
        candidate.properties.comm_insee === commune &&
        candidate.properties.etat === 'occupé' &&
        !helped.has(candidate),
    );
    if (!feature) continue;
    const properties = {
      ...feature.properties,
      dispositif: scheme,
      source: describeSource(source),
    };
    helped.set(feature, { ...feature, properties });
  }
  return features.map((feature) => helped.get(feature) ?? feature);
}
