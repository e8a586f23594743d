import type { DemoLayer } from '../../demo-layer.ts';
import type { Ground } from '../../ground/ground.ts';
import { publishedFigure } from '../../published-figures.ts';
import { createRandom } from '../../random.ts';
import { apportion } from '../../shapes/apportion.ts';
import { householdsOf, unseweredShares } from './served-land.ts';

/**
 * Private sewerage by commune: households, and checks of one year, each of which adds up to its published figure; shared
 * by the built land that no public sewer reaches. No address.
 */
export function buildSpanc(ground: Ground): DemoLayer {
  const { communes } = ground;
  const shares = unseweredShares(ground);
  const random = createRandom('spanc');
  const weights = communes.map((commune) => householdsOf(commune) * shares.get(commune.code)!);
  const households = apportion(publishedFigure('ind-104'), weights);
  const design = apportion(publishedFigure('ind-113'), households);
  const completion = apportion(publishedFigure('ind-114'), households);
  const planned = apportion(
    PLANNED_CHECKS,
    households.map((count) => count * random.between(0.3, 1.7)),
  );
  const done = apportion(publishedFigure('ind-115'), planned);
  const features = communes.map(({ code, name, shape }, i) => {
    const count = households[i]!;
    const known = Math.round(count * random.between(0.45, 0.95));
    return {
      geometry: { type: 'MultiPolygon' as const, coordinates: shape },
      properties: {
        id: `SPANC-${code}`,
        comm_insee: code,
        comm_nom: name,
        foyers_anc: count,
        installations_controlees: known,
        part_controlee: count === 0 ? null : Math.round((1000 * known) / count) / 10,
        conformes: Math.round(known * random.between(0.22, 0.5)),
        controles_conception: design[i]!,
        controles_execution: completion[i]!,
        controles_programmes: planned[i]!,
        controles_realises: done[i]!,
      },
    };
  });
  return { id: 'spanc', features };
}

/** Checks of working order planned in 2024 (000:1092). */
const PLANNED_CHECKS = 1389;
