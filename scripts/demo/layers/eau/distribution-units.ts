import { oncePerGround } from '../../demo-layer.ts';
import type { Ground, GroundCommune } from '../../ground/ground.ts';
import { distance } from '../../ground/ring.ts';
import { publishedFigure } from '../../published-figures.ts';
import { apportion } from '../../shapes/apportion.ts';
import { findCommune } from '../../shapes/commune.ts';
import { intersection, type Shape } from '../../shapes/overlay.ts';
import { WATER_FACTS } from './eau-facts.ts';

/** Who runs the drinking-water service of a unit. */
export type Management = 'régie' | 'délégation';

/** A unit of distribution: the land that the same water reaches, around the commune where it is drawn. */
export interface DistributionUnit {
  code: string;
  name: string;
  /** INSEE code of the commune of its wells. */
  seat: string;
  management: Management;
}

/** A commune, or a part of one, in a unit of distribution. CC50 metres. */
export interface ServedArea {
  unit: DistributionUnit;
  commune: GroundCommune;
  /** "toute la commune", or which part of it. */
  part: string;
  shape: Shape;
  subscribers: number;
  /** Date since which its water is softened, or null. */
  softenedSince: string | null;
}

/** The units: those whose wells or plant the documents name, then simulated ones. */
export const UNITS: readonly DistributionUnit[] = [
  { name: 'Houdain', seat: '62457', management: 'délégation' as const },
  { name: 'Vendin-lès-Béthune', seat: '62841', management: 'régie' as const },
  { name: 'Lillers', seat: '62516', management: 'délégation' as const },
  { name: 'Bourecq', seat: '62162', management: 'régie' as const },
  { name: 'Béthune – Beau Marais', seat: '62119', management: 'régie' as const },
  { name: 'Gonnehem', seat: '62376', management: 'régie' as const },
  { name: 'Calonne-Ricouart', seat: '62194', management: 'délégation' as const },
  { name: 'Douvrin – Billy-Berclau', seat: '62276', management: 'délégation' as const },
  { name: 'Nœux-les-Mines', seat: '62617', management: 'délégation' as const },
  { name: 'Vermelles', seat: '62846', management: 'délégation' as const },
  { name: 'Isbergues', seat: '62473', management: 'régie' as const },
  { name: 'Saint-Venant', seat: '62770', management: 'régie' as const },
  { name: 'La Couture', seat: '62252', management: 'régie' as const },
  { name: 'Estrée-Blanche', seat: '62313', management: 'régie' as const },
  { name: 'Ferfay', seat: '62328', management: 'délégation' as const },
  { name: 'Diéval', seat: '62269', management: 'régie' as const },
].map((unit, i) => ({ code: `UDI${String(i + 1).padStart(2, '0')}`, ...unit }));

/**
 * Every commune in the unit whose seat is nearest, but for those that the documents put in the softened one; the commune
 * that it serves for the most part is cut in two. Subscribers add up to the published figure, by population.
 */
export const servedAreas = oncePerGround((ground: Ground): ServedArea[] => {
  const { softened } = WATER_FACTS;
  const softUnit = UNITS.find(({ name }) => name === softened.unit)!;
  const others = UNITS.filter((unit) => unit !== softUnit);
  const areas = ground.communes.flatMap((commune) => {
    const whole = {
      commune,
      part: 'toute la commune',
      shape: commune.shape,
      weight: commune.population,
    };
    if (softened.communes.includes(commune.code)) return [{ ...whole, unit: softUnit }];
    const unit = nearestUnit(ground, others, commune);
    if (commune.code !== softened.mostOf) return [{ ...whole, unit }];
    const towards = findCommune(ground, softUnit.seat);
    const [near, far] = cutTowards(commune, towards);
    return [
      {
        commune,
        unit: softUnit,
        part: 'majorité des usagers',
        shape: near,
        weight: 0.7 * commune.population,
      },
      { commune, unit, part: 'reste de la commune', shape: far, weight: 0.3 * commune.population },
    ];
  });
  const subscribers = apportion(
    publishedFigure('ind-082'),
    areas.map(({ weight }) => weight),
  );
  return areas.map(({ commune, unit, part, shape }, i) => ({
    commune,
    unit,
    part,
    shape,
    subscribers: subscribers[i]!,
    softenedSince: unit === softUnit ? softened.since : null,
  }));
});

/** INSEE code → the unit that serves the commune, or most of it. */
export const unitOf = oncePerGround((ground: Ground): Map<string, DistributionUnit> => {
  const units = new Map<string, DistributionUnit>();
  for (const { commune, unit } of servedAreas(ground)) {
    if (!units.has(commune.code)) units.set(commune.code, unit);
  }
  return units;
});

function nearestUnit(
  ground: Ground,
  units: DistributionUnit[],
  { centre }: GroundCommune,
): DistributionUnit {
  const away = ({ seat }: DistributionUnit) => distance(findCommune(ground, seat).centre, centre);
  return units.reduce((best, unit) => (away(unit) < away(best) ? unit : best));
}

/** The commune on both sides of a line across the way to another, a little beyond its centre. */
function cutTowards(
  { shape, centre, areaM2 }: GroundCommune,
  other: GroundCommune,
): [Shape, Shape] {
  const away = distance(centre, other.centre);
  const [u, v] = [(other.centre[0]! - centre[0]!) / away, (other.centre[1]! - centre[1]!) / away];
  const back = 0.22 * Math.sqrt(areaM2);
  const [x, y] = [centre[0]! - back * u, centre[1]! - back * v];
  const half = (sign: 1 | -1): Shape => {
    const corner = (along: number, across: number) => [
      x + sign * along * u - across * v,
      y + sign * along * v + across * u,
    ];
    const ring = [
      corner(0, -REACH_M),
      corner(0, REACH_M),
      corner(REACH_M, REACH_M),
      corner(REACH_M, -REACH_M),
    ];
    return intersection(shape, [[[...ring, ring[0]!]]]);
  };
  return [half(1), half(-1)];
}

const REACH_M = 20_000;
