import type { Layer as DeckLayer } from '@deck.gl/core';
import { PathLayer, SolidPolygonLayer } from '@deck.gl/layers';
import type { Layer, LayerSymbol } from '../../domain/layer.ts';
import type { HeldTile } from '../data/tile-cache.ts';
import { hexToRgb, INK } from '../style/colour.ts';
import { DEFAULT_FILL_OPACITY } from '../style/fill-specifications.ts';
import { DEFAULT_LINE_WIDTH_PX } from '../style/line-specifications.ts';
import { symbolFor, symbolsOf } from '../style/symbol-classes.ts';
import { scaleAt } from '../style/zoom-scale.ts';
import {
  type GeometryParts,
  geometryParts,
  type PathPart,
  type PolygonPart,
} from './geometry-parts.ts';

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
 * The deck.gl layers of a large layer: for each row group its fills and its lines. They keep their id and data while
 * the tile is held, so that a change of zoom or opacity costs no geometry.
 */
export function tileLayers(scene: LargeLayerScene, zoom: number): DeckLayer[] {
  const { layer, opacity, beforeId } = scene;
  const visible = zoom >= (layer.minZoom ?? 0);
  const hasFill = symbolsOf(layer.style).some(({ fill }) => fill !== undefined);
  return scene.tiles.flatMap((tile) => {
    const parts = partsOf(tile);
    const symbolOf = (row: number) => symbolAt(layer, tile, row);
    const shared = { visible, opacity, beforeId };
    const id = `${layer.id}/${layer.file.version}/${tile.rowGroup}`;
    return [
      ...(hasFill ? [fillLayer(`${id}/fill`, parts.polygons, symbolOf, shared)] : []),
      pathLayer(`${id}/line`, parts.paths, symbolOf, { ...shared, ...lineLook(zoom, opacity) }),
    ];
  });
}

type SymbolOf = (row: number) => LayerSymbol;

function fillLayer(id: string, data: PolygonPart[], symbolOf: SymbolOf, props: object): DeckLayer {
  return new SolidPolygonLayer<PolygonPart>({
    id,
    data,
    positionFormat: 'XY',
    getPolygon: (part: PolygonPart) => part as never,
    getFillColor: ({ row }: PolygonPart) => {
      const { fill, fillOpacity = DEFAULT_FILL_OPACITY } = symbolOf(row);
      return fill ? [...hexToRgb(fill), fillOpacity * 255] : [0, 0, 0, 0];
    },
    ...props,
  });
}

function pathLayer(id: string, data: PathPart[], symbolOf: SymbolOf, props: object): DeckLayer {
  return new PathLayer<PathPart>({
    id,
    data,
    positionFormat: 'XY',
    widthUnits: 'pixels',
    getPath: ({ positions }: PathPart) => positions as never,
    getColor: ({ row }: PathPart) => [...hexToRgb(symbolOf(row).line ?? INK), 255],
    getWidth: ({ row }: PathPart) => symbolOf(row).lineWidth ?? DEFAULT_LINE_WIDTH_PX,
    ...props,
  });
}

/** Hairlines that are hardly there where parcels are small, and firm up as one comes near. */
function lineLook(zoom: number, opacity: number): object {
  return {
    widthScale: scaleAt(LINE_SCALE, zoom),
    widthMinPixels: 0.4,
    opacity: opacity * scaleAt(LINE_OPACITY, zoom),
  };
}

const LINE_SCALE = [
  [14, 0.7],
  [16, 1],
  [18, 1.5],
] as const;

const LINE_OPACITY = [
  [14, 0.35],
  [15, 0.55],
  [16.5, 0.85],
] as const;

function symbolAt({ style }: Layer, tile: HeldTile, row: number): LayerSymbol {
  if (!style.field) return style.symbol;
  return symbolFor(style, tile.columns[style.field]?.[row]);
}

const partsOfTile = new WeakMap<HeldTile, GeometryParts>();

function partsOf(tile: HeldTile): GeometryParts {
  const known = partsOfTile.get(tile);
  if (known) return known;
  const parts = geometryParts(tile.geometry);
  partsOfTile.set(tile, parts);
  return parts;
}
