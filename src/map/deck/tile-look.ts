import type { LayerStyle, LayerSymbol } from '../../domain/layer.ts';
import { hexToRgb } from '../../domain/style/colour.ts';
import { hasVisibleFill } from '../../domain/style/large-layer.ts';
import { DEFAULT_FILL_OPACITY, DEFAULT_LINE_WIDTH_PX } from '../../domain/style/symbol-defaults.ts';
import { classFor, symbolsOf } from '../../domain/style/symbol-for.ts';
import type { DrawTile } from '../../engine/protocol.ts';
import type { Areas } from './area-layer.ts';
import type { Segments } from './segment-layer.ts';

type Rgba = [red: number, green: number, blue: number, alpha: number];

/** A tile in the colours of a style: one of each where all its features look alike, else one a corner or edge. */
export interface TileLook {
  style: LayerStyle;
  areas: Areas;
  segments: Segments;
  /** Null when nothing is filled. */
  fill: Rgba | Uint8Array | null;
  /** Null when no symbol has a line; see `SegmentProps`. The width is in pixels, and 1 where each edge has its own. */
  line: { colour: Rgba | Uint8Array; width: number } | null;
}

/**
 * How a tile looks in a style. Without classes that costs nothing; with them one look-up a feature and one copy a corner and edge, 1 ms
 * for a row group. The geometry is the tile's own, and the same objects as in its look `before`.
 */
export function tileLook(style: LayerStyle, tile: DrawTile, before?: TileLook): TileLook {
  const { mesh } = tile;
  const symbols = symbolsOf(style);
  const isClassed = style.field !== undefined && symbols.length > 1;
  const classes = isClassed ? classesOf(style, tile) : null;
  const isFilled = symbols.some(hasVisibleFill) && mesh.triangles.length > 0;
  const hasLines = symbols.some(({ line }) => line !== undefined) && mesh.owners.length > 0;
  return {
    style,
    areas: before?.areas ?? mesh,
    segments: before?.segments ?? {
      length: mesh.owners.length,
      origin: mesh.origin,
      offsets: mesh.edges,
      extent: mesh.extent,
    },
    fill: isFilled
      ? classes
        ? cornerColours(symbols, classes, tile)
        : fillOf(style.symbol)
      : null,
    line: hasLines ? (classes ? edgeLooks(symbols, classes, tile) : plainLine(style.symbol)) : null,
  };
}

/** For each row, the index of its symbol among all: 0 for what has no class. */
function classesOf(style: LayerStyle, { rows, columns }: DrawTile): Uint16Array {
  const values = columns[style.field ?? ''] ?? [];
  const known = new Map<unknown, number>();
  return Uint16Array.from(rows, (_, i) => {
    const value = values[i];
    const found = known.get(value) ?? 1 + classFor(style, value);
    known.set(value, found);
    return found;
  });
}

function cornerColours(
  symbols: LayerSymbol[],
  classes: Uint16Array,
  { geometry }: DrawTile,
): Uint8Array {
  const { partOffsets, ringOffsets, vertexOffsets } = geometry;
  const colours = symbols.map((symbol) => toWord(fillOf(symbol)));
  const words = new Uint32Array(geometry.xy.length / 2);
  classes.forEach((index, row) => {
    const start = vertexOffsets[ringOffsets[partOffsets[row]!]!]!;
    words.fill(colours[index]!, start, vertexOffsets[ringOffsets[partOffsets[row + 1]!]!]!);
  });
  return new Uint8Array(words.buffer);
}

function edgeLooks(
  symbols: LayerSymbol[],
  classes: Uint16Array,
  { mesh }: DrawTile,
): TileLook['line'] {
  const looks = symbols.map((symbol) => {
    const { colour, width } = plainLine(symbol);
    return toWord([colour[0], colour[1], colour[2], Math.min(255, Math.round(16 * width))]);
  });
  const words = mesh.owners.map((row) => looks[classes[row]!]!);
  return { colour: new Uint8Array(words.buffer), width: 1 };
}

function fillOf(symbol: LayerSymbol): Rgba {
  const { fill, fillOpacity = DEFAULT_FILL_OPACITY } = symbol;
  return fill && hasVisibleFill(symbol)
    ? [...hexToRgb(fill), Math.round(255 * fillOpacity)]
    : [0, 0, 0, 0];
}

function plainLine({ line, lineWidth = DEFAULT_LINE_WIDTH_PX }: LayerSymbol): {
  colour: Rgba;
  width: number;
} {
  return line
    ? { colour: [...hexToRgb(line), 255], width: lineWidth }
    : { colour: [0, 0, 0, 0], width: 0 };
}

/** Four bytes as the one word that typed arrays fill with. */
function toWord(colour: Rgba): number {
  return new Uint32Array(Uint8Array.from(colour).buffer)[0]!;
}
