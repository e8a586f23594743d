import type { Position } from 'geojson';
import { oncePerGround } from '../../demo-layer.ts';
import { flatness } from '../../ground/ditches.ts';
import type { Ground, GroundCommune } from '../../ground/ground.ts';
import { distance, lineLength } from '../../ground/ring.ts';
import { partsInside } from '../../shapes/commune.ts';
import { negativePolygons } from '../../shapes/level-set.ts';
import { offsetLine } from '../../shapes/offset-line.ts';
import { type BlockIndex, blockIndex } from '../../shapes/open-land.ts';
import { intersection, type Shape } from '../../shapes/overlay.ts';
import { boxOf, polygonArea } from '../../shapes/polygon.ts';
import { interpolate, shareOnSegment } from '../../shapes/polyline.ts';
import { floodPlain, floodShareAt } from './flood-plain.ts';

/** A stretch of dyke on one bank, CC50 metres. */
export interface Dyke {
  river: string;
  bank: 'rive droite' | 'rive gauche';
  commune: GroundCommune;
  line: Position[];
  /** The land behind it that the medium flood would reach. */
  protectedLand: Shape;
}

/** The dykes: where a town stands behind the bank of a river that overflows. */
export const dykes = oncePerGround((ground: Ground): Dyke[] =>
  RIVERS.flatMap((river) => {
    const { line } = ground.rivers.find(({ name }) => name === river)!;
    return ground.communes.flatMap((commune) =>
      partsInside(commune, [line], STEP_M).flatMap((part) =>
        ([1, -1] as const).flatMap((side) => {
          const isNamed = river === NAMED.river && commune.code === NAMED.commune;
          const runs = isNamed ? [part] : builtRuns(part, side, blockIndex(ground));
          return runs.flatMap((run): Dyke[] => {
            const dyke = offsetLine(run, side * CREST_M);
            if (dyke.length < 2 || lineLength(dyke) < SHORTEST_M) return [];
            const land = landBehind(ground, run, side);
            if (land.length === 0) return [];
            const bank = side === 1 ? 'rive gauche' : 'rive droite';
            return [{ river, bank, commune, line: dyke, protectedLand: land }];
          });
        }),
      ),
    );
  }),
);

/** The dyke that the documents name (001:711): it stands whatever is behind it. */
const NAMED = { river: 'Biette', commune: '62178' };
const RIVERS = ['Lawe', 'Clarence', 'Biette', 'Nave', 'Loisne'];
const STEP_M = 40;
/** From the middle of the river to the crest of the dyke. */
const CREST_M = 16;
const SHORTEST_M = 260;
/** A run is not broken by fewer steps without a house than this. */
const MAX_GAP = 5;
const LOOK_M = [55, 95, 140];
const REACH_M = 650;
const CELL_M = 20;
const MIN_LAND_M2 = 3000;

/** The parts of a river's course with houses on one side: 1 on the left, -1 on the right. */
function builtRuns(part: Position[], side: 1 | -1, index: BlockIndex): Position[][] {
  const runs: Position[][] = [];
  let run: Position[] = [];
  let gap = 0;
  part.forEach((point, i) => {
    if (i === 0) return;
    run.push(point);
    gap = isBuilt(part[i - 1]!, point, side, index) ? 0 : gap + 1;
    if (gap <= MAX_GAP) return;
    runs.push(run.slice(0, -gap));
    run = [];
  });
  return [...runs, run.slice(0, run.length - gap)].filter((line) => line.length > 2);
}

function isBuilt(from: Position, to: Position, side: 1 | -1, index: BlockIndex): boolean {
  const length = distance(from, to) || 1;
  const [nx, ny] = [(-side * (to[1]! - from[1]!)) / length, (side * (to[0]! - from[0]!)) / length];
  return LOOK_M.some((away) => {
    const block = index.at([to[0]! + away * nx, to[1]! + away * ny]);
    return block?.cover === 'bâti' || block?.cover === 'activité';
  });
}

/** The land on one side of a course, beyond the crest and within the medium flood, as a level set of its own. */
function landBehind(ground: Ground, course: Position[], side: 1 | -1): Shape {
  const { covered } = floodPlain(ground);
  const reach = reachAt(course);
  const box = boxOf(course);
  const origin = [box[0] - REACH_M - 2 * CELL_M, box[1] - REACH_M - 2 * CELL_M];
  const columns = Math.ceil((box[2] - origin[0]! + REACH_M) / CELL_M) + 3;
  const rows = Math.ceil((box[3] - origin[1]! + REACH_M) / CELL_M) + 3;
  const values = new Float32Array(columns * rows).map((_, node) => {
    const [column, row] = [node % columns, Math.floor(node / columns)];
    if (column === 0 || row === 0 || column === columns - 1 || row === rows - 1) return 1;
    const point = [origin[0]! + column * CELL_M, origin[1]! + row * CELL_M];
    const flooded = 100 * (floodShareAt(ground, point) - 1);
    if (flooded > 0) return flooded;
    const away = side * signedDistance(course, point);
    return Math.max(CREST_M - away, Math.abs(away) - reach, flooded);
  });
  const land = negativePolygons({ origin, cell: CELL_M, columns, rows }, values, MIN_LAND_M2);
  return intersection(land, covered).filter((polygon) => polygonArea(polygon) >= MIN_LAND_M2);
}

/** Farther behind in the flat country. */
function reachAt(course: Position[]): number {
  return 200 + (REACH_M - 200) * flatness(course[0]!);
}

/** Distance to a line, positive on its left. */
function signedDistance(line: Position[], point: Position): number {
  let best = Number.POSITIVE_INFINITY;
  let sign = 1;
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1]!, line[i]!];
    const away = distance(interpolate(a, b, shareOnSegment(a, b, point)), point);
    if (away >= best) continue;
    best = away;
    const cross = (b[0]! - a[0]!) * (point[1]! - a[1]!) - (b[1]! - a[1]!) * (point[0]! - a[0]!);
    sign = cross >= 0 ? 1 : -1;
  }
  return sign * best;
}
