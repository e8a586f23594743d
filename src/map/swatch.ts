import type { GeometryFamily, LayerSymbol } from '../domain/layer.ts';
import { INK, PAPER } from '../domain/style/colour.ts';
import { HATCH_LINE_PX, HATCH_STROKES, HATCH_TILE_PX } from '../domain/style/hatch-strokes.ts';
import {
  DEFAULT_FILL_OPACITY,
  DEFAULT_LINE_WIDTH_PX,
  DEFAULT_RADIUS_PX,
  hatchColour,
} from '../domain/style/symbol-defaults.ts';

/** Size of a swatch, in pixels. */
export const SWATCH_PX = { width: 28, height: 18 } as const;

/** Address of an image of a symbol (`data:image/svg+xml`), for an `<img>`: nothing in it can run. */
export function swatchUrl(
  symbol: LayerSymbol,
  geometry: GeometryFamily,
  height: number = SWATCH_PX.height,
): string {
  return `data:image/svg+xml,${encodeURIComponent(swatchSvg(symbol, geometry, height))}`;
}

/**
 * An SVG image of a symbol, drawn with the colours, dashes and hatches of the map. A point that is larger than the usual
 * image is drawn in full in one of another `height`, which is then as wide at least.
 */
export function swatchSvg(
  symbol: LayerSymbol,
  geometry: GeometryFamily,
  height: number = SWATCH_PX.height,
): string {
  const width = Math.max(SWATCH_PX.width, height);
  const content = {
    polygon: polygonSwatch,
    line: lineSwatch,
    point: (own: LayerSymbol) => pointSwatch(own, width, height),
  }[geometry](symbol);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" ` +
    `viewBox="0 0 ${width} ${height}">${content}</svg>`
  );
}

function polygonSwatch(symbol: LayerSymbol): string {
  const { fill, fillOpacity = DEFAULT_FILL_OPACITY, hatch, line } = symbol;
  const inset = line === undefined ? 0 : widthOf(symbol) / 2;
  const box = `<rect ${attributes({
    x: inset,
    y: inset,
    width: SWATCH_PX.width - 2 * inset,
    height: SWATCH_PX.height - 2 * inset,
  })}`;
  return [
    fill === undefined ? '' : `${box} ${attributes({ fill, 'fill-opacity': fillOpacity })}/>`,
    hatch === undefined ? '' : `${hatchPattern(symbol)}${box} fill="url(#hatch)" opacity="0.7"/>`,
    line === undefined ? '' : `${box} fill="none" ${strokeOf(symbol)}/>`,
  ].join('');
}

function lineSwatch(symbol: LayerSymbol): string {
  if (symbol.line === undefined) return '';
  const y = SWATCH_PX.height / 2;
  return `<path d="M0 ${y}H${SWATCH_PX.width}" ${strokeOf(symbol)}/>`;
}

function pointSwatch(
  { fill, line, fillOpacity = 1, radius, lineWidth }: LayerSymbol,
  width: number,
  height: number,
): string {
  const edge = lineWidth ?? 1.25;
  return `<circle ${attributes({
    cx: width / 2,
    cy: height / 2,
    r: Math.min(radius ?? DEFAULT_RADIUS_PX, height / 2 - edge),
    fill: fill ?? line ?? INK,
    'fill-opacity': fillOpacity,
    stroke: fill && line ? line : PAPER,
    'stroke-width': edge,
  })}/>`;
}

function hatchPattern(symbol: LayerSymbol): string {
  const hatch = symbol.hatch ?? 'diagonal';
  const strokes = HATCH_STROKES[hatch].map(([x1, y1, x2, y2]) => `M${x1} ${y1}L${x2} ${y2}`);
  const stroke = attributes({
    d: strokes.join(''),
    stroke: hatchColour(symbol),
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
