import type { Layer, LayerSymbol } from '../../domain/layer.ts';
import { lineCasing, pointEdge } from '../../domain/style/casing.ts';
import { INK } from '../../domain/style/colour.ts';
import { LIGHT_GROUND } from '../../domain/style/ground.ts';
import { hatchColour } from '../../domain/style/hatch-colour.ts';
import { HATCH_TILE_PX } from '../../domain/style/hatch-strokes.ts';
import { isLarge } from '../../domain/style/large-layer.ts';
import { lineScale } from '../../domain/style/line-scale.ts';
import { cornerShape } from '../../domain/style/point-shape.ts';
import {
  firmnessAt,
  LARGE_LINE_OPACITY,
  LARGE_LINE_SCALE,
  POINT_SCALE,
  ROAD_EDGE_SCALE,
  scaleAt,
  THEME_EDGE_SCALE,
} from '../../domain/style/size-scale.ts';
import {
  CASING_OPACITY,
  DEFAULT_EDGE_PX,
  DEFAULT_FILL_OPACITY,
  DEFAULT_LINE_WIDTH_PX,
  DEFAULT_RADIUS_PX,
  HATCH_OPACITY,
  MIN_RADIUS_PX,
} from '../../domain/style/symbol-defaults.ts';
import type { DotMark, PlanFill, PlanHatch, PlanStroke } from '../plan.ts';

/** How large the symbols of a layer are drawn. */
export interface DrawScale {
  /** Zoom of the web map that the plan looks like. */
  zoom: number;
  /** Millimetres a pixel. */
  pixelMm: number;
  /** Opacity of the layer, 0 to 1. */
  opacity: number;
}

/** The fill and the hatch of a symbol's polygons, as the map draws them; neither where the symbol has none. */
export function areaStyle(
  symbol: LayerSymbol,
  { pixelMm, opacity }: DrawScale,
): { fill?: PlanFill; hatch?: PlanHatch } {
  const { fill, fillOpacity = DEFAULT_FILL_OPACITY, hatch } = symbol;
  return {
    ...(fill && fillOpacity * opacity > INVISIBLE
      ? { fill: { colour: fill, opacity: round(fillOpacity * opacity) } }
      : {}),
    ...(hatch
      ? {
          hatch: {
            kind: hatch,
            colour: hatchColour(symbol, LIGHT_GROUND),
            opacity: round(HATCH_OPACITY * opacity),
            tileMm: HATCH_TILE_PX * pixelMm,
          },
        }
      : {}),
  };
}

/** The line of a symbol, of its width at the zoom; null where it has none or is too thin to be drawn at all. */
export function lineStyle(
  layer: Layer,
  symbol: LayerSymbol,
  { zoom, pixelMm, opacity }: DrawScale,
): PlanStroke | null {
  if (symbol.line === undefined) return null;
  const isOfLarge = isLarge(layer);
  const width = widthOf(symbol) * scaleAt(isOfLarge ? LARGE_LINE_SCALE : lineScale(layer), zoom);
  const shown = isOfLarge
    ? scaleAt(LARGE_LINE_OPACITY, zoom)
    : layer.base || layer.geometry === 'polygon'
      ? firmnessAt(width)
      : 1;
  if (shown * opacity <= INVISIBLE) return null;
  return {
    colour: symbol.line,
    opacity: round(opacity * shown),
    widthMm: round(width * pixelMm),
    ...(symbol.dash ? { dashMm: symbol.dash.map((part) => round(part * width * pixelMm)) } : {}),
  };
}

/** What is drawn under a line, wider, as on light paper: `lineCasing`; null where there is none. */
export function casingStyle(
  layer: Layer,
  symbol: LayerSymbol,
  { zoom, pixelMm, opacity }: DrawScale,
): PlanStroke | null {
  const { base } = layer;
  const colour = lineCasing(layer, symbol, LIGHT_GROUND);
  if (colour === null) return null;
  const width = widthOf(symbol) * scaleAt(lineScale(layer), zoom);
  const edge = scaleAt(base ? ROAD_EDGE_SCALE : THEME_EDGE_SCALE, zoom);
  const shown = base ? firmnessAt(width) : CASING_OPACITY;
  if (shown * opacity <= INVISIBLE) return null;
  return {
    colour,
    opacity: round(opacity * shown),
    widthMm: round((width + 2 * edge) * pixelMm),
  };
}

/** The disc of a symbol's points, or what has corners in its place; `value` is that of the proportional field, where the style has one. */
export function dotStyle(
  { style }: Layer,
  symbol: LayerSymbol,
  { zoom, pixelMm, opacity }: DrawScale,
  value: unknown,
): Pick<DotMark, 'radiusMm' | 'shape'> & { fill: PlanFill; stroke: PlanStroke } {
  const { fill, line, fillOpacity = 1, lineWidth = DEFAULT_EDGE_PX } = symbol;
  const radius = style.proportional
    ? proportionalRadius(style.proportional, value)
    : (symbol.radius ?? DEFAULT_RADIUS_PX) * scaleAt(POINT_SCALE, zoom);
  const shape = cornerShape(symbol, style);
  return {
    ...(shape && { shape }),
    // The map draws the edge outside the disc; on paper a stroke is centred on it.
    radiusMm: round((radius + lineWidth / 2) * pixelMm),
    fill: { colour: fill ?? line ?? INK, opacity: round(fillOpacity * opacity) },
    stroke: {
      colour: pointEdge(symbol, LIGHT_GROUND),
      opacity,
      widthMm: round(lineWidth * pixelMm),
    },
  };
}

/** Radius in pixels of a proportional point. */
function proportionalRadius(
  { maxRadius, maxValue }: { maxRadius: number; maxValue: number },
  value: unknown,
): number {
  const share = Math.max(0, Number(value) || 0) / maxValue;
  return Math.max(MIN_RADIUS_PX, maxRadius * Math.sqrt(share));
}

const widthOf = ({ lineWidth = DEFAULT_LINE_WIDTH_PX }: LayerSymbol) => lineWidth;

/** Opacity that nobody sees: such a fill only makes parcels clickable. */
const INVISIBLE = 0.02;

const round = (value: number) => Math.round(value * 1000) / 1000;
