import type { Position } from 'geojson';
import { oncePerGround } from '../demo-layer.ts';
import type { Ground, GroundBlock, GroundCommune } from '../ground/ground.ts';
import { mergeBlocks } from '../ground/merge-blocks.ts';
import { closeRing, distance } from '../ground/ring.ts';
import { directionName } from './directions.ts';
import { polygonArea, ringCentre } from './polygon.ts';

/** A part of a commune made of whole blocks, named after where it lies. CC50 metres. */
export interface Sector {
  /** "Centre", "Nord", "Sud-Est"… or "" for a whole commune. */
  name: string;
  shape: Position[][][];
  /** Area of its built blocks, m². */
  builtM2: number;
}

/** INSEE code → the blocks of the commune. */
export const blocksOf = oncePerGround((ground: Ground): Map<string, GroundBlock[]> => {
  const blocks = new Map<string, GroundBlock[]>();
  for (const block of ground.blocks) {
    const own = blocks.get(block.commune);
    if (own) own.push(block);
    else blocks.set(block.commune, [block]);
  }
  return blocks;
});

/**
 * The sectors of a commune, most built first: the commune itself or, `isCut`, its middle and four quarters around it.
 * Together they cover the commune without overlap.
 */
export function communeSectors(
  ground: Ground,
  commune: GroundCommune,
  isCut: boolean,
): [Sector, ...Sector[]] {
  const blocks = blocksOf(ground).get(commune.code) ?? [];
  const whole = { name: '', shape: commune.shape, builtM2: builtArea(blocks) };
  if (!isCut || blocks.length === 0) return [whole];
  const middle = 0.16 * Math.sqrt(commune.areaM2);
  const nameOf = (block: GroundBlock) => {
    const centre = ringCentre(closeRing(block.ring));
    return distance(centre, commune.centre) < middle
      ? 'Centre'
      : QUARTERS[directionName(commune.centre, centre)]!;
  };
  const groups = new Map<string, Sector>();
  for (const { key, blocks: members, shape } of mergeBlocks(blocks, nameOf)) {
    const builtM2 = builtArea(members.map((index) => blocks[index]!));
    const known = groups.get(key);
    if (known)
      groups.set(key, {
        ...known,
        shape: [...known.shape, shape],
        builtM2: known.builtM2 + builtM2,
      });
    else groups.set(key, { name: key, shape: [shape], builtM2 });
  }
  return [...groups.values()].sort((a, b) => b.builtM2 - a.builtM2) as [Sector, ...Sector[]];
}

/** The eight directions as four quarters, so that no sector is a sliver. */
const QUARTERS: Record<string, string> = {
  Nord: 'Nord',
  'Nord-Est': 'Nord',
  Est: 'Est',
  'Sud-Est': 'Est',
  Sud: 'Sud',
  'Sud-Ouest': 'Sud',
  Ouest: 'Ouest',
  'Nord-Ouest': 'Ouest',
};

function builtArea(blocks: GroundBlock[]): number {
  return blocks.reduce(
    (sum, { cover, ring }) => (cover === 'bâti' ? sum + polygonArea([closeRing(ring)]) : sum),
    0,
  );
}
