import type { LayerSpecification } from 'maplibre-gl';
import type { Layer, LayerSymbol } from '../../domain/layer.ts';
import { INK, PAPER } from '../../domain/style/colour.ts';
import { hasDashedBorders, isRoads, lineScale } from '../../domain/style/line-scale.ts';
import { ROAD_EDGE_SCALE, THEME_EDGE_SCALE } from '../../domain/style/size-scale.ts';
import {
  CASED_WIDTH_PX,
  CASING_OPACITY,
  DEFAULT_LINE_WIDTH_PX,
  roadEdge,
} from '../../domain/style/symbol-defaults.ts';
import { symbolsOf } from '../../domain/style/symbol-for.ts';
import { sourceIds } from './source-ids.ts';
import { byClass, classFilter } from './symbol-classes.ts';
import { firmness, scaled } from './zoom-scale.ts';

/** The lines of a layer, or the outlines of its polygons: a casing where they need one, then one map layer a dash. */
export function lineSpecifications(layer: Layer, opacity: number): LayerSpecification[] {
  if (!symbolsOf(layer.style).some(hasLine)) return [];
  const dashes = new Set(symbolsOf(layer.style).filter(hasLine).map(dashKey));
  return [
    ...casing(layer, opacity),
    ...[...dashes].flatMap((dash, index) => dashClass(layer, opacity, dash, index)),
  ];
}

/**
 * What is drawn under a line, wider: for roads, a darker edge; for the lines of a theme, paper that parts them from
 * what they cross.
 */
function casing(layer: Layer, opacity: number): LayerSpecification[] {
  const { id, base, geometry, style } = layer;
  const isCased = (symbol: LayerSymbol) =>
    hasLine(symbol) && (base === true || widthOf(symbol) >= CASED_WIDTH_PX);
  const filter = classFilter(style, isCased);
  if (geometry !== 'line' || (base && !isRoads(layer)) || filter === false) return [];
  return [
    {
      id: `${id}/casing`,
      type: 'line',
      source: sourceIds.features(id),
      ...(filter === true ? {} : { filter }),
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': base ? byClass(style, roadEdge) : PAPER,
        'line-width': scaled(
          byClass(style, widthOf),
          lineScale(layer),
          base ? ROAD_EDGE_SCALE : THEME_EDGE_SCALE,
        ),
        'line-opacity': base
          ? firmness(byClass(style, widthOf), lineScale(layer), opacity)
          : CASING_OPACITY * opacity,
      },
    },
  ];
}

function dashClass(
  layer: Layer,
  opacity: number,
  dash: string,
  index: number,
): LayerSpecification[] {
  const { id, geometry, style } = layer;
  const filter = classFilter(style, (symbol) => hasLine(symbol) && dashKey(symbol) === dash);
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
        'line-width': scaled(byClass(style, widthOf), lineScale(layer)),
        'line-opacity':
          layer.base || geometry === 'polygon'
            ? firmness(byClass(style, widthOf), lineScale(layer), opacity)
            : opacity,
        ...(isSolid ? {} : { 'line-dasharray': JSON.parse(dash) as number[] }),
      },
    },
  ];
}

const SOLID = '[]';
const hasLine = ({ line }: LayerSymbol) => line !== undefined;
const dashKey = ({ dash }: LayerSymbol) => JSON.stringify(dash ?? []);
const widthOf = ({ lineWidth = DEFAULT_LINE_WIDTH_PX }: LayerSymbol) => lineWidth;
