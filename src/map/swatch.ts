import type { GeometryFamily, LayerSymbol } from '../domain/layer.ts';
import { lineCasing, pointCasing, pointEdge } from '../domain/style/casing.ts';
import { INK } from '../domain/style/colour.ts';
import { type Ground, LIGHT_GROUND } from '../domain/style/ground.ts';
import { hatchColour } from '../domain/style/hatch-colour.ts';
import { HATCH_LINE_PX, HATCH_STROKES, HATCH_TILE_PX } from '../domain/style/hatch-strokes.ts';
import { symbolOn } from '../domain/style/on-ground.ts';
import { cornerShape, SHAPE_REACH, shapeCorners } from '../domain/style/point-shape.ts';
import {
  DEFAULT_EDGE_PX,
  DEFAULT_FILL_OPACITY,
  DEFAULT_LINE_WIDTH_PX,
  DEFAULT_RADIUS_PX,
} from '../domain/style/symbol-defaults.ts';

/** Size of a swatch, in pixels. */
export const SWATCH_PX = { width: 28, height: 18 } as const;

/** Address of an image of a symbol (`data:image/svg+xml`), for an `<img>`: nothing in it can run. */
export function swatchUrl(
  symbol: LayerSymbol,
  geometry: GeometryFamily,
  height: number = SWATCH_PX.height,
  ground = LIGHT_GROUND,
): string {
  return `data:image/svg+xml,${encodeURIComponent(swatchSvg(symbol, geometry, height, ground))}`;
}

/**
 * An SVG image of a symbol, drawn with the colours, casings, dashes and hatches of the map over a ground. A point that is larger
 * than the usual image is drawn in full in one of another `height`, which is then as wide at least.
 */
export function swatchSvg(
  symbol: LayerSymbol,
  geometry: GeometryFamily,
  height: number = SWATCH_PX.height,
  ground = LIGHT_GROUND,
): string {
  const width = Math.max(SWATCH_PX.width, height);
  const drawn = symbolOn(symbol, geometry, ground);
  const content = {
    polygon: () => polygonSwatch(drawn, ground),
    line: () => lineSwatch(drawn, ground),
    point: () => pointSwatch(drawn, width, height, ground),
  }[geometry]();
  const paper =
    ground === LIGHT_GROUND ? '' : `<rect ${attributes({ width, height, fill: ground.paper })}/>`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" ` +
    `viewBox="0 0 ${width} ${height}">${paper}${content}</svg>`
  );
}

function polygonSwatch(symbol: LayerSymbol, ground: Ground): string {
  const { fill, fillOpacity = DEFAULT_FILL_OPACITY, hatch, line } = symbol;
  const inset =
    (line === undefined ? 0 : widthOf(symbol) / 2) + (ground === LIGHT_GROUND ? 0 : RIM_PX);
  const box = `<rect ${attributes({
    x: inset,
    y: inset,
    width: SWATCH_PX.width - 2 * inset,
    height: SWATCH_PX.height - 2 * inset,
  })}`;
  return [
    fill === undefined ? '' : `${box} ${attributes({ fill, 'fill-opacity': fillOpacity })}/>`,
    hatch === undefined
      ? ''
      : `${hatchPattern(symbol, ground)}${box} fill="url(#hatch)" opacity="0.7"/>`,
    line === undefined ? '' : `${box} fill="none" ${strokeOf(symbol)}/>`,
  ].join('');
}

/** Paper beside a line is not drawn: it lies on paper here. */
function lineSwatch(symbol: LayerSymbol, ground: Ground): string {
  if (symbol.line === undefined) return '';
  const path = `<path d="M0 ${SWATCH_PX.height / 2}H${SWATCH_PX.width}"`;
  const casing = lineCasing({ geometry: 'line', style: { symbol } }, symbol, ground);
  const edge = { stroke: casing ?? '', 'stroke-width': widthOf(symbol) + 2 * CASING_PX };
  const under = casing && casing !== ground.paper ? `${path} ${attributes(edge)}/>` : '';
  return `${under}${path} ${strokeOf(symbol)}/>`;
}

function pointSwatch(symbol: LayerSymbol, width: number, height: number, ground: Ground): string {
  const { fill, line, fillOpacity = 1, radius = DEFAULT_RADIUS_PX } = symbol;
  const edge = symbol.lineWidth ?? DEFAULT_EDGE_PX;
  const shape = cornerShape(symbol, {});
  const room = (height / 2 - edge) / (shape ? SHAPE_REACH : 1);
  const r = Math.min(radius, room);
  const casing = pointCasing(symbol, ground);
  const ring = { fill: 'none', stroke: casing ?? '', 'stroke-width': 2 * edge + 2 * CASING_PX };
  const body = {
    fill: fill ?? line ?? INK,
    'fill-opacity': fillOpacity,
    stroke: pointEdge(symbol, ground),
    'stroke-width': edge,
  };
  const [cx, cy] = [width / 2, height / 2];
  const corners = shape
    ? shapeCorners(shape, r).map(([x, y]) => `${round(cx + x)} ${round(cy + y)}`)
    : null;
  const outline = (look: Record<string, string | number>) =>
    corners
      ? `<path ${attributes({ d: `M${corners.join('L')}Z`, ...look })}/>`
      : `<circle ${attributes({ cx, cy, r, ...look })}/>`;
  return (casing ? outline(ring) : '') + outline(body);
}

const round = (value: number) => Math.round(value * 100) / 100;

/** Width of a casing on each side, in pixels. */
const CASING_PX = 1.2;

/** Ground that is seen around a polygon, in pixels, so that its outline stands on it and not on the panel. */
const RIM_PX = 2;

function hatchPattern(symbol: LayerSymbol, ground: Ground): string {
  const hatch = symbol.hatch ?? 'diagonal';
  const strokes = HATCH_STROKES[hatch].map(([x1, y1, x2, y2]) => `M${x1} ${y1}L${x2} ${y2}`);
  const stroke = attributes({
    d: strokes.join(''),
    stroke: hatchColour(symbol, ground),
    'stroke-width': hatch === 'dotted' ? HATCH_LINE_PX * 1.6 : HATCH_LINE_PX,
    'stroke-linecap': 'round',
  });
  const tile = `width="${HATCH_TILE_PX}" height="${HATCH_TILE_PX}"`;
  return `<pattern id="hatch" patternUnits="userSpaceOnUse" ${tile}><path ${stroke}/></pattern>`;
}

function strokeOf(symbol: LayerSymbol): string {
  const width = widthOf(symbol);
  const stroke = attributes({ stroke: symbol.line ?? INK, 'stroke-width': width });
  if (!symbol.dash) return stroke;
  const dash = symbol.dash.map((length) => length * width).join(' ');
  return `${stroke} ${attributes({ 'stroke-dasharray': dash })}`;
}

function widthOf({ lineWidth = DEFAULT_LINE_WIDTH_PX }: LayerSymbol): number {
  return Math.min(lineWidth, SWATCH_PX.height / 2);
}

/** Attributes as text; values come from a catalogue that anyone may publish to, so they are escaped. */
function attributes(values: Record<string, string | number>): string {
  const escaped = (value: string | number) =>
    String(value).replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
  return Object.entries(values)
    .map(([name, value]) => `${name}="${escaped(value)}"`)
    .join(' ');
}
