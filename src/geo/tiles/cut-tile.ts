import { GEOMETRY_KIND, type GeometryKind } from '../geometry-column.ts';
import { type Box, clipLine, clipRing } from './clip-path.ts';
import { FINEST_ZOOM, TILE_STEPS, type TileShapes, TOLERANCE_STEPS } from './tile-shapes.ts';

/** The place of a tile: zoom, column from the west, row from the north. */
export type TilePlace = readonly [z: number, x: number, y: number];

/** What a tile holds of one row: lines, rings (a shell turns clockwise on the screen, its holes the other way) or points. */
export interface TileFeature {
  row: number;
  kind: GeometryKind;
  /** `[x0, y0, …]` in steps of the tile; rings without their last vertex again. */
  paths: number[][];
}

/** Steps beyond a tile's edges that it holds too, 64 pixels: the width of what is drawn at the edge. */
const MARGIN_STEPS = 1024;

/** What a tile, at most of `FINEST_ZOOM`, holds of some shapes. Linear in the rows, and in the vertices of those that meet it. */
export function cutTile(shapes: TileShapes, [z, tileX, tileY]: TilePlace): TileFeature[] {
  const { column, boxes } = shapes;
  const step = 2 ** (FINEST_ZOOM - z);
  const west = tileX * TILE_STEPS * step;
  const north = tileY * TILE_STEPS * step;
  const margin = MARGIN_STEPS * step;
  const side = TILE_STEPS * step + margin;
  const box: Box = [west - margin, north - margin, west + side, north + side];
  const features: TileFeature[] = [];
  const toTile = (path: number[]) => onGrid(path, west, north, step);
  for (let row = 0; row < column.length; row++) {
    const minX = boxes[4 * row]!;
    const minY = boxes[4 * row + 1]!;
    const maxX = boxes[4 * row + 2]!;
    const maxY = boxes[4 * row + 3]!;
    if (minX > box[2] || minY > box[3] || maxX < box[0] || maxY < box[1]) continue;
    const isInside = minX >= box[0] && minY >= box[1] && maxX <= box[2] && maxY <= box[3];
    const kind = column.kinds[row] as GeometryKind;
    const cut = { shapes, row, tolerance: step === 1 ? 0 : TOLERANCE_STEPS * step };
    const paths = pathsOf(kind, cut, isInside ? null : box, toTile);
    if (paths.length > 0) features.push({ row, kind, paths });
  }
  return features;
}

interface Cut {
  shapes: TileShapes;
  row: number;
  /** In steps of the finest grid. */
  tolerance: number;
}

function pathsOf(
  kind: GeometryKind,
  { shapes, row, tolerance }: Cut,
  box: Box | null,
  toTile: (path: number[]) => number[],
): number[][] {
  const { partOffsets, ringOffsets, vertexOffsets } = shapes.column;
  const paths: number[][] = [];
  for (let part = partOffsets[row]!; part < partOffsets[row + 1]!; part++) {
    const shell = ringOffsets[part]!;
    for (let ring = shell; ring < ringOffsets[part + 1]!; ring++) {
      const path = kept(shapes, vertexOffsets[ring]!, vertexOffsets[ring + 1]!, tolerance);
      if (kind === GEOMETRY_KIND.polygon) {
        const turned = turnedRing(
          toTile(box ? clipRing(path, box) : path),
          ring === shell,
          tolerance,
        );
        if (turned) paths.push(turned);
        else if (ring === shell) break;
      } else if (kind === GEOMETRY_KIND.line) {
        const lines = (box ? clipLine(path, box) : [path]).map(toTile);
        paths.push(...lines.filter((line) => line.length >= 4));
      } else if (!box || clipLine(path, box).length > 0) paths.push(toTile(path));
    }
  }
  return paths;
}

/** The vertices of a ring that count at a tolerance. */
function kept({ xy, weights }: TileShapes, from: number, end: number, tolerance: number): number[] {
  const path: number[] = [];
  for (let i = from; i < end; i++)
    if (weights[i]! >= tolerance) path.push(xy[2 * i]!, xy[2 * i + 1]!);
  return path;
}

/** A path in steps of the tile, each place once in a row. */
function onGrid(path: number[], west: number, north: number, step: number): number[] {
  const placed: number[] = [];
  for (let i = 0; i < path.length; i += 2) {
    const x = Math.round((path[i]! - west) / step);
    const y = Math.round((path[i + 1]! - north) / step);
    if (x !== placed.at(-2) || y !== placed.at(-1)) placed.push(x, y);
  }
  return placed;
}

/** A closed ring without its last vertex, turned as a shell or a hole is; null where simplifying leaves nothing to be seen of it. */
function turnedRing(ring: number[], isShell: boolean, tolerance: number): number[] | null {
  const area = doubleArea(ring);
  const least = tolerance > 0 ? 2 * TOLERANCE_STEPS ** 2 : 0;
  if (area === 0 || Math.abs(area) < least) return null;
  const open = ring.slice(0, -2);
  if (area > 0 === isShell) return open;
  const turned: number[] = [];
  for (let i = open.length - 2; i >= 0; i -= 2) turned.push(open[i]!, open[i + 1]!);
  return turned;
}

/** Twice the area of a closed ring, positive where it turns clockwise on the screen. */
function doubleArea(ring: number[]): number {
  let sum = 0;
  for (let i = 0; i + 3 < ring.length; i += 2)
    sum += ring[i]! * ring[i + 3]! - ring[i + 2]! * ring[i + 1]!;
  return sum;
}
