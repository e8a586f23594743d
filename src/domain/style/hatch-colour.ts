import type { LayerSymbol } from '../layer.ts';
import { contrast, INK, mix } from './colour.ts';
import { type Ground, standingOn } from './ground.ts';
import { DEFAULT_FILL_OPACITY } from './symbol-defaults.ts';

/** The contrast from which strokes are told from the fill that they lie on: they say which class it is, its edge says where. */
export const HATCH_CONTRAST = 2;

/** Colour of the strokes of a symbol's hatch over a ground: that of its line, or of its fill darkened, unless its own body would swallow it. */
export function hatchColour(symbol: LayerSymbol, ground: Ground): string {
  const { line, fill } = symbol;
  const own = standingOn(line ?? mix(fill ?? INK, INK, 0.35), ground);
  const body = bodyColour(symbol, ground);
  const isSeen = (colour: string) => contrast(colour, body) >= HATCH_CONTRAST;
  return [own, ground.ink].find(isSeen) ?? ground.paper;
}

/** What the fill of a polygon looks like on the paper of a ground. */
export function bodyColour(
  { fill, fillOpacity = DEFAULT_FILL_OPACITY }: LayerSymbol,
  { paper }: Ground,
): string {
  return fill ? mix(paper, fill, fillOpacity) : paper;
}
