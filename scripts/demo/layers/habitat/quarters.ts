import type { Position } from 'geojson';
import { oncePerGround } from '../../demo-layer.ts';
import type { Ground, GroundCommune } from '../../ground/ground.ts';
import { distance } from '../../ground/ring.ts';
import { createRandom } from '../../random.ts';
import { apportion } from '../../shapes/apportion.ts';
import { findCommune } from '../../shapes/commune.ts';
import { growTown, outlineOf, type TownBlock, townBlocks } from '../../shapes/town-blocks.ts';
import { type NamedQuarter, readHousing, readQuarters } from './habitat-facts.ts';

/** A quarter of the urban policy, laid on the ground. */
export interface Quarter extends NamedQuarter {
  kind: 'qpv' | 'qic';
  /** The main commune first. */
  places: GroundCommune[];
  blocks: TownBlock[];
  /** MultiPolygon coordinates, CC50 metres. */
  shape: Position[][][];
  population: number;
}

/**
 * The quarters of the State, then those of the agglomeration, on inhabited blocks of their communes, none on another;
 * their populations add up to the published ones.
 */
export const layOutQuarters: (ground: Ground) => Quarter[] = oncePerGround((ground) => {
  const { qpv, qic } = readQuarters();
  const { residents } = readHousing();
  const taken = new Set<TownBlock>();
  return [
    ...layOut(ground, 'qpv', qpv, residents.qpv, taken),
    ...layOut(ground, 'qic', qic, residents.all - residents.qpv, taken),
  ];
});

/** Populations follow those of the communes, less than in proportion: large towns have several quarters. */
function layOut(
  ground: Ground,
  kind: Quarter['kind'],
  quarters: NamedQuarter[],
  residents: number,
  taken: Set<TownBlock>,
): Quarter[] {
  const parts = quarters.flatMap(({ communes }) => communes);
  const weightOf = (code: string) => {
    const { population } = findCommune(ground, code);
    return population / parts.filter((part) => part === code).length;
  };
  const sum = parts.reduce((all, code) => all + weightOf(code), 0);
  const residentsOf = (code: string) => (residents * weightOf(code)) / sum;
  const populations = apportion(
    residents,
    quarters.map(({ communes }) => communes.reduce((all, code) => all + residentsOf(code), 0)),
  );
  return quarters.map((quarter, i) => {
    const places = quarter.communes.map((code) => findCommune(ground, code));
    const grown = places.map((place) => {
      const from = seedOf(ground, quarter, place, taken);
      const share = residentsOf(place.code) / place.population;
      return growTown(townBlocks(ground).get(place.code)!, from, share, taken);
    });
    const blocks = grown.flat();
    const shape = outlineOf(blocks);
    return { ...quarter, kind, places, blocks, shape, population: populations[i]! };
  });
}

/** The block that a quarter grows from in one of its communes. */
function seedOf(
  ground: Ground,
  { name, place, communes }: NamedQuarter,
  commune: GroundCommune,
  taken: Set<TownBlock>,
): Position {
  if (place === 'centre') return commune.centre;
  const free = (code: string) =>
    townBlocks(ground)
      .get(code)!
      .filter((each) => !taken.has(each));
  const own = free(commune.code);
  const random = createRandom(`quarter ${name}`);
  const others = communes.filter((code) => code !== commune.code).flatMap(free);
  const rank = ({ centre, block }: TownBlock): number => {
    if (place === 'border') return Math.min(...others.map((o) => distance(o.centre, centre)));
    const reach = 0.5 * Math.sqrt(commune.areaM2);
    const wanted = place === 'town' ? 0.3 : 0.62;
    const misfit = Math.abs(distance(centre, commune.centre) / reach - wanted);
    return misfit + (block.fabric === 'cité' ? 0 : 0.4) + 0.3 * random.next();
  };
  return own
    .map((each) => ({ at: each.centre, rank: rank(each) }))
    .reduce((a, b) => (b.rank < a.rank ? b : a)).at;
}
