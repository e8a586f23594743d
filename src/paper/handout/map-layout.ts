import type { Extent } from '../../domain/units.ts';
import type { Box } from '../page.ts';
import type { HandoutItem } from './handout-request.ts';

/** Where maps and legend stand, millimetres on the page. */
export interface MapLayout {
  boxes: Box[];
  columns: Box[];
}

/** Places the maps of an item, and their legend, in what its words leave of the page: so that the maps are as large as can be. */
export function mapLayout(area: Box, one: HandoutItem): MapLayout {
  return (isBroad(one, area) ? below : beside)(area, one);
}

/** Whether the one map of an item is larger with its legend below it than beside it. */
function isBroad({ item, maps }: HandoutItem, area: Box): boolean {
  const shape = aspect(item.scene.extent);
  const narrow = area.width - LEGEND_MM - GUTTER_MM;
  const heightBeside = Math.min(area.height, narrow / shape);
  return (
    maps.length === 1 && Math.min(area.height - LEGEND_BELOW_MM, area.width / shape) > heightBeside
  );
}

/** One map, or a before above its after, the legend beside. */
function beside(area: Box, { maps }: HandoutItem): MapLayout {
  const label = maps.some((map) => map.label !== null) ? LABEL_MM : 0;
  const height = area.height / Math.max(1, maps.length);
  const boxes = maps.map((_, i) => ({
    x: area.x,
    y: area.y + i * height + label,
    width: area.width - LEGEND_MM - GUTTER_MM,
    height: height - label - (maps.length > 1 ? 1 : 0),
  }));
  const x = area.x + area.width - LEGEND_MM;
  return { boxes, columns: [{ ...area, x, width: LEGEND_MM }] };
}

/** One map as wide as the page, no higher than it needs, and the legend in three columns. */
function below(area: Box, { item }: HandoutItem): MapLayout {
  const needed = (area.width / aspect(item.scene.extent)) * 1.08;
  const height = Math.min(area.height - LEGEND_BELOW_MM, needed);
  const y = area.y + height + GUTTER_MM;
  const width = (area.width - 4 * GUTTER_MM) / 3;
  const columns = [0, 1, 2].map((i) => ({
    x: area.x + i * (width + 2 * GUTTER_MM),
    y,
    width,
    height: area.y + area.height - y,
  }));
  return { boxes: [{ ...area, height }], columns };
}

/** Width over height of a box in degrees, on the ground. */
function aspect([west, south, east, north]: Extent): number {
  const middle = (((south + north) / 2) * Math.PI) / 180;
  return ((east - west) * Math.cos(middle)) / (north - south);
}

/** Between what stands side by side, millimetres. */
export const GUTTER_MM = 4;
/** Width of the legend beside a map. */
const LEGEND_MM = 50;
/** Height that the legend has below a map. */
const LEGEND_BELOW_MM = 52;
/** What a map is called stands above it. */
const LABEL_MM = 5;
