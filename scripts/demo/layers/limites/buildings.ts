import type { Position } from 'geojson';
import { oncePerGround } from '../../demo-layer.ts';
import type { BlockFabric, CoverKind, Ground, GroundCommune } from '../../ground/ground.ts';
import { distance, ringCentroid } from '../../ground/ring.ts';
import { createRandom, type Random } from '../../random.ts';
import { apportion } from '../../shapes/apportion.ts';
import { HALL, HOUSES } from './building-styles.ts';
import { type Footprint, placeFootprint } from './footprint.ts';
import { type Frontage, findFrontage } from './frontage.ts';
import { type Parcel, parcelsOf } from './parcelles.ts';

/** A building of the simulated ground. */
export interface Building extends Footprint {
  /** Identifier of the parcel that it stands on; of the first one for a pair of houses. */
  parcel: string;
  /** INSEE code. */
  commune: string;
  nature: 'résidentiel' | 'annexe' | 'activité' | 'équipement';
  /** The fabric of its block; null in a block of activity. */
  fabric: BlockFabric | null;
  /** CC50 metres. */
  centre: Position;
  /** Year of construction. */
  year: number;
  /** Height to the eaves, metres. */
  heightM: number;
  /** None in halls and sheds. */
  dwellings: number;
}

/**
 * The buildings: one on each built lot or pair of lots that looks on a street, and halls on lots of activity and
 * equipment. The dwellings of a commune follow its official population; lots beyond them carry a shed or nothing.
 */
export const buildingsOf = oncePerGround((ground: Ground): Building[] => {
  const built = parcelsOf(ground).filter(({ block: { cover } }) => BUILT.has(cover));
  return ground.communes.flatMap((commune) => {
    const parcels = built.filter(({ block }) => block.commune === commune.code);
    return buildCommune(commune, parcels);
  });
});

const BUILT = new Set<CoverKind>(['bâti', 'activité']);

/** Inhabitants for each dwelling, empty ones counted in. */
const PER_DWELLING = 2.03;
/** Sheds and garages, for each house. */
const SHED_SHARE = 0.1;

type Sketch = Omit<Building, 'nature' | 'dwellings'> & { houses: number };

function buildCommune(commune: GroundCommune, parcels: Parcel[]): Building[] {
  const random = createRandom(`buildings ${commune.code}`);
  const [houses, halls]: [Sketch[], Sketch[]] = [[], []];
  for (const group of pairNeighbours(parcels)) {
    const isHouse = houseFabric(group[0]!.parcel) !== null;
    const sketch = sketchBuilding(group, random);
    if (sketch) (isHouse ? houses : halls).push(sketch);
  }
  return [...settle(commune, houses, random), ...halls.map(nameHall)];
}

function nameHall({ houses: _, ...hall }: Sketch): Building {
  const nature = hall.fabric === 'équipement' ? 'équipement' : 'activité';
  return { ...hall, nature, dwellings: 0 };
}

interface StreetLot {
  parcel: Parcel;
  frontage: Frontage;
}

/** Lots on a street, alone or two by two where the fabric pairs neighbours whose fronts touch. */
function pairNeighbours(parcels: Parcel[]): StreetLot[][] {
  const groups: StreetLot[][] = [];
  for (const parcel of parcels) {
    const frontage = findFrontage(parcel.ring, parcel.block);
    if (!frontage) continue;
    const lot = { parcel, frontage };
    const last = groups.at(-1);
    if (last?.length === 1 && arePaired(last[0]!, lot)) last.push(lot);
    else groups.push([lot]);
  }
  return groups;
}

function arePaired(a: StreetLot, b: StreetLot): boolean {
  const fabric = houseFabric(a.parcel);
  if (a.parcel.block !== b.parcel.block || fabric === null || !HOUSES[fabric].paired) return false;
  return fronts(a, b) !== undefined;
}

const TOUCH_M = 0.3;

/** The front of two lots side by side; undefined when they do not touch or turn at their limit. */
function fronts({ frontage: a }: StreetLot, { frontage: b }: StreetLot): Frontage | undefined {
  const [first, second] = distance(a.to, b.from) < TOUCH_M ? [a, b] : [b, a];
  if (distance(first.to, second.from) >= TOUCH_M) return undefined;
  const widthM = distance(first.from, second.to);
  if (widthM < 0.995 * (first.widthM + second.widthM)) return undefined;
  return { from: first.from, to: second.to, widthM };
}

function sketchBuilding(group: StreetLot[], random: Random): Sketch | undefined {
  const [lot, neighbour] = group as [StreetLot, StreetLot?];
  const { block, feature } = lot.parcel;
  const fabric = houseFabric(lot.parcel);
  const frontage = neighbour ? fronts(lot, neighbour)! : lot.frontage;
  const style = fabric ? HOUSES[fabric] : HALL;
  const footprint = placeFootprint(
    frontage,
    group.map(({ parcel }) => parcel.ring),
    {
      ...style,
      setbackM: style.setbackM * random.between(0.8, 1.25),
      depthM: style.depthM * random.between(0.85, 1.15),
      widestM: style.widestM * random.between(0.8, 1.1),
    },
  );
  if (!footprint) return undefined;
  return {
    ...footprint,
    parcel: String(feature.properties.id),
    commune: block.commune,
    fabric: block.fabric,
    centre: ringCentroid(footprint.ring),
    year: random.integer(...style.years),
    heightM: Math.round(10 * random.between(...style.heightM)) / 10,
    houses: group.length,
  };
}

/** Chooses the houses that people live in, nearer the centre first, and shares the commune's dwellings among them. */
function settle(commune: GroundCommune, sketches: Sketch[], random: Random): Building[] {
  const total = Math.round(commune.population / PER_DWELLING);
  const reach = Math.sqrt(commune.areaM2);
  const ranked = sketches
    .map((sketch) => ({
      sketch,
      rank: distance(sketch.centre, commune.centre) / reach + random.next(),
    }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ sketch }) => sketch);
  const lived: Sketch[] = [];
  let left = total;
  while (lived.length < ranked.length && left >= ranked[lived.length]!.houses) {
    left -= ranked[lived.length]!.houses;
    lived.push(ranked[lived.length]!);
  }
  const more = apportion(
    left,
    lived.map(
      ({ fabric, widthM, depthM }) => HOUSES[fabric as HouseFabric].flats * widthM * depthM,
    ),
  );
  const sheds = ranked.slice(lived.length, lived.length + Math.round(SHED_SHARE * lived.length));
  return [
    ...lived.map(
      ({ houses, ...house }, index): Building => ({
        ...house,
        nature: 'résidentiel',
        dwellings: houses + more[index]!,
      }),
    ),
    ...sheds.map(
      ({ houses: _, ...shed }): Building => ({ ...shed, nature: 'annexe', dwellings: 0 }),
    ),
  ];
}

type HouseFabric = keyof typeof HOUSES;

function houseFabric({ block: { fabric, cover } }: Parcel): HouseFabric | null {
  return cover !== 'bâti' || fabric === null || fabric === 'équipement' ? null : fabric;
}
