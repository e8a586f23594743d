import type { DemoLayer } from '../../demo-layer.ts';
import type { Ground } from '../../ground/ground.ts';
import { ofCommune } from '../../of-commune.ts';
import { findCommune } from '../../shapes/commune.ts';
import { type LivingArea, livingAreaOf } from '../../shapes/living-areas.ts';
import { streetPlaces } from '../../shapes/places.ts';
import { readHousing } from './habitat-facts.ts';

/**
 * Sites for travellers: the one that the report names, others in use (simulated), and the three sites and the great
 * site that the project of territory says are missing. `besoin` is the need of the whole living area, on each site.
 */
export function buildAiresGensVoyage(ground: Ground): DemoLayer {
  const features = SITES.map(([code, kind, state, places], i) => {
    const commune = findCommune(ground, code);
    const area = livingAreaOf(ground, code);
    const [place] = streetPlaces(ground, commune, 1, `travellers ${i}`, { central: -0.5 });
    return {
      geometry: { type: 'Point' as const, coordinates: place! },
      properties: {
        id: `agv-${i + 1}`,
        nom: `${kind[0]!.toUpperCase()}${kind.slice(1)} ${ofCommune(commune.name)}`,
        comm_insee: code,
        comm_nom: commune.name,
        type: kind,
        etat: state,
        places,
        besoin: travellerNeed(area),
        bassin: area.name,
        reel: code === readHousing().travellers.named,
      },
    };
  });
  return { id: 'aires_gens_voyage', features };
}

/** Places that a living area needs, by population: simulated. */
export function travellerNeed({ communes }: LivingArea): number {
  const population = communes.reduce((sum, commune) => sum + commune.population, 0);
  return Math.round(population / PERSONS_BY_PLACE);
}

type Site = [commune: string, kind: string, state: 'en service' | 'à créer', places: number];

/** Marles-les-Mines is named by the report; the rest is simulated, as are all numbers of places. */
const SITES: Site[] = [
  ['62555', 'aire d’accueil', 'en service', 24],
  ['62119', 'aire d’accueil', 'en service', 30],
  ['62617', 'aire d’accueil', 'en service', 20],
  ['62473', 'aire d’accueil', 'en service', 16],
  ['62178', 'aire d’accueil', 'à créer', 24],
  ['62516', 'aire d’accueil', 'à créer', 20],
  ['62276', 'aire d’accueil', 'à créer', 16],
  ['62126', 'aire de grand passage', 'à créer', 150],
];
const PERSONS_BY_PLACE = 1900;
