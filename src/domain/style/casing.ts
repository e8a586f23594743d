import type { Layer, LayerSymbol } from '../layer.ts';
import { INK, PAPER } from './colour.ts';
import { type Ground, stands } from './ground.ts';
import { isRoads } from './line-scale.ts';
import { CASED_WIDTH_PX, DEFAULT_LINE_WIDTH_PX, roadEdge } from './symbol-defaults.ts';

/**
 * The colour drawn on both sides of a symbol's line, null for none. Roads of the base map have their darker edge. A theme's line or
 * outline that the ground would swallow has the ground's ink, so that it keeps its colour, which means something, and is seen all
 * the same; one that is broad has paper, which parts it from what it crosses.
 */
export function lineCasing(layer: Layer, symbol: LayerSymbol, ground: Ground): string | null {
  const { line, lineWidth = DEFAULT_LINE_WIDTH_PX } = symbol;
  if (line === undefined || layer.geometry === 'point') return null;
  if (layer.base) return isRoads(layer, ground) ? roadEdge(symbol) : null;
  if (!stands(line, ground)) return ground.ink;
  return layer.geometry === 'line' && lineWidth >= CASED_WIDTH_PX ? ground.paper : null;
}

/** The colour of the edge of a point: the symbol's own, else paper, where one of both stands on the ground, else ink. */
export function pointEdge({ fill, line }: LayerSymbol, ground: Ground): string {
  if (fill && line) return line;
  return stands(fill ?? line ?? INK, ground) || stands(PAPER, ground) ? PAPER : ground.ink;
}

/** The colour drawn around a point whose body and edge the ground would both swallow; null where it would not. */
export function pointCasing(symbol: LayerSymbol, ground: Ground): string | null {
  const colours = [symbol.fill ?? symbol.line ?? INK, pointEdge(symbol, ground)];
  return colours.some((colour) => stands(colour, ground)) ? null : ground.ink;
}
