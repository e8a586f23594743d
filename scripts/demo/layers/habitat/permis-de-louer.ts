import type { DemoLayer } from '../../demo-layer.ts';
import type { Ground, GroundCommune } from '../../ground/ground.ts';
import { createRandom } from '../../random.ts';
import { apportion } from '../../shapes/apportion.ts';
import { dwellingsOf, growTown, outlineOf, townBlocks } from '../../shapes/town-blocks.ts';
import { readHousing } from './habitat-facts.ts';
import { layOutQuarters } from './quarters.ts';

/**
 * The perimeters of the rent permit: 22 communes, 13 945 dwellings; which communes is simulated (the report does not
 * name them): those with a quarter of the urban policy, then the largest.
 */
export function buildPermisDeLouer(ground: Ground): DemoLayer {
  const { rentPermits } = readHousing();
  const communes = engagedCommunes(ground, rentPermits.communes);
  const weights = communes.map((commune) => {
    const random = createRandom(`rent permit ${commune.code}`);
    return dwellingsOf(commune) * random.between(0.6, 1);
  });
  const dwellings = apportion(rentPermits.dwellings, weights);
  const features = communes.map((commune, i) => {
    const town = townBlocks(ground).get(commune.code)!;
    const grown = growTown(town, commune.centre, dwellings[i]! / dwellingsOf(commune));
    const isNewest = i >= communes.length - rentPermits.newest;
    return {
      geometry: { type: 'MultiPolygon' as const, coordinates: outlineOf(grown) },
      properties: {
        id: `apml-${commune.code}`,
        comm_insee: commune.code,
        comm_nom: commune.name,
        regime: 'APML',
        depuis: isNewest ? '2024' : String(2019 + (i % 5)),
        dernier_ami: isNewest,
        logements: dwellings[i]!,
      },
    };
  });
  return { id: 'permis_de_louer', features };
}

/** Ordered by population; the newest come last. */
function engagedCommunes(ground: Ground, count: number): GroundCommune[] {
  const quarters = new Set(layOutQuarters(ground).flatMap(({ communes }) => communes));
  const rank = ({ code, population }: GroundCommune) => population + (quarters.has(code) ? 1e6 : 0);
  return [...ground.communes]
    .sort((a, b) => rank(b) - rank(a))
    .slice(0, count)
    .sort((a, b) => b.population - a.population);
}
