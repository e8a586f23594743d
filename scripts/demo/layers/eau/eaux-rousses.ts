import type { Position } from 'geojson';
import type { DemoFeature, DemoLayer } from '../../demo-layer.ts';
import { describeSource } from '../../facts.ts';
import type { Ground } from '../../ground/ground.ts';
import { lineLength } from '../../ground/ring.ts';
import { createRandom } from '../../random.ts';
import { findCommune } from '../../shapes/commune.ts';
import { shapeContains } from '../../shapes/polygon.ts';
import { pointAlong } from '../../shapes/polyline.ts';
import { communeSectors } from '../../shapes/sectors.ts';
import { unitOf } from './distribution-units.ts';
import { WATER_FACTS } from './eau-facts.ts';
import { type WorkedPipe, workedPipes } from './pipe-works.ts';

/**
 * Reports of red water by sector, in the communes where the documents speak of it. Sectors and counts are simulated, and
 * no sector counts fewer than five reports, so that nobody is known by them.
 */
export function buildEauxRousses(ground: Ground): DemoLayer {
  const rehabilitated = workedPipes(ground).filter(({ work }) => work?.kind === 'réhabilité');
  const features = WATER_FACTS.redWater.flatMap(({ commune: code, action, year, source }) => {
    const commune = findCommune(ground, code);
    const mended = rehabilitated.filter((pipe) => pipe.street.commune.code === code).map(middleOf);
    const random = createRandom(`red water ${code}`);
    const sectors = communeSectors(ground, commune, true).filter(
      ({ builtM2 }) => builtM2 > SMALLEST_M2,
    );
    return sectors.map(({ name, shape }, rank): DemoFeature => {
      const isRegenerated = mended.some((middle) => shapeContains(shape, middle));
      return {
        geometry: { type: 'MultiPolygon', coordinates: shape },
        properties: {
          id: `ER-${code}-${rank + 1}`,
          secteur: `${commune.name} – ${name}`,
          comm_insee: code,
          comm_nom: commune.name,
          udi: unitOf(ground).get(code)!.code,
          signalements: Math.max(LEAST, Math.round(random.between(0.5, 1.5) * (30 - 5 * rank))),
          regenere_annee: isRegenerated ? 2024 : null,
          prevu_annee: year,
          action,
          source: describeSource(source),
        },
      };
    });
  });
  return { id: 'eaux_rousses', features };
}

function middleOf({ line }: WorkedPipe): Position {
  return pointAlong(line, lineLength(line) / 2).point;
}

const SMALLEST_M2 = 40_000;
const LEAST = 5;
