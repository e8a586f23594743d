import type { LayerSpecification } from 'maplibre-gl';
import type { Layer, LayerSymbol } from '../../domain/layer.ts';
import { lineCasing } from '../../domain/style/casing.ts';
import { INK } from '../../domain/style/colour.ts';
import type { Ground } from '../../domain/style/ground.ts';
import { hasDashedBorders, lineScale } from '../../domain/style/line-scale.ts';
import {
  hiddenUpTo,
  ROAD_EDGE_SCALE,
  THEME_EDGE_SCALE,
  type ZoomScale,
} from '../../domain/style/size-scale.ts';
import { CASING_OPACITY, DEFAULT_LINE_WIDTH_PX } from '../../domain/style/symbol-defaults.ts';
import { symbolsOf } from '../../domain/style/symbol-for.ts';
import { sourceIds } from './source-ids.ts';
import { byClass, classFilter } from './symbol-classes.ts';
import { both, firmness, isFirm, scaled } from './zoom-scale.ts';

/** The lines of a layer, or the outlines of its polygons: a casing where they need one, then one map layer a dash. */
export function lineSpecifications(
  layer: Layer,
  opacity: number,
  ground: Ground,
): LayerSpecification[] {
  if (!symbolsOf(layer.style).some(hasLine)) return [];
  const dashes = new Set(symbolsOf(layer.style).filter(hasLine).map(dashKey));
  return [
    ...casing(layer, opacity, ground),
    ...[...dashes].flatMap((dash, index) => dashClass(layer, opacity, ground, dash, index)),
  ];
}

/** What is drawn under a line, wider: `lineCasing`. */
function casing(layer: Layer, opacity: number, ground: Ground): LayerSpecification[] {
  const { id, base, style } = layer;
  const colourOf = (symbol: LayerSymbol) => lineCasing(layer, symbol, ground);
  const scale = lineScale(layer, ground);
  const isCased = classFilter(style, (symbol) => colourOf(symbol) !== null);
  const filter = both(isCased, base ? isFirm(byClass(style, hidden(scale))) : true);
  if (filter === false) return [];
  return [
    {
      id: `${id}/casing`,
      type: 'line',
      source: sourceIds.features(id),
      ...(filter === true ? {} : { filter }),
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': byClass(style, (symbol) => colourOf(symbol) ?? ground.paper),
        'line-width': scaled(
          byClass(style, widthOf),
          scale,
          base ? ROAD_EDGE_SCALE : THEME_EDGE_SCALE,
        ),
        'line-opacity': base
          ? firmness(byClass(style, widthOf), scale, opacity)
          : CASING_OPACITY * opacity,
      },
    },
  ];
}

function dashClass(
  layer: Layer,
  opacity: number,
  ground: Ground,
  dash: string,
  index: number,
): LayerSpecification[] {
  const { id, geometry, style } = layer;
  const scale = lineScale(layer, ground);
  const fades = layer.base || geometry === 'polygon';
  const isOfDash = classFilter(style, (symbol) => hasLine(symbol) && dashKey(symbol) === dash);
  const filter = both(isOfDash, fades ? isFirm(byClass(style, hidden(scale))) : true);
  if (filter === false) return [];
  const isSolid = dash === SOLID;
  const source = hasDashedBorders(layer) ? sourceIds.borders(id) : sourceIds.features(id);
  return [
    {
      id: index === 0 ? `${id}/line` : `${id}/line-${index}`,
      type: 'line',
      source,
      ...(filter === true ? {} : { filter }),
      layout: {
        'line-cap': isSolid && geometry === 'line' ? 'round' : 'butt',
        'line-join': 'round',
        'line-sort-key': byClass(style, widthOf),
      },
      paint: {
        'line-color': byClass(style, ({ line = INK }) => line),
        'line-width': scaled(byClass(style, widthOf), scale),
        'line-opacity': fades ? firmness(byClass(style, widthOf), scale, opacity) : opacity,
        ...(isSolid ? {} : { 'line-dasharray': JSON.parse(dash) as number[] }),
      },
    },
  ];
}

const SOLID = '[]';
const hasLine = ({ line }: LayerSymbol) => line !== undefined;
const dashKey = ({ dash }: LayerSymbol) => JSON.stringify(dash ?? []);
const widthOf = ({ lineWidth = DEFAULT_LINE_WIDTH_PX }: LayerSymbol) => lineWidth;
const hidden = (scale: ZoomScale) => (symbol: LayerSymbol) => hiddenUpTo(widthOf(symbol), scale);
