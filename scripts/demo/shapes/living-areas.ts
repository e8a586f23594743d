import { oncePerGround } from '../demo-layer.ts';
import type { Ground, GroundCommune } from '../ground/ground.ts';
import { distance } from '../ground/ring.ts';
import { ofCommune } from '../of-commune.ts';
import { findCommune } from './commune.ts';

/** Communes about one town: a simulated living area ("bassin de vie"). */
export interface LivingArea {
  /** "bv-01"… */
  id: string;
  /** "Bassin de vie d’Auchel". */
  name: string;
  town: GroundCommune;
  communes: GroundCommune[];
}

/** The living areas of the territory: each commune belongs to the town that is near for its size. */
export const livingAreas: (ground: Ground) => LivingArea[] = oncePerGround((ground) => {
  const areas: LivingArea[] = TOWNS.map((code, i) => {
    const town = findCommune(ground, code);
    return {
      id: `bv-0${i + 1}`,
      name: `Bassin de vie ${ofCommune(town.name)}`,
      town,
      communes: [],
    };
  });
  const reach = ({ town }: LivingArea, { centre }: GroundCommune) =>
    distance(town.centre, centre) / town.population ** 0.15;
  for (const commune of ground.communes) {
    const nearest = areas.reduce((a, b) => (reach(b, commune) < reach(a, commune) ? b : a));
    const own = areas.find(({ town }) => town === commune);
    (own ?? nearest).communes.push(commune);
  }
  return areas;
});

/** The living area of each commune, by INSEE code. */
export function livingAreaOf(ground: Ground, code: string): LivingArea {
  return livingAreas(ground).find(({ communes }) =>
    communes.some((commune) => commune.code === code),
  )!;
}

/** INSEE codes: Béthune, Bruay-la-Buissière, Auchel, Lillers, Isbergues, Nœux-les-Mines, Douvrin, Saint-Venant. */
const TOWNS = ['62119', '62178', '62048', '62516', '62473', '62617', '62276', '62770'];
