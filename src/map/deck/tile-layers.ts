import type { Layer as DeckLayer } from '@deck.gl/core';
import { SolidPolygonLayer } from '@deck.gl/layers';
import type { Layer, LayerStyle, LayerSymbol } from '../../domain/layer.ts';
import { hexToRgb } from '../../domain/style/colour.ts';
import { LARGE_LINE_OPACITY, LARGE_LINE_SCALE, scaleAt } from '../../domain/style/size-scale.ts';
import { DEFAULT_FILL_OPACITY, DEFAULT_LINE_WIDTH_PX } from '../../domain/style/symbol-defaults.ts';
import { symbolFor, symbolsOf } from '../../domain/style/symbol-for.ts';
import type { HeldTile } from '../data/tile-cache.ts';
import { type PolygonPart, polygonParts, segmentsOf } from './geometry-parts.ts';
import { type Segments, segmentLayer } from './segment-layer.ts';

/** What is drawn of a large layer. */
export interface LargeLayerScene {
  layer: Layer;
  /** 0 to 1. */
  opacity: number;
  tiles: HeldTile[];
  /** Id of the MapLibre layer just above. */
  beforeId: string;
}

/**
 * The deck.gl layers of a large layer: for each row group its fills, and its lines by symbol. They keep their id and
 * data while the tile is held, so that a change of zoom or opacity costs no geometry.
 */
export function tileLayers({ layer, opacity, tiles, beforeId }: LargeLayerScene, zoom: number) {
  const shared = { visible: zoom >= (layer.minZoom ?? 0), beforeId };
  return tiles.flatMap((tile) => {
    const { polygons, lines } = partsOf(layer, tile);
    const id = `${layer.id}/${layer.file.version}/${tile.rowGroup}`;
    return [
      ...(polygons.length > 0
        ? [fillLayer(`${id}/fill`, layer, tile, { ...shared, opacity })]
        : []),
      ...lines.map(({ symbol, segments }, index) =>
        segmentLayer({
          ...shared,
          id: `${id}/line-${index}`,
          segments,
          color: [...hexToRgb(symbol.line!), 255],
          width: (symbol.lineWidth ?? DEFAULT_LINE_WIDTH_PX) * scaleAt(LARGE_LINE_SCALE, zoom),
          opacity: opacity * scaleAt(LARGE_LINE_OPACITY, zoom),
        }),
      ),
    ];
  });
}

function fillLayer(id: string, layer: Layer, tile: HeldTile, props: object): DeckLayer {
  return new SolidPolygonLayer<PolygonPart>({
    id,
    data: partsOf(layer, tile).polygons,
    positionFormat: 'XY',
    getPolygon: (part: PolygonPart) => part as never,
    getFillColor: ({ row }: PolygonPart) => {
      const { fill, fillOpacity = DEFAULT_FILL_OPACITY } = symbolAt(layer, tile, row);
      return fill ? [...hexToRgb(fill), fillOpacity * 255] : [0, 0, 0, 0];
    },
    updateTriggers: { getFillColor: layer.style },
    ...props,
  });
}

function symbolAt({ style }: Layer, tile: HeldTile, row: number): LayerSymbol {
  if (!style.field) return style.symbol;
  return symbolFor(style, tile.columns[style.field]?.[row]);
}

interface TileParts {
  style: LayerStyle;
  /** Empty when no symbol has a fill. */
  polygons: PolygonPart[];
  lines: { symbol: LayerSymbol; segments: Segments }[];
}

const partsOfTile = new WeakMap<HeldTile, TileParts>();

function partsOf(layer: Layer, tile: HeldTile): TileParts {
  const known = partsOfTile.get(tile);
  if (known?.style === layer.style) return known;
  const symbols = symbolsOf(layer.style);
  const parts = {
    style: layer.style,
    polygons: symbols.some(({ fill }) => fill) ? polygonParts(tile.geometry) : [],
    lines: symbols
      .filter(({ line }) => line !== undefined)
      .map((symbol) => ({
        symbol,
        segments: segmentsOf(tile.geometry, (row) => symbolAt(layer, tile, row) === symbol),
      }))
      .filter(({ segments }) => segments.length > 0),
  };
  partsOfTile.set(tile, parts);
  return parts;
}
