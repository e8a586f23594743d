import type { Layer } from '../layer.ts';
import { type Ground, isPale, LIGHT_GROUND } from './ground.ts';
import { BASE_LINE_SCALE, ROAD_SCALE, THEME_LINE_SCALE, type ZoomScale } from './size-scale.ts';
import { symbolsOf } from './symbol-for.ts';

/** Whether any outline of a polygon layer is dashed, and must be drawn from its borders. */
export function hasDashedBorders({ geometry, style }: Layer): boolean {
  return geometry === 'polygon' && symbolsOf(style).some(({ line, dash }) => line && dash);
}

/** How the lines of a layer grow with the zoom: like streets, like the rest of the base map, or like a theme. */
export function lineScale(layer: Layer, ground = LIGHT_GROUND): ZoomScale {
  if (!layer.base) return THEME_LINE_SCALE;
  return isRoads(layer, ground) ? ROAD_SCALE : BASE_LINE_SCALE;
}

/** Roads are the lines of the base map of which some are too pale to be seen without an edge. */
export function isRoads(
  { base, geometry, style }: Pick<Layer, 'geometry' | 'base' | 'style'>,
  ground: Ground,
): boolean {
  const hasPale = symbolsOf(style).some(({ line }) => line !== undefined && isPale(line, ground));
  return base === true && geometry === 'line' && hasPale;
}
