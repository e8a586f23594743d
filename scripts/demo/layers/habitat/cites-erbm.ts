import type { DemoLayer } from '../../demo-layer.ts';
import { describeSource } from '../../facts.ts';
import type { Ground, GroundCommune } from '../../ground/ground.ts';
import { distance } from '../../ground/ring.ts';
import { createRandom } from '../../random.ts';
import { apportion } from '../../shapes/apportion.ts';
import { findCommune } from '../../shapes/commune.ts';
import {
  dwellingsOf,
  growTown,
  outlineOf,
  type TownBlock,
  townBlocks,
} from '../../shapes/town-blocks.ts';
import { type NamedCity, readHousing } from './habitat-facts.ts';

/**
 * The mining estates of the ERBM that the report names. Of three of them it gives the sums alone (500 dwellings, 240
 * under way): how they share them is simulated.
 */
export function buildCitesErbm(ground: Ground): DemoLayer {
  const { cities, threeCities } = readHousing();
  const together = cities.filter(({ dwellings }) => dwellings === undefined);
  const shares = together.map((_, i) => 3 - 0.7 * i);
  const dwellings = apportion(threeCities.dwellings, shares);
  const underway = apportion(threeCities.underway, [...shares].reverse());
  const taken = new Set<TownBlock>();
  const features = cities.map((city, i) => {
    const rank = together.indexOf(city);
    const count = city.dwellings ?? dwellings[rank]!;
    const places = city.communes.map((code) => findCommune(ground, code));
    return {
      geometry: {
        type: 'MultiPolygon' as const,
        coordinates: outlineOf(
          places.flatMap((place) => layOut(ground, city, place, count / places.length, taken)),
        ),
      },
      properties: {
        id: `erbm-${i + 1}`,
        nom: city.name,
        comm_insee: places[0]!.code,
        comm_nom: places[0]!.name,
        lib_com: places.map(({ name }) => name).join(', '),
        programme: city.programme,
        logements: count,
        engages: count,
        rehabilites: city.underway ?? underway[rank]!,
        repartition: rank < 0 ? 'publiée' : 'simulée',
        source: describeSource(city.source),
      },
    };
  });
  return { id: 'cites_erbm', features };
}

/** Blocks of cité fabric about one that lies away from the centre; in two communes, where they meet. */
function layOut(
  ground: Ground,
  { name, communes }: NamedCity,
  place: GroundCommune,
  dwellings: number,
  taken: Set<TownBlock>,
): TownBlock[] {
  const town = townBlocks(ground).get(place.code)!;
  const cites = town.filter((each) => each.block.fabric === 'cité' && !taken.has(each));
  const candidates = cites.length > 0 ? cites : town;
  const random = createRandom(`city ${name} ${place.code}`);
  const other = communes.find((code) => code !== place.code);
  const towards = other === undefined ? null : findCommune(ground, other).centre;
  const rank = ({ centre }: TownBlock) =>
    towards
      ? distance(centre, towards)
      : Math.abs(distance(centre, place.centre) - 900) + 400 * random.next();
  const seed = candidates
    .map((each) => ({ each, rank: rank(each) }))
    .reduce((a, b) => (b.rank < a.rank ? b : a)).each;
  return growTown(candidates, seed.centre, dwellings / dwellingsOf(place), taken);
}
