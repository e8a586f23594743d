import type { Layer, LayerSymbol } from '../layer.ts';
import { INK, PAPER } from './colour.ts';
import { type Ground, standingOn, stands } from './ground.ts';
import { isRoads } from './line-scale.ts';
import { CASED_WIDTH_PX, DEFAULT_LINE_WIDTH_PX, roadEdge } from './symbol-defaults.ts';

/**
 * The colour drawn on both sides of a symbol's line, null for none. Roads of the base map have their darker edge. A broad line of a
 * theme, as `onGround` gives it, has paper, which parts it from what it crosses; where the ground would swallow the line, it has
 * the nearest colour that stands: the line keeps its own, which means something. A thin one has no room for a casing, and a
 * dashed one would be lost in it: these stand by themselves.
 */
export function lineCasing(
  layer: Pick<Layer, 'geometry' | 'base' | 'style'>,
  symbol: LayerSymbol,
  ground: Ground,
): string | null {
  const { line, lineWidth = DEFAULT_LINE_WIDTH_PX } = symbol;
  if (line === undefined || layer.geometry !== 'line') return null;
  if (layer.base) return isRoads(layer, ground) ? roadEdge(symbol) : null;
  if (lineWidth < CASED_WIDTH_PX) return null;
  return stands(line, ground) ? ground.paper : standingOn(line, ground);
}

/** The colour of the edge of a point: the symbol's own, else paper, where one of both stands on the ground, else ink. */
export function pointEdge({ fill, line }: LayerSymbol, ground: Ground): string {
  if (fill && line) return line;
  return stands(fill ?? line ?? INK, ground) || stands(PAPER, ground) ? PAPER : ground.ink;
}

/** The colour drawn around a point whose body and edge the ground would both swallow; null where it would not. */
export function pointCasing(symbol: LayerSymbol, ground: Ground): string | null {
  const body = symbol.fill ?? symbol.line ?? INK;
  const isSeen = stands(body, ground) || stands(pointEdge(symbol, ground), ground);
  return isSeen ? null : standingOn(body, ground);
}
