import type { Position } from 'geojson';
import { oncePerGround } from '../../demo-layer.ts';
import type { Ground, GroundBlock, GroundCommune } from '../../ground/ground.ts';
import { closeRing, distance } from '../../ground/ring.ts';
import { polygonArea, ringCentre } from '../../shapes/polygon.ts';
import { blocksOf } from '../../shapes/sectors.ts';

/** Below so many inhabitants a commune has no public sewer. */
const SMALLEST_SEWERED = 900;
/** People in a household, about; INSEE counts 2.3 in the Pas-de-Calais. */
const PEOPLE_A_HOUSEHOLD = 2.3;

/** Whether a place of a commune lies where the public sewer reaches: about the town, further in large ones. */
export function isSewered({ population, centre, areaM2 }: GroundCommune, place: Position): boolean {
  if (population < SMALLEST_SEWERED) return false;
  const reach = Math.sqrt(areaM2) * Math.min(0.7, 0.15 + population / 14_000);
  return distance(place, centre) < reach;
}

/** Whether a block is zoned for the public sewer: built, and within its reach. */
export function isSeweredBlock(commune: GroundCommune, block: GroundBlock): boolean {
  const isBuilt = block.cover === 'bâti' || block.cover === 'activité';
  return isBuilt && isSewered(commune, ringCentre(closeRing(block.ring)));
}

/** Households of a commune, estimated from its population. */
export function householdsOf({ population }: GroundCommune): number {
  return Math.round(population / PEOPLE_A_HOUSEHOLD);
}

/** INSEE code → share of the built land of the commune that no public sewer reaches, 0 to 1. */
export const unseweredShares = oncePerGround((ground: Ground): Map<string, number> => {
  return new Map(
    ground.communes.map((commune) => {
      const built = (blocksOf(ground).get(commune.code) ?? []).filter(
        ({ cover }) => cover === 'bâti',
      );
      const area = (blocks: GroundBlock[]) =>
        blocks.reduce((sum, { ring }) => sum + polygonArea([closeRing(ring)]), 0);
      const without = built.filter((block) => !isSeweredBlock(commune, block));
      return [commune.code, built.length === 0 ? 0 : area(without) / area(built)];
    }),
  );
});
