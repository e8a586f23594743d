import type { Position } from 'geojson';
import { oncePerGround } from '../demo-layer.ts';
import type { CoverKind, Ground, GroundBlock } from '../ground/ground.ts';
import { closeRing, ringHolds } from '../ground/ring.ts';
import { createRandom } from '../random.ts';
import { bucketKeys } from './bucket-keys.ts';
import { buffer, intersection, type Shape, union } from './overlay.ts';
import { boxOf, polygonArea } from './polygon.ts';

/** The blocks of the ground by place, CC50 metres. */
export interface BlockIndex {
  /** The blocks whose box meets `[minX, minY, maxX, maxY]`. */
  within: (box: [number, number, number, number]) => GroundBlock[];
  /** The block that holds a position; undefined outside the territory. */
  at: (position: Position) => GroundBlock | undefined;
}

/** The blocks of the ground in square buckets, indexed once for each ground. */
export const blockIndex = oncePerGround((ground: Ground): BlockIndex => {
  const boxes = ground.blocks.map(({ ring }) => boxOf(ring));
  const buckets = new Map<string, number[]>();
  boxes.forEach((box, block) => {
    for (const key of bucketKeys(box, BUCKET_M)) {
      const bucket = buckets.get(key);
      if (bucket) bucket.push(block);
      else buckets.set(key, [block]);
    }
  });
  const within: BlockIndex['within'] = (box) => {
    const found = new Set([...bucketKeys(box, BUCKET_M)].flatMap((key) => buckets.get(key) ?? []));
    return [...found]
      .filter((block) => meet(boxes[block]!, box))
      .sort((a, b) => a - b)
      .map((block) => ground.blocks[block]!);
  };
  const at = ([x, y]: Position) =>
    within([x!, y!, x!, y!]).find(({ ring }) => ringHolds(ring, x!, y!));
  return { within, at };
});

/** Land of some covers within `reachM` of a position, in one commune or anywhere, as one shape. */
export function landAround(
  ground: Ground,
  [x, y]: Position,
  reachM: number,
  covers: CoverKind[],
  commune?: string,
): Shape {
  const blocks = blockIndex(ground)
    .within([x! - reachM, y! - reachM, x! + reachM, y! + reachM])
    .filter((block) => covers.includes(block.cover) && (!commune || block.commune === commune));
  return joinBlocks(blocks);
}

/** Blocks as one shape, the hair cracks between them closed. */
function joinBlocks(blocks: GroundBlock[]): Shape {
  const joined = union(blocks.map(({ ring }) => [[closeRing(ring)]]));
  return buffer(buffer(joined, CRACK_M), -CRACK_M);
}

/** Which way a patch of land is drawn out, and by how much. */
export interface PatchForm {
  /** Unit vector. */
  heading: Position;
  /** Length by width. */
  stretch: number;
}

/** A part of some land, and the rounded outline that cuts it out. */
export interface Patch {
  land: Shape;
  outline: Position[];
}

/**
 * A patch of `land` of `areaM2` about a centre: a rounded outline, grown until the land inside it has that area (within a
 * ten-thousandth), or as much as the land allows. Two patches of one seed and form lie one within the other.
 */
export function growPatch(
  land: Shape,
  centre: Position,
  areaM2: number,
  seed: string,
  form: PatchForm = { heading: [1, 0], stretch: 1 },
): Patch {
  let [low, high] = [0, 4 * Math.sqrt(areaM2)];
  let patch: Patch = { land: [], outline: [] };
  for (let round = 0; round < 30; round++) {
    const outline = roundedRing(centre, (low + high) / 2, seed, form);
    patch = { land: withoutScraps(intersection([[outline]], land)), outline };
    const area = patch.land.reduce((sum, polygon) => sum + polygonArea(polygon), 0);
    if (Math.abs(area - areaM2) < areaM2 * TOLERANCE) break;
    if (area < areaM2) low = (low + high) / 2;
    else high = (low + high) / 2;
  }
  return patch;
}

const BUCKET_M = 500;
const CRACK_M = 0.5;
const SCRAP_M2 = 150;
const TOLERANCE = 1e-4;
const CORNERS = 40;

function meet(a: number[], b: number[]): boolean {
  return a[0]! <= b[2]! && b[0]! <= a[2]! && a[1]! <= b[3]! && b[1]! <= a[3]!;
}

function withoutScraps(shape: Shape): Shape {
  return shape.filter((polygon) => polygonArea(polygon) >= SCRAP_M2);
}

function roundedRing(
  [x, y]: Position,
  radius: number,
  seed: string,
  { heading: [ux, uy], stretch }: PatchForm,
): Position[] {
  const random = createRandom(`patch ${seed}`);
  const waves = [2, 3, 5].map((turns) => ({ turns, shift: random.between(0, 2 * Math.PI) }));
  const ring = Array.from({ length: CORNERS }, (_, i): Position => {
    const angle = (2 * Math.PI * i) / CORNERS;
    const bend = waves.reduce(
      (sum, w) => sum + (0.22 / w.turns) * Math.sin(w.turns * angle + w.shift),
      1,
    );
    const u = radius * bend * Math.sqrt(stretch) * Math.cos(angle);
    const v = (radius * bend * Math.sin(angle)) / Math.sqrt(stretch);
    return [x! + u * ux! - v * uy!, y! + u * uy! + v * ux!];
  });
  return closeRing(ring);
}
