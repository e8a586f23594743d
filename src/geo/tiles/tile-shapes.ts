import { GEOMETRY_KIND, type GeometryColumn } from '../geometry-column.ts';

/** Zoom of the finest tiles that are cut: their grid is 5 cm on the ground; the map enlarges them beyond. */
export const FINEST_ZOOM = 16;

/** Steps of the grid along the side of a tile. */
export const TILE_STEPS = 8192;

/** Outlines are simplified by so many steps of a tile, 0.3 pixels; not at all in the finest. */
export const TOLERANCE_STEPS = 4.8;

/** A column of geometries ready to be cut into tiles, on the grid of the finest: Web Mercator, from the north-west of the world. */
export interface TileShapes {
  column: GeometryColumn;
  /** `[x0, y0, …]` in steps of the finest grid, one pair a vertex. */
  xy: Int32Array;
  /** How far, in these steps, a line would move without each vertex (Douglas-Peucker); infinite at its ends. */
  weights: Float32Array;
  /** `[minX, minY, maxX, maxY]` of each row. */
  boxes: Int32Array;
}

/** Side of the world in steps of the finest grid. */
const WORLD = TILE_STEPS * 2 ** FINEST_ZOOM;

/** The shapes of a column in degrees: 12 bytes a vertex, linear but for the weighing, which is as Douglas-Peucker. */
export function tileShapes(column: GeometryColumn): TileShapes {
  const xy = project(column.xy);
  const weights = new Float32Array(xy.length / 2).fill(Infinity);
  const { kinds, partOffsets, ringOffsets, vertexOffsets } = column;
  const boxes = new Int32Array(4 * column.length);
  for (let row = 0; row < column.length; row++) {
    const first = ringOffsets[partOffsets[row]!]!;
    const end = ringOffsets[partOffsets[row + 1]!]!;
    const box = [WORLD, WORLD, -1, -1];
    for (let i = vertexOffsets[first]!; i < vertexOffsets[end]!; i++) {
      const x = xy[2 * i]!;
      const y = xy[2 * i + 1]!;
      if (x < box[0]!) box[0] = x;
      if (y < box[1]!) box[1] = y;
      if (x > box[2]!) box[2] = x;
      if (y > box[3]!) box[3] = y;
    }
    boxes.set(box, 4 * row);
    if (kinds[row] === GEOMETRY_KIND.point) continue;
    for (let ring = first; ring < end; ring++)
      weigh(xy, weights, vertexOffsets[ring]!, vertexOffsets[ring + 1]! - 1);
  }
  return { column, xy, weights, boxes };
}

function project(degrees: Float64Array): Int32Array {
  const xy = new Int32Array(degrees.length);
  for (let i = 0; i < degrees.length; i += 2) {
    const sine = Math.sin((degrees[i + 1]! * Math.PI) / 180);
    const y = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
    xy[i] = Math.round((degrees[i]! / 360 + 0.5) * WORLD);
    xy[i + 1] = Math.round(y * WORLD);
  }
  return xy;
}

/** What no tile but the finest shows is not told apart. */
const LEAST_WEIGHT = 2 * TOLERANCE_STEPS;

/** Weighs the vertices between two: the farthest from their chord, then those on its either side, none more than it. */
function weigh(xy: Int32Array, weights: Float32Array, from: number, to: number): void {
  const open = [from, to, Infinity];
  while (open.length > 0) {
    const limit = open.pop()!;
    const last = open.pop()!;
    const first = open.pop()!;
    let farthest = -1;
    let distance = -1;
    for (let i = first + 1; i < last; i++) {
      weights[i] = 0;
      const away = squareToChord(xy, i, first, last);
      if (away > distance) {
        distance = away;
        farthest = i;
      }
    }
    const weight = Math.min(limit, Math.sqrt(distance));
    if (farthest < 0 || !(weight >= LEAST_WEIGHT)) continue;
    weights[farthest] = weight;
    open.push(first, farthest, weight, farthest, last, weight);
  }
}

/** Square of the distance of a vertex to the segment between two others. */
function squareToChord(xy: Int32Array, i: number, from: number, to: number): number {
  const x = xy[2 * from]!;
  const y = xy[2 * from + 1]!;
  const dx = xy[2 * to]! - x;
  const dy = xy[2 * to + 1]! - y;
  const px = xy[2 * i]! - x;
  const py = xy[2 * i + 1]! - y;
  const length = dx * dx + dy * dy;
  const along = length > 0 ? Math.min(1, Math.max(0, (px * dx + py * dy) / length)) : 0;
  return (px - along * dx) ** 2 + (py - along * dy) ** 2;
}
