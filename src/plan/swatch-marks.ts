import type { Layer, LayerSymbol } from '../domain/layer.ts';
import { SHAPE_REACH } from '../domain/style/point-shape.ts';
import {
  areaStyle,
  casingStyle,
  type DrawScale,
  dotStyle,
  lineStyle,
} from './draw/symbol-marks.ts';
import type { AreaMark, PlanMark } from './plan.ts';

/** A symbol in a legend: marks on a small paper of their own. */
export interface Swatch {
  widthMm: number;
  heightMm: number;
  marks: PlanMark[];
}

/** Size of a swatch, unless its point is larger. */
export const SWATCH_MM = { width: 6.5, height: 3.6 } as const;

/** A symbol of a layer as a plan at a scale draws it; `value` is what a proportional point stands for. */
export function swatchMarks(
  layer: Layer,
  symbol: LayerSymbol,
  scale: DrawScale,
  value?: number,
): Swatch {
  const { width: widthMm, height: heightMm } = SWATCH_MM;
  if (layer.geometry === 'point') return dotSwatch(layer, symbol, scale, value);
  const stroke = lineStyle(layer, symbol, scale);
  if (layer.geometry === 'line') {
    const line = Float64Array.of(0, heightMm / 2, widthMm, heightMm / 2);
    const strokes = [casingStyle(layer, symbol, scale), stroke];
    const marks = strokes.flatMap((one): PlanMark[] =>
      one ? [{ kind: 'line', paths: [line], stroke: one }] : [],
    );
    return { widthMm, heightMm, marks };
  }
  const inset = (stroke?.widthMm ?? 0) / 2;
  const [right, bottom] = [widthMm - inset, heightMm - inset];
  const ring = Float64Array.of(
    inset,
    inset,
    right,
    inset,
    right,
    bottom,
    inset,
    bottom,
    inset,
    inset,
  );
  const mark: AreaMark = { kind: 'area', rings: [ring], ...areaStyle(symbol, scale) };
  return { widthMm, heightMm, marks: [stroke ? { ...mark, stroke } : mark] };
}

function dotSwatch(
  layer: Layer,
  symbol: LayerSymbol,
  scale: DrawScale,
  value: number | undefined,
): Swatch {
  const dot = dotStyle(layer, symbol, scale, value);
  const side = 2 * dot.radiusMm * (dot.shape ? SHAPE_REACH : 1) + dot.stroke.widthMm;
  const widthMm = Math.max(SWATCH_MM.width, side);
  const heightMm = Math.max(SWATCH_MM.height, side);
  return { widthMm, heightMm, marks: [{ kind: 'dot', at: [widthMm / 2, heightMm / 2], ...dot }] };
}
