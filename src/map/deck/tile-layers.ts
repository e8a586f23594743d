import type { Layer } from '../../domain/layer.ts';
import { LARGE_LINE_OPACITY, LARGE_LINE_SCALE, scaleAt } from '../../domain/style/size-scale.ts';
import type { DrawTile } from '../../engine/protocol.ts';
import { areaLayer } from './area-layer.ts';
import { segmentLayer } from './segment-layer.ts';
import { type TileLook, tileLook } from './tile-look.ts';

/** What is drawn of a large layer. */
export interface LargeLayerScene {
  layer: Layer;
  /** 0 to 1. */
  opacity: number;
  tiles: DrawTile[];
  /** Id of the MapLibre layer just above. */
  beforeId: string;
}

/**
 * The deck.gl layers of a large layer: for each row group its fills and its lines. They keep their id and data while the tile is held
 * and its style stays, so that a change of zoom or opacity costs no geometry.
 */
export function tileLayers({ layer, opacity, tiles, beforeId }: LargeLayerScene, zoom: number) {
  const shared = { visible: zoom >= (layer.minZoom ?? 0), beforeId };
  return tiles.flatMap((tile) => {
    const { areas, segments, fill, line } = lookOf(layer, tile);
    const id = `${layer.id}/${layer.file.version}/${tile.rowGroup}`;
    return [
      ...(fill ? [areaLayer({ ...shared, id: `${id}/fill`, areas, colour: fill, opacity })] : []),
      ...(line
        ? [
            segmentLayer({
              ...shared,
              id: `${id}/line`,
              segments,
              color: line.colour,
              width: line.width * scaleAt(LARGE_LINE_SCALE, zoom),
              opacity: opacity * scaleAt(LARGE_LINE_OPACITY, zoom),
            }),
          ]
        : []),
    ];
  });
}

const lookOfTile = new WeakMap<DrawTile, TileLook>();

function lookOf(layer: Layer, tile: DrawTile): TileLook {
  const known = lookOfTile.get(tile);
  if (known?.style === layer.style) return known;
  const look = tileLook(layer.style, tile, known);
  lookOfTile.set(tile, look);
  return look;
}
