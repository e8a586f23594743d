import type { DemoLayer } from '../../demo-layer.ts';
import type { Ground } from '../../ground/ground.ts';
import { publishedFigure } from '../../published-figures.ts';
import { createRandom } from '../../random.ts';
import { apportion } from '../../shapes/apportion.ts';
import { householdsOf } from '../eau/served-land.ts';
import { ENERGY_FACTS } from './energie-facts.ts';

/**
 * Individual composters given out by commune in the two years that the documents publish, each year adding up to its
 * figure, and the share of households that this makes. More where a commune has an agreement, and in villages.
 */
export function buildComposteurs(ground: Ground): DemoLayer {
  const { communes } = ground;
  const agreed = new Set(ENERGY_FACTS.composterAgreements.communes);
  const random = createRandom('composters');
  const weights = () =>
    communes.map((commune) => {
      const garden = commune.population > 8000 ? 0.45 : commune.population > 2500 ? 0.9 : 1.4;
      return (
        householdsOf(commune) *
        garden *
        (agreed.has(commune.code) ? 2.2 : 1) *
        random.between(0.6, 1.4)
      );
    });
  const before = apportion(publishedFigure('ind-215'), weights());
  const latest = apportion(publishedFigure('ind-214'), weights());
  const features = communes.map((commune, i) => {
    const households = householdsOf(commune);
    const given = before[i]! + latest[i]!;
    return {
      geometry: { type: 'MultiPolygon' as const, coordinates: commune.shape },
      properties: {
        id: `COMP-${commune.code}`,
        comm_insee: commune.code,
        comm_nom: commune.name,
        foyers: households,
        composteurs_2022: before[i]!,
        composteurs_2024: latest[i]!,
        composteurs: given,
        taux: Math.round((1000 * given) / households) / 10,
        convention: agreed.has(commune.code),
      },
    };
  });
  return { id: 'composteurs', features };
}
