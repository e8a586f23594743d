import type { Position } from 'geojson';
import type { Ground, GroundBlock, GroundCommune } from '../ground/ground.ts';
import { mergeBlocks } from '../ground/merge-blocks.ts';
import { closeRing, distance, ringArea } from '../ground/ring.ts';
import { polygonArea, ringCentre } from './polygon.ts';

/** Land of one use in one commune: one polygon, or several that stand close together. CC50 metres. */
export interface Estate {
  commune: string;
  shape: Position[][][];
  areaM2: number;
  centre: Position;
}

/** The estates of activity of the ground, largest first: neighbours within `GAP_M` make one estate. */
export function activityEstates({ covers }: Ground): Estate[] {
  const estates: Estate[] = [];
  for (const { kind, shape, commune } of covers) {
    if (kind !== 'activité') continue;
    const near = estates.findIndex(
      (estate) => estate.commune === commune && areClose(estate.shape, shape),
    );
    if (near < 0) estates.push(toEstate(commune, [shape]));
    else estates[near] = toEstate(commune, [...estates[near]!.shape, shape]);
  }
  return estates.sort((a, b) => b.areaM2 - a.areaM2);
}

/**
 * An estate of about `areaM2` carved out of a commune's fields: the block by a main road at about `awayM` metres from
 * the town, then its nearest neighbours. For a commune whose ground has no estate of activity.
 */
export function carveEstate(
  { blocks }: Ground,
  commune: GroundCommune,
  areaM2: number,
  awayM: number,
): Estate {
  const fields = blocks
    .filter((block) => block.commune === commune.code && FIELD_COVERS.has(block.cover))
    .map((block) => ({ block, centre: ringCentre(closeRing(block.ring)) }));
  const misfit = ({ block, centre }: { block: GroundBlock; centre: Position }) =>
    Math.abs(distance(centre, commune.centre) - awayM) +
    (block.edges.some((edge) => MAIN_EDGES.has(edge)) ? 0 : 2000);
  const first = fields.reduce((best, field) => (misfit(field) < misfit(best) ? field : best));
  fields.sort((a, b) => distance(a.centre, first.centre) - distance(b.centre, first.centre));
  const chosen: GroundBlock[] = [];
  let area = 0;
  for (const { block } of fields) {
    const next = ringArea(block.ring);
    if (chosen.length > 0 && area + next > 1.2 * areaM2) continue;
    chosen.push(block);
    area += next;
    if (area >= areaM2 || chosen.length === MOST_BLOCKS) break;
  }
  return toEstate(
    commune.code,
    mergeBlocks(chosen, () => '').map(({ shape }) => shape),
  );
}

const GAP_M = 130;
const MOST_BLOCKS = 8;
const FIELD_COVERS = new Set(['culture', 'prairie']);
const MAIN_EDGES = new Set(['main', 'secondary']);

function toEstate(commune: string, shape: Position[][][]): Estate {
  const areaM2 = shape.reduce((sum, polygon) => sum + polygonArea(polygon), 0);
  return { commune, shape, areaM2, centre: weightedCentre(shape, areaM2) };
}

function weightedCentre(shape: Position[][][], areaM2: number): Position {
  const centres = shape.map((polygon) => ({
    centre: ringCentre(polygon[0]!),
    share: polygonArea(polygon) / areaM2,
  }));
  return [0, 1].map((axis) =>
    centres.reduce((sum, { centre, share }) => sum + centre[axis]! * share, 0),
  );
}

function areClose(shape: Position[][][], other: Position[][]): boolean {
  return shape.some((polygon) =>
    polygon[0]!.some((a) => other[0]!.some((b) => distance(a, b) < GAP_M)),
  );
}
