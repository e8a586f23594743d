import type { Position } from 'geojson';
import { oncePerGround } from '../../demo-layer.ts';
import type { Ground, GroundBlock } from '../../ground/ground.ts';
import { distance, ringArea, ringCentroid } from '../../ground/ring.ts';
import { createRandom } from '../../random.ts';
import { apportion } from '../../shapes/apportion.ts';
import { shapeContains } from '../../shapes/polygon.ts';
import { layOutZones } from '../economie/activity-zones.ts';
import { readLand } from './foncier-facts.ts';
import { buildFriches } from './friches.ts';

/** A block of fields or meadows and the farm that works it. */
export interface FarmBlock {
  block: GroundBlock;
  /** Rank of the farm, from 0. */
  farm: number;
}

/**
 * The farmed blocks: fields and meadows that are neither derelict nor in an activity zone, each with its farm. All the
 * published farms have land; most of it lies about their seat.
 */
export const farmLand: (ground: Ground) => FarmBlock[] = oncePerGround((ground) => {
  const fields = farmedBlocks(ground);
  const seats = placeSeats(ground, fields);
  const given = new Map<Field, number>();
  seats.forEach((seat, farm) => {
    const free = fields.filter((field) => !given.has(field));
    const nearest = free.reduce((a, b) =>
      distance(b.centre, seat) < distance(a.centre, seat) ? b : a,
    );
    given.set(nearest, farm);
  });
  const random = createRandom('farms');
  return fields.map((field) => {
    let [first, second] = [0, 0];
    let [nearest, next] = [Infinity, Infinity];
    for (let farm = 0; farm < seats.length; farm++) {
      const away = distance(seats[farm]!, field.centre);
      if (away < nearest) [first, second, nearest, next] = [farm, first, away, nearest];
      else if (away < next) [second, next] = [farm, away];
    }
    const farm = given.get(field) ?? (random.next() < 0.8 ? first : second);
    return { block: field.block, farm };
  });
});

interface Field {
  block: GroundBlock;
  centre: Position;
}

function farmedBlocks(ground: Ground): Field[] {
  const others = [
    ...layOutZones(ground).map(({ estate }) => estate),
    ...buildFriches(ground).features.map(({ geometry, properties }) => ({
      commune: properties.comm_insee as string,
      shape: geometry?.type === 'Polygon' ? [geometry.coordinates] : [],
    })),
  ];
  return ground.blocks
    .filter(({ cover }) => cover === 'culture' || cover === 'prairie')
    .map((block) => ({ block, centre: ringCentroid(block.ring) }))
    .filter(
      ({ block, centre }) =>
        !others.some(
          ({ commune, shape }) => commune === block.commune && shapeContains(shape, centre),
        ),
    );
}

/** Seats of farms, by commune in proportion to its farmed land, on one of its fields. */
function placeSeats({ communes }: Ground, fields: Field[]): Position[] {
  const own = communes.map(({ code }) => fields.filter(({ block }) => block.commune === code));
  const counts = apportion(
    readLand().farms,
    own.map((blocks) => blocks.reduce((sum, { block }) => sum + ringArea(block.ring), 0)),
  );
  return communes.flatMap(({ code }, i) => {
    const random = createRandom(`seats ${code}`);
    const shuffled = own[i]!.map((field) => ({ field, rank: random.next() })).sort(
      (a, b) => a.rank - b.rank,
    );
    return shuffled.slice(0, counts[i]!).map(({ field }) => field.centre);
  });
}
