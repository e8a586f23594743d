import type { Box } from '../page.ts';
import { type Orientation, type Paper, paperSize } from '../paper-size.ts';

/** Where the map and the columns of a commune's document stand, millimetres on its paper. */
export interface CommuneFrames {
  page: { width: number; height: number };
  map: Box;
  /** Width of one column. */
  columnMm: number;
  /** Columns of the first page, beside or below the map, and of the pages after it. */
  columns: Box[];
  nextColumns: Box[];
}

/**
 * The frames of a commune's document: A4 upright, its figures in three columns below the map; A3 broadside, its map as high as the page, and
 * the figures in two columns beside it.
 */
export function communeFrames(paper: Paper): CommuneFrames {
  const [width, height] = paperSize(paper, COMMUNE_ORIENTATION[paper]);
  const room = width - 2 * MARGIN_MM;
  const count = paper === 'A3' ? 6 : 3;
  const columnMm = (room - (count - 1) * GAP_MM) / count;
  const columnsFrom = (first: number, top: number): Box[] =>
    Array.from({ length: count - first }, (_, i) => ({
      x: MARGIN_MM + (first + i) * (columnMm + GAP_MM),
      y: top,
      width: columnMm,
      height: height - MARGIN_MM - top - 1,
    }));
  const isBeside = paper === 'A3';
  const map = {
    x: MARGIN_MM,
    y: MAP_TOP_MM,
    width: isBeside ? (count - BESIDE) * (columnMm + GAP_MM) - GAP_MM : room,
    height: isBeside ? height - MARGIN_MM - MAP_TOP_MM - 1 : MAP_MM,
  };
  return {
    page: { width, height },
    map,
    columnMm,
    columns: isBeside
      ? columnsFrom(count - BESIDE, MAP_TOP_MM)
      : columnsFrom(0, MAP_TOP_MM + MAP_MM + 3),
    nextColumns: columnsFrom(0, MARGIN_MM + 5),
  };
}

/** How each paper is held. */
export const COMMUNE_ORIENTATION: Record<Paper, Orientation> = { A4: 'portrait', A3: 'landscape' };

/** Around the page. */
export const MARGIN_MM = 12;
const GAP_MM = 6;
const MAP_TOP_MM = 22.5;
/** Height of the map on A4. */
const MAP_MM = 130;
/** Columns beside the map on A3. */
const BESIDE = 2;
