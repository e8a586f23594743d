import type { Position } from 'geojson';
import { oncePerGround } from '../demo-layer.ts';
import type { Ground, GroundCommune } from '../ground/ground.ts';
import { distance } from '../ground/ring.ts';
import { createRandom } from '../random.ts';
import { partsInside } from './commune.ts';
import { shapeContains } from './polygon.ts';

/** How `streetPlaces` lays its points. */
export interface PlaceOptions {
  /** 0: anywhere along the streets; 1: crowded about the centre of the town. */
  central?: number;
  /** Two points stand at least so far apart while there is room, metres. */
  spacingM?: number;
  /** Distance from the middle of the street, metres. */
  asideM?: number;
}

/**
 * `count` points in a commune, beside its streets, in CC50 metres: where a school, a stop or a bin would stand. The same
 * seed gives the same points; a commune without streets gives its centre.
 */
export function streetPlaces(
  ground: Ground,
  commune: GroundCommune,
  count: number,
  seed: string,
  { central = 0.6, spacingM = 60, asideM = 9 }: PlaceOptions = {},
): Position[] {
  const random = createRandom(`${seed} ${commune.code}`);
  const spots = spotsOf(ground).get(commune.code) ?? [];
  const reach = 0.35 * Math.sqrt(commune.areaM2);
  const ranked = spots
    .map(({ point, side }) => {
      const away = distance(point, commune.centre) / reach;
      return { point, side, rank: central * away + (1 - central) * 2 * random.next() };
    })
    .sort((a, b) => a.rank - b.rank);
  const chosen: Position[] = [];
  for (const { point, side } of ranked) {
    if (chosen.length === count) break;
    const place = [point[0]! + asideM * side[0]!, point[1]! + asideM * side[1]!];
    if (chosen.some((other) => distance(other, place) < spacingM)) continue;
    if (shapeContains(commune.shape, place)) chosen.push(place);
  }
  while (chosen.length < count) {
    const [x, y] = commune.centre as [number, number];
    chosen.push([x + random.between(-25, 25), y + random.between(-25, 25)]);
  }
  return chosen;
}

interface Spot {
  point: Position;
  /** Unit vector across the street. */
  side: Position;
}

const STEP_M = 40;

/** INSEE code → spots along its streets. */
const spotsOf = oncePerGround((ground: Ground): Map<string, Spot[]> => {
  const streets = ground.roads.filter(({ kind }) => kind !== 'autoroute').map(({ line }) => line);
  return new Map(
    ground.communes.map((commune) => [
      commune.code,
      partsInside(commune, streets, STEP_M).flatMap((part) =>
        part.slice(1).map((point, i) => ({ point, side: acrossOf(part[i]!, point) })),
      ),
    ]),
  );
});

function acrossOf(from: Position, to: Position): Position {
  const length = distance(from, to) || 1;
  return [-(to[1]! - from[1]!) / length, (to[0]! - from[0]!) / length];
}
