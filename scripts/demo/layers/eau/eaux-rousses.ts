import type { DemoFeature, DemoLayer } from '../../demo-layer.ts';
import { describeSource } from '../../facts.ts';
import type { Ground } from '../../ground/ground.ts';
import { createRandom } from '../../random.ts';
import { findCommune } from '../../shapes/commune.ts';
import { communeSectors } from '../../shapes/sectors.ts';
import { unitOf } from './distribution-units.ts';
import { WATER_FACTS } from './eau-facts.ts';

/**
 * Reports of red water by sector, in the communes where the documents speak of it. Sectors and counts are simulated, and
 * no sector counts fewer than five reports, so that nobody is known by them.
 */
export function buildEauxRousses(ground: Ground): DemoLayer {
  const features = WATER_FACTS.redWater.flatMap(({ commune: code, action, year, source }) => {
    const commune = findCommune(ground, code);
    const random = createRandom(`red water ${code}`);
    const sectors = communeSectors(ground, commune, true).filter(
      ({ builtM2 }) => builtM2 > SMALLEST_M2,
    );
    return sectors.map(({ name, shape }, rank): DemoFeature => {
      const isRegenerated = year !== null && rank < 2;
      return {
        geometry: { type: 'MultiPolygon', coordinates: shape },
        properties: {
          id: `ER-${code}-${rank + 1}`,
          secteur: `${commune.name} – ${name}`,
          comm_insee: code,
          comm_nom: commune.name,
          udi: unitOf(ground).get(code)!.code,
          signalements: Math.max(LEAST, Math.round(random.between(0.5, 1.5) * (30 - 5 * rank))),
          regenere_annee: isRegenerated ? 2022 + 2 * rank : null,
          prevu_annee: year,
          action,
          source: describeSource(source),
        },
      };
    });
  });
  return { id: 'eaux_rousses', features };
}

const SMALLEST_M2 = 40_000;
const LEAST = 5;
