import type { Position } from 'geojson';
import type { GroundBlock } from './ground.ts';
import { type MergedBlocks, mergeBlocks } from './merge-blocks.ts';
import { distance, ringArea } from './ring.ts';

/**
 * The blocks of one commune, those of each zone smaller than `smallestM2` given to the zone along their longest border:
 * a plan has no zone of the size of a doorstep.
 */
export function absorbScraps(blocks: GroundBlock[], smallestM2: number): GroundBlock[] {
  const zones = mergeBlocks(blocks, (block) => block.zone);
  const owners = new Map<string, MergedBlocks>();
  for (const zone of zones) {
    for (const [a, b] of sides(zone)) owners.set(`${a} ${b}`, zone);
  }
  const result = [...blocks];
  for (const scrap of zones.filter((zone) => ringArea(zone.shape[0]!.slice(0, -1)) < smallestM2)) {
    const zone = longestNeighbour(scrap, owners)?.key ?? scrap.key;
    for (const index of scrap.blocks) result[index] = { ...blocks[index]!, zone };
  }
  return result;
}

function longestNeighbour(
  scrap: MergedBlocks,
  owners: Map<string, MergedBlocks>,
): MergedBlocks | undefined {
  const shared = new Map<MergedBlocks, number>();
  for (const [a, b] of sides(scrap)) {
    const other = owners.get(`${b} ${a}`);
    if (other) shared.set(other, (shared.get(other) ?? 0) + distance(a, b));
  }
  let best: MergedBlocks | undefined;
  for (const [zone, length] of shared) {
    if (!best || length > shared.get(best)!) best = zone;
  }
  return best;
}

function sides({ shape }: MergedBlocks): [Position, Position][] {
  return shape.flatMap((ring) =>
    ring.slice(1).map((point, index): [Position, Position] => [ring[index]!, point]),
  );
}
