import type { Position } from 'geojson';
import type { CoverKind, Ground, GroundCommune } from '../../ground/ground.ts';
import { distance, ringArea, ringCentroid } from '../../ground/ring.ts';
import { growPatch, landAround } from '../../shapes/open-land.ts';
import type { Shape } from '../../shapes/overlay.ts';

/** What a natural site of a type stands on, best first. */
const COVERS: Record<string, CoverKind[]> = {
  'friche minière': ['bois', 'prairie', 'culture'],
  boisement: ['bois', 'prairie', 'culture'],
  'zone humide': ['prairie', 'bois', 'culture'],
  prairie: ['prairie', 'culture', 'bois'],
};

/**
 * Land of `areaM2` in a commune (CC50) where a site of that type would lie: about its largest block of the best cover, off
 * the town, as far as possible from `others`.
 */
export function naturalLand(
  ground: Ground,
  commune: GroundCommune,
  type: string,
  areaM2: number,
  others: Position[] = [],
): { shape: Shape; at: Position } {
  const covers = COVERS[type] ?? COVERS.prairie!;
  const best = ground.blocks
    .filter((block) => block.commune === commune.code && covers.includes(block.cover))
    .map(({ ring, cover }) => ({ at: ringCentroid(ring), cover, area: ringArea(ring) }))
    .map((block) => ({ ...block, rank: rankOf(block, commune, covers, others) }))
    .sort((a, b) => b.rank - a.rank)[0];
  const at = best?.at ?? commune.centre;
  const land = landAround(ground, at, REACH * Math.sqrt(areaM2), covers, commune.code);
  return { shape: growPatch(land, at, areaM2, `${type} ${commune.code}`).land, at };
}

const REACH = 2.2;
const TOWN_M = 450;
const CLEAR_M = 900;

function rankOf(
  block: { at: Position; cover: CoverKind; area: number },
  commune: GroundCommune,
  covers: CoverKind[],
  others: Position[],
): number {
  const isFirst = block.cover === covers[0] ? 3 : 1;
  const isOff = distance(block.at, commune.centre) > TOWN_M ? 1 : 0.2;
  const isClear = others.every((other) => distance(other, block.at) > CLEAR_M) ? 1 : 0.1;
  return block.area * isFirst * isOff * isClear;
}
