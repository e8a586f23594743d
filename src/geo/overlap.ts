import { commonArea } from './common-area.ts';
import { coveredLength } from './covered-length.ts';
import { addEdges, type Box, createEdgeList } from './edge-list.ts';
import { meetsLeaf } from './edge-tree.ts';
import { GEOMETRY_KIND } from './geometry-column.ts';
import { intersects } from './intersects.ts';
import type { Side } from './layer-index.ts';
import { locatePoint, POSITION } from './locate-point.ts';
import { rowArea, rowLength } from './row-measures.ts';

/** Widest sliver, in metres, that counts as a shared border and not as an overlap. */
export const BORDER_WIDTH_M = 1e-6;

/** What a row measures, and how little of that counts as nothing. */
export interface RowSize {
  /** Area of a polygon in m², length of a line in m, 0 for other kinds. */
  size: number;
  /** `BORDER_WIDTH_M` times the perimeter of a polygon in m², a millionth of the length of a line in m. */
  tolerance: number;
}

/** Size of a row, to share an overlap by. */
export function rowSize({ column }: Side, row: number): RowSize {
  const length = rowLength(column, row);
  const isPolygon = column.kinds[row] === GEOMETRY_KIND.polygon;
  return { size: isPolygon ? rowArea(column, row) : length, tolerance: BORDER_WIDTH_M * length };
}

/**
 * How much of row a lies in the union of some polygon rows of b: m² of a polygon, m of a line; 0 for other kinds. Rows
 * that overlap each other count once; of a line that runs on a border, what has the union on both sides counts.
 * No more than the row's tolerance (see `RowSize`) counts as 0, and no less than its size without it as the whole size.
 * Other kinds in b are passed over. What a ring that crosses itself covers is told by even–odd parity, where its size is its
 * shoelace area (as in PostGIS): of such a row more may be covered than its size.
 * Cost: n log n in the edges of a and of b in the box of a; a parcel wholly inside or outside costs a point location.
 */
export function overlap(a: Side, rowA: number, b: Side, rowsB: readonly number[]): number {
  const kind = a.column.kinds[rowA]!;
  if (kind !== GEOMETRY_KIND.polygon && kind !== GEOMETRY_KIND.line) return 0;
  const polygons = rowsB.filter((row) => b.column.kinds[row] === GEOMETRY_KIND.polygon);
  const found =
    kind === GEOMETRY_KIND.polygon
      ? coveredArea(a, rowA, b, polygons)
      : coveredLength(a, rowA, b, polygons, BORDER_WIDTH_M);
  if (found === 0) return 0;
  const { size, tolerance } = rowSize(a, rowA);
  if (found <= tolerance) return 0;
  const isWhole = found === Infinity || Math.abs(found - size) <= tolerance;
  return isWhole ? Math.max(0, size) : found;
}

function coveredArea(a: Side, rowA: number, b: Side, rowsB: readonly number[]): number {
  const at = 4 * rowA;
  const { boxes } = a.index;
  const box: Box = [boxes[at]!, boxes[at + 1]!, boxes[at + 2]!, boxes[at + 3]!];
  const rows: number[] = [];
  for (const row of rowsB) {
    if (!isRowInBox(b, row, box)) continue;
    if (meetsLeaf(b.index.edges, row, ...box)) {
      if (intersects(a, rowA, b, row)) rows.push(row);
    } else if (locatePoint(b, row, box[0], box[1]) === POSITION.interior) {
      return Infinity;
    }
  }
  return areaInBox(a, rowA, b, rows, box, 0);
}

/** Area in a box that row a and the rows of b have in common; a box with many edges is halved. */
function areaInBox(
  a: Side,
  rowA: number,
  b: Side,
  rowsB: number[],
  box: Box,
  depth: number,
): number {
  const [minX, minY, maxX, maxY] = box;
  if (rowsB.length === 0) return 0;
  if (
    !meetsLeaf(a.index.edges, rowA, ...box) &&
    locatePoint(a, rowA, minX, minY) === POSITION.exterior
  )
    return 0;
  const list = createEdgeList();
  addEdges(list, a, rowA, box, 0);
  const split = partCount(a, rowA);
  let owner = split;
  for (const row of rowsB) {
    addEdges(list, b, row, box, owner);
    owner += partCount(b, row);
  }
  if (list.owners.length <= SWEEP_EDGES || depth === MAX_HALVINGS) {
    return commonArea(list, split, maxX - minX, maxY - minY);
  }
  let area = 0;
  for (const half of halves(box)) {
    const rows = rowsB.filter((row) => isRowInBox(b, row, half));
    area += areaInBox(a, rowA, b, rows, half, depth + 1);
  }
  return area;
}

function partCount(side: Side, row: number): number {
  const { partOffsets } = side.column;
  return partOffsets[row + 1]! - partOffsets[row]!;
}

function halves([minX, minY, maxX, maxY]: Box): [Box, Box] {
  const x = (minX + maxX) / 2;
  const y = (minY + maxY) / 2;
  return maxX - minX > maxY - minY
    ? [
        [minX, minY, x, maxY],
        [x, minY, maxX, maxY],
      ]
    : [
        [minX, minY, maxX, y],
        [minX, y, maxX, maxY],
      ];
}

function isRowInBox(side: Side, row: number, [minX, minY, maxX, maxY]: Box): boolean {
  const { boxes } = side.index;
  const at = 4 * row;
  return (
    boxes[at]! < maxX && boxes[at + 1]! < maxY && boxes[at + 2]! > minX && boxes[at + 3]! > minY
  );
}

/** Edges that one sweep takes on: beyond, halving the box costs less than longer and more slabs. */
const SWEEP_EDGES = 400;
/** Bound of the recursion, for hundreds of edges through one point. */
const MAX_HALVINGS = 24;
