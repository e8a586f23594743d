import type { Position } from 'geojson';
import { oncePerGround } from '../demo-layer.ts';
import type { BlockFabric, Ground, GroundBlock, GroundCommune } from '../ground/ground.ts';
import { mergeBlocks } from '../ground/merge-blocks.ts';
import { distance, ringArea, ringCentroid } from '../ground/ring.ts';

/** A block of the ground where people live. */
export interface TownBlock {
  block: GroundBlock;
  /** Centre of mass, CC50 metres. */
  centre: Position;
  /** Its part of the dwellings of its commune, 0 to 1: by area and by how close its fabric stands. */
  share: number;
}

/** INSEE code → the inhabited blocks of the commune; their shares add up to 1. */
export const townBlocks: (ground: Ground) => Map<string, TownBlock[]> = oncePerGround(
  ({ communes, blocks }) => {
    const found = new Map<string, TownBlock[]>(communes.map(({ code }) => [code, []]));
    for (const block of blocks) {
      const density = block.fabric === null ? 0 : DWELLINGS_BY_HA[block.fabric];
      if (density === 0) continue;
      const share = density * ringArea(block.ring);
      found.get(block.commune)!.push({ block, centre: ringCentroid(block.ring), share });
    }
    for (const town of found.values()) {
      const sum = town.reduce((all, { share }) => all + share, 0);
      for (const each of town) each.share /= sum;
    }
    return found;
  },
);

/** How many dwellings a commune has: an estimate from its population. */
export function dwellingsOf({ population }: GroundCommune): number {
  return Math.round(population / PERSONS_BY_DWELLING);
}

/**
 * The blocks nearest to a place that together hold about `share` of the commune's dwellings, at least one; they are
 * added to `taken`, and those already in it are left.
 */
export function growTown(
  town: TownBlock[],
  from: Position,
  share: number,
  taken: Set<TownBlock> = new Set(),
): TownBlock[] {
  const free = town
    .filter((each) => !taken.has(each))
    .sort((a, b) => distance(a.centre, from) - distance(b.centre, from));
  const grown: TownBlock[] = [];
  let held = 0;
  for (const each of free) {
    if (grown.length > 0 && held + each.share / 2 > share) break;
    grown.push(each);
    taken.add(each);
    held += each.share;
  }
  return grown;
}

/** The outline of blocks, those that touch merged, MultiPolygon coordinates, CC50 metres. */
export function outlineOf(blocks: TownBlock[]): Position[][][] {
  return mergeBlocks(
    blocks.map(({ block }) => block),
    () => '',
  ).map(({ shape }) => shape);
}

/** Simulated densities: dwellings by hectare of block. */
const DWELLINGS_BY_HA: Record<BlockFabric, number> = {
  centre: 60,
  cité: 34,
  faubourg: 40,
  pavillons: 16,
  village: 11,
  équipement: 0,
};
const PERSONS_BY_DWELLING = 2.15;
