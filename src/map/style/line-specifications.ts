import type { LayerSpecification } from 'maplibre-gl';
import type { Layer, LayerSymbol } from '../../domain/layer.ts';
import { INK, isPale, mix, PAPER } from './colour.ts';
import { sourceIds } from './source-ids.ts';
import { byClass, classFilter, symbolsOf } from './symbol-classes.ts';
import {
  BASE_LINE_SCALE,
  firmness,
  ROAD_EDGE_SCALE,
  ROAD_SCALE,
  scaled,
  THEME_EDGE_SCALE,
  THEME_LINE_SCALE,
  type ZoomScale,
} from './zoom-scale.ts';

/** Width of a line whose symbol gives none, in pixels. */
export const DEFAULT_LINE_WIDTH_PX = 1;

/** Width from which the line of a theme is parted from what it crosses by paper, in pixels. */
const CASED_WIDTH_PX = 2;

/** The lines of a layer, or the outlines of its polygons: a casing where they need one, then one map layer a dash. */
export function lineSpecifications(layer: Layer, opacity: number): LayerSpecification[] {
  if (!symbolsOf(layer.style).some(hasLine)) return [];
  const dashes = new Set(symbolsOf(layer.style).filter(hasLine).map(dashKey));
  return [
    ...casing(layer, opacity),
    ...[...dashes].flatMap((dash, index) => dashClass(layer, opacity, dash, index)),
  ];
}

/** Whether any outline of a polygon layer is dashed, and must be drawn from its borders. */
export function hasDashedBorders({ geometry, style }: Layer): boolean {
  return geometry === 'polygon' && symbolsOf(style).some(({ line, dash }) => line && dash);
}

/** How the lines of a layer grow with the zoom: like streets, like the rest of the base map, or like a theme. */
export function lineScale(layer: Layer): ZoomScale {
  if (!layer.base) return THEME_LINE_SCALE;
  return isRoads(layer) ? ROAD_SCALE : BASE_LINE_SCALE;
}

/** Roads are the lines of the base map of which some are too pale to be seen without an edge. */
function isRoads({ base, geometry, style }: Layer): boolean {
  const hasPale = symbolsOf(style).some(({ line }) => line !== undefined && isPale(line));
  return base === true && geometry === 'line' && hasPale;
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
        'line-color': base ? byClass(style, ({ line = INK }) => mix(line, INK, 0.3)) : PAPER,
        'line-width': scaled(
          byClass(style, widthOf),
          lineScale(layer),
          base ? ROAD_EDGE_SCALE : THEME_EDGE_SCALE,
        ),
        'line-opacity': base
          ? firmness(byClass(style, widthOf), lineScale(layer), opacity)
          : 0.85 * opacity,
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
