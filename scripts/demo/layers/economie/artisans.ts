import type { DemoLayer } from '../../demo-layer.ts';
import type { Ground } from '../../ground/ground.ts';
import { publishedFigure } from '../../published-figures.ts';
import { createRandom } from '../../random.ts';
import { apportion } from '../../shapes/apportion.ts';

/**
 * Craft businesses by commune: in all as many as the published figure, of which the published share is run by people over
 * 55. Aggregates only: where fewer than `FEWEST_SHOWN` are over 55, how many have no successor is not given.
 */
export function buildArtisans(ground: Ground): DemoLayer {
  const total = publishedFigure('ind-319');
  const older = Math.round((total * publishedFigure('ind-321')) / 100);
  const random = createRandom('craft businesses');
  const all = apportion(
    total,
    ground.communes.map(({ population }) => population * random.between(0.75, 1.25)),
  );
  const over55 = apportion(
    older,
    all.map((count) => count * random.between(0.8, 1.2)),
  );
  const features = ground.communes.map(({ code, name, population, shape }, i) => {
    const heirless = Math.round(over55[i]! * random.between(0.35, 0.7));
    const isShown = over55[i]! >= FEWEST_SHOWN;
    return {
      geometry: { type: 'MultiPolygon' as const, coordinates: shape },
      properties: {
        comm_insee: code,
        comm_nom: name,
        artisans: all[i]!,
        plus_55: over55[i]!,
        sans_repreneur: isShown ? heirless : null,
        secret: !isShown,
        part_plus_55: all[i] === 0 ? 0 : Number(((100 * over55[i]!) / all[i]!).toFixed(1)),
        artisans_1000_hab: Number(((1000 * all[i]!) / population).toFixed(1)),
        prioritaire: population < SMALL_POPULATION,
      },
    };
  });
  return { id: 'artisans', features };
}

/** Under this count a number of people could point at one of them. */
const FEWEST_SHOWN = 5;
/** Communes where the advisory visits go first (000:4054-4056). */
const SMALL_POPULATION = 3500;
