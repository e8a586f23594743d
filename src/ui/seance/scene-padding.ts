import type { Extent } from '../../domain/units.ts';
import type { MapPadding, MapSize } from '../map/map-padding.ts';

/** What lies over the map of a presentation, in pixels of the map. */
export interface Covered {
  /** From the left and lower edges to the far sides of what lies in that corner; null where nothing does. */
  corner: MapSize | null;
  /** From the upper edge to the end of what lies there. */
  top: number;
}

/**
 * What a flight to `extent` (degrees) keeps clear of, in pixels: the edges, and the legend in the lower left corner, which the scene
 * lies beside or above, whichever shows it larger. A legend keeps at most `MAX_SHARE` of the map.
 */
export function scenePadding(extent: Extent, map: MapSize, { corner, top }: Covered): MapPadding {
  const edges = { top: Math.max(EDGE_PX, top), right: EDGE_PX, bottom: EDGE_PX, left: EDGE_PX };
  if (!corner) return edges;
  const left = Math.max(EDGE_PX, Math.min(corner.width + GAP_PX, map.width * MAX_SHARE));
  const bottom = Math.max(EDGE_PX, Math.min(corner.height + GAP_PX, map.height * MAX_SHARE));
  const beside = { ...edges, left };
  const above = { ...edges, bottom };
  return scaleOf(extent, map, beside) > scaleOf(extent, map, above) ? beside : above;
}

/** How large an extent is drawn, for comparing. */
function scaleOf([west, south, east, north]: Extent, map: MapSize, padding: MapPadding): number {
  const width = (east - west) * Math.cos(((south + north) * Math.PI) / 360);
  const { top, right, bottom, left } = padding;
  return Math.min(
    (map.width - left - right) / Math.max(width, POINT_DEGREES),
    (map.height - top - bottom) / Math.max(north - south, POINT_DEGREES),
  );
}

const EDGE_PX = 30;

const GAP_PX = 12;

/** Of the width or height of the map. */
const MAX_SHARE = 0.4;

/** Stands for the side of an extent that has none. */
const POINT_DEGREES = 1e-6;
