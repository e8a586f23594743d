import type { Extent } from '../domain/units.ts';
import { geometriesToColumn } from './from-geojson.ts';
import type { GeometryColumn } from './geometry-column.ts';
import { intersects } from './intersects.ts';
import { createSide } from './layer-index.ts';
import { rowBoxes, rowsMeeting } from './row-boxes.ts';
import { selectRows } from './select-rows.ts';

/**
 * Rows whose geometry meets an extent, exactly, its border included, ascending. The extent is a rectangle in the column's CRS:
 * one in degrees has sides along meridians and parallels, as the edges of the map have. Linear in all vertices; only rows whose
 * box crosses the border of the extent are tested further.
 */
export function rowsInExtent(column: GeometryColumn, extent: Extent): Uint32Array {
  const near = rowsMeeting(column, extent);
  const isHeld = heldBy(extent, rowBoxes(selectRows(column, near)));
  const crossing = near.filter((_, i) => !isHeld(i));
  const border = createSide(selectRows(column, crossing));
  const rectangle = createSide(geometriesToColumn([rectangleOf(extent)]));
  const isOutside = new Set(crossing.filter((_, i) => !intersects(border, i, rectangle, 0)));
  return near.filter((row) => !isOutside.has(row));
}

function heldBy([minX, minY, maxX, maxY]: Extent, boxes: Float64Array) {
  return (i: number): boolean =>
    boxes[4 * i]! >= minX &&
    boxes[4 * i + 1]! >= minY &&
    boxes[4 * i + 2]! <= maxX &&
    boxes[4 * i + 3]! <= maxY;
}

function rectangleOf([minX, minY, maxX, maxY]: Extent) {
  const ring = [
    [minX, minY],
    [maxX, minY],
    [maxX, maxY],
    [minX, maxY],
    [minX, minY],
  ];
  return { type: 'Polygon' as const, coordinates: [ring] };
}
