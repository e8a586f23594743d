import type { GeometryFamily, Layer, LayerStyle, LayerSymbol } from '../layer.ts';
import { type Ground, standingOn } from './ground.ts';
import { CASED_WIDTH_PX, DEFAULT_LINE_WIDTH_PX } from './symbol-defaults.ts';

/**
 * The layer with the thin or dashed lines and the outlines that a ground would swallow darkened, or lightened, until they stand on
 * it; all other colours keep as they are: broad lines have edges (`lineCasing`), and so have points. The same object each time.
 */
export function onGround(layer: Layer, ground: Ground): Layer {
  const known = drawnOf.get(layer) ?? new Map<Ground, Layer>();
  const drawn = known.get(ground) ?? { ...layer, style: styleOn(layer, ground) };
  drawnOf.set(layer, known.set(ground, drawn));
  return drawn;
}

/** As `onGround`, for one symbol. */
export function symbolOn(
  symbol: LayerSymbol,
  geometry: GeometryFamily,
  ground: Ground,
): LayerSymbol {
  const { line, lineWidth = DEFAULT_LINE_WIDTH_PX, dash } = symbol;
  const isEdged = geometry === 'line' && lineWidth >= CASED_WIDTH_PX && !dash;
  if (line === undefined || geometry === 'point' || isEdged) return symbol;
  return { ...symbol, line: standingOn(line, ground) };
}

const drawnOf = new WeakMap<Layer, Map<Ground, Layer>>();

function styleOn({ geometry, style }: Layer, ground: Ground): LayerStyle {
  const adapt = (symbol: LayerSymbol) => symbolOn(symbol, geometry, ground);
  const classes = style.classes?.map((entry) => ({ ...entry, symbol: adapt(entry.symbol) }));
  return { ...style, symbol: adapt(style.symbol), ...(classes && { classes }) };
}
