import type { DemoFeature, DemoLayer } from '../../demo-layer.ts';
import type { Ground } from '../../ground/ground.ts';
import { publishedFigure } from '../../published-figures.ts';
import { createRandom } from '../../random.ts';
import { apportion } from '../../shapes/apportion.ts';
import { communeSectors, type Sector } from '../../shapes/sectors.ts';
import { householdsOf } from '../eau/served-land.ts';

/**
 * The rounds of household waste collection, simulated: every commune, or part of a large one, on one weekday. Tonnes add
 * up to the published year. Rounds of one day run from east to west.
 */
export function buildTournees(ground: Ground): DemoLayer {
  const sectors = ground.communes.flatMap((commune) => {
    const parts = communeSectors(ground, commune, commune.population > LARGE);
    const households = apportion(
      householdsOf(commune),
      parts.map(({ builtM2 }) => builtM2 + 1),
    );
    return parts.map((part, i) => ({ commune, part, households: households[i]! }));
  });
  const tonnes = apportion(
    publishedFigure('ind-208'),
    sectors.map(({ households }) => households),
  );
  const order = [...sectors].sort((a, b) => b.commune.centre[0]! - a.commune.centre[0]!);
  const days = shareDays(order.map(({ households }) => households));
  const dayOf = new Map(order.map((sector, i) => [sector, days[i]!]));
  const ranks = new Map<string, number>();
  const features = sectors.map((sector, i): DemoFeature => {
    const { commune, part, households } = sector;
    const random = createRandom(`round ${commune.code} ${part.name}`);
    const day = dayOf.get(sector)!;
    const rank = (ranks.get(day) ?? 0) + 1;
    ranks.set(day, rank);
    return {
      geometry: { type: 'MultiPolygon', coordinates: part.shape },
      properties: {
        id: `OM-${day.slice(0, 3).toUpperCase()}-${String(rank).padStart(2, '0')}`,
        nom: labelOf(commune.name, part),
        comm_insee: commune.code,
        comm_nom: commune.name,
        jour: day,
        ordre: rank,
        flux: 'ordures ménagères',
        frequence: 'hebdomadaire',
        foyers: households,
        tonnes_an: tonnes[i]!,
        etablissements_sensibles: Math.round((households / 900) * random.between(0.3, 1.6)),
        voies_interdites: random.integer(0, 3),
        points_manques: random.next() < 0.35 ? random.integer(1, 6) : 0,
        arret_reporte: NEXT_DAYS[day]!,
      },
    };
  });
  return { id: 'tournees', features };
}

const LARGE = 9000;
const WEEKDAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi'];
/** Day on which a round that did not run is caught up. */
const NEXT_DAYS: Record<string, string> = {
  lundi: 'mardi',
  mardi: 'mercredi',
  mercredi: 'jeudi',
  jeudi: 'vendredi',
  vendredi: 'samedi',
};

/** A weekday for each sector in turn, so that every day has about a fifth of the households. */
function shareDays(households: number[]): string[] {
  const total = households.reduce((a, b) => a + b, 0);
  let before = 0;
  return households.map((count) => {
    const day = WEEKDAYS[Math.min(4, Math.floor((5 * (before + count / 2)) / total))]!;
    before += count;
    return day;
  });
}

function labelOf(commune: string, { name }: Sector): string {
  return name === '' ? commune : `${commune} – ${name}`;
}
