import type { GeometryColumn } from '../../geo/geometry-column.ts';

/** Where a position on the screen is, in pixels. */
export type ToPixels = (lng: number, lat: number) => { x: number; y: number };

/** Sizes of a cell in degrees: a few parcels wide. */
const CELL = 0.001;

/** Pixels within which the pointer means a corner. */
const REACH = 10;

/** The corners of parcels that are drawn, found again by place. */
export interface CornerSnap {
  /** The corner of one of `columns` (degrees) nearest to a pixel near a position, within reach; undefined when there is none. */
  nearest(
    columns: readonly GeometryColumn[],
    at: { lng: number; lat: number; x: number; y: number },
    toPixels: ToPixels,
  ): [lng: number, lat: number] | undefined;
}

/** Corners are put into cells the first time that a column is met, 0.1 µs each; a search then looks at nine cells. */
export function createCornerSnap(): CornerSnap {
  const indexed = new WeakMap<GeometryColumn, Map<string, number[]>>();
  const cellsOf = (column: GeometryColumn) => {
    const known = indexed.get(column);
    if (known) return known;
    const cells = cornersByCell(column);
    indexed.set(column, cells);
    return cells;
  };
  return {
    nearest(columns, { lng, lat, x, y }, toPixels) {
      let best: [number, number] | undefined;
      let reach = REACH;
      for (const column of columns) {
        const cells = cellsOf(column);
        for (const key of cellsAround(lng, lat)) {
          for (const vertex of cells.get(key) ?? []) {
            const [cornerLng, cornerLat] = [column.xy[2 * vertex]!, column.xy[2 * vertex + 1]!];
            const pixel = toPixels(cornerLng, cornerLat);
            const distance = Math.hypot(pixel.x - x, pixel.y - y);
            if (distance >= reach) continue;
            reach = distance;
            best = [cornerLng, cornerLat];
          }
        }
      }
      return best;
    },
  };
}

function cornersByCell({ xy }: GeometryColumn): Map<string, number[]> {
  const cells = new Map<string, number[]>();
  for (let vertex = 0; 2 * vertex < xy.length; vertex++) {
    const key = cellOf(Math.floor(xy[2 * vertex]! / CELL), Math.floor(xy[2 * vertex + 1]! / CELL));
    const corners = cells.get(key);
    if (corners) corners.push(vertex);
    else cells.set(key, [vertex]);
  }
  return cells;
}

function cellsAround(lng: number, lat: number): string[] {
  const [column, row] = [Math.floor(lng / CELL), Math.floor(lat / CELL)];
  return [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => cellOf(column + dx, row + dy)));
}

const cellOf = (column: number, row: number) => `${column} ${row}`;
