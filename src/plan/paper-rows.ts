import type { Extent } from '../domain/units.ts';
import { GEOMETRY_KIND, type GeometryColumn } from '../geo/geometry-column.ts';
import { projectColumn } from '../geo/project.ts';
import { rowBoxes } from '../geo/row-boxes.ts';
import { clipPath } from './clip/clip-path.ts';
import { clipRing } from './clip/clip-ring.ts';
import { onPaper } from './clip/on-paper.ts';
import { BLEED_MM, type PlanFrame } from './plan.ts';

/** The rows of a layer on the paper of a frame, in millimetres, x to the right, y down. */
export interface PaperRows {
  frame: PlanFrame;
  column: GeometryColumn;
  /** Four numbers a row: its box. */
  boxes: Float64Array;
}

/** The rows of a column (degrees) on the paper of a frame. About 0.1 µs a vertex. */
export function paperRows(degrees: GeometryColumn, frame: PlanFrame): PaperRows {
  const column = projectColumn(degrees, frame.crs);
  const { xy } = column;
  const mm = 1000 / frame.scale;
  const left = frame.centre[0] - frame.widthMm / 2 / mm;
  const top = frame.centre[1] + frame.heightMm / 2 / mm;
  for (let i = 0; i < xy.length; i += 2) {
    xy[i] = (xy[i]! - left) * mm;
    xy[i + 1] = (top - xy[i + 1]!) * mm;
  }
  return { frame, column, boxes: rowBoxes(column) };
}

/** The frame of some rows as a box, with `bleed` millimetres around it. */
export function paperBox({ widthMm, heightMm }: PlanFrame, bleed = 0): Extent {
  return [-bleed, -bleed, widthMm + bleed, heightMm + bleed];
}

/**
 * The rings of a polygon row as they are filled: clipped to the frame and `bleed` around it, thinned (`onPaper`); none where it has no
 * part there, or is nowhere as broad as a printer's dot.
 */
export function rowAreas(rows: PaperRows, row: number, bleed = BLEED_MM): Float64Array[] {
  if (rows.column.kinds[row] !== GEOMETRY_KIND.polygon) return [];
  const box = paperBox(rows.frame, bleed);
  const place = placeOf(rows, row, box);
  if (place === 'outside') return [];
  return rowRings(rows.column, row).flatMap((ring) => {
    const kept = onPaper(place === 'inside' ? ring : clipRing(ring, box));
    return kept.length < MIN_RING ? [] : [kept];
  });
}

/** The lines of a row, or the outlines of a polygon, within the frame, thinned. */
export function rowPaths(rows: PaperRows, row: number): Float64Array[] {
  if (rows.column.kinds[row] === GEOMETRY_KIND.point) return [];
  const box = paperBox(rows.frame);
  const place = placeOf(rows, row, box);
  if (place === 'outside') return [];
  const paths = rowRings(rows.column, row);
  const inside = place === 'inside' ? paths : paths.flatMap((path) => clipPath(path, box));
  return inside.map(onPaper);
}

/** Whether something of a row is in the frame, not only its box. Costs less than what would be drawn of it. */
export function isRowSeen(rows: PaperRows, row: number): boolean {
  const { column, frame } = rows;
  if (column.kinds[row] === GEOMETRY_KIND.point) return rowPoints(rows, row).length > 0;
  const box = paperBox(frame);
  const place = placeOf(rows, row, box);
  if (place !== 'across') return place === 'inside';
  const hasPath = rowRings(column, row).some((path) => clipPath(path, box).length > 0);
  return hasPath || rowAreas(rows, row, 0).length > 0;
}

/** The parts of any path (millimetres) within a frame, thinned. */
export function framedPath(path: Float64Array, frame: PlanFrame): Float64Array[] {
  return clipPath(path, paperBox(frame)).map(onPaper);
}

/** The points of a row of points that lie in the frame. */
export function rowPoints({ column, frame }: PaperRows, row: number): [number, number][] {
  if (column.kinds[row] !== GEOMETRY_KIND.point) return [];
  return rowRings(column, row).flatMap(([x, y]): [number, number][] =>
    x! >= 0 && y! >= 0 && x! <= frame.widthMm && y! <= frame.heightMm ? [[x!, y!]] : [],
  );
}

/** Every ring of a row, whole: subarrays of the column. */
export function rowRings(column: GeometryColumn, row: number): Float64Array[] {
  const { partOffsets, ringOffsets, vertexOffsets, xy } = column;
  const first = ringOffsets[partOffsets[row]!]!;
  const end = ringOffsets[partOffsets[row + 1]!]!;
  return Array.from({ length: end - first }, (_, i) =>
    xy.subarray(2 * vertexOffsets[first + i]!, 2 * vertexOffsets[first + i + 1]!),
  );
}

/** Where a row lies by its box alone. */
function placeOf({ boxes }: PaperRows, row: number, box: Extent): 'inside' | 'outside' | 'across' {
  const [left, top, right, bottom] = boxes.subarray(4 * row, 4 * row + 4) as unknown as Extent;
  const [minX, minY, maxX, maxY] = box;
  if (!(left <= maxX && right >= minX && top <= maxY && bottom >= minY)) return 'outside';
  return left >= minX && right <= maxX && top >= minY && bottom <= maxY ? 'inside' : 'across';
}

/** Numbers of the smallest ring: a triangle, closed. */
const MIN_RING = 8;
