import type { LayerSpecification, Map as MapLibreMap, VectorTileSource } from 'maplibre-gl';
import type { Extent } from '../../domain/units.ts';
import type { TilePlace } from '../../geo/tiles/cut-tile.ts';
import { TILE_LAYER } from '../../geo/tiles/encode-tile.ts';
import { FINEST_ZOOM } from '../../geo/tiles/tile-shapes.ts';
import { maplibregl } from '../maplibre.ts';

/** Gives one tile of a source as a Mapbox Vector Tile of the layer `TILE_LAYER`. */
export type ReadTile = (place: TilePlace, signal: AbortSignal) => Promise<Uint8Array<ArrayBuffer>>;

/** What addresses of tiles begin with: MapLibre's worker asks for them by address, as of any host, and this page answers. */
const SCHEME = 'arpent';

/** The readers of the sources on all maps, by the number in their addresses. */
const readers = new Map<string, ReadTile>();
let serial = 0;

maplibregl.addProtocol(SCHEME, async ({ url }, { signal }) => {
  const [number = '', ...place] = url.slice(`${SCHEME}://`.length).split('/');
  const read = readers.get(number);
  if (!read) throw new Error(`no source answers for ${url}`);
  const tile = await read(place.map(Number) as unknown as TilePlace, signal);
  return { data: tile.buffer };
});

/** The sources of a map whose tiles the page gives. */
export interface TileSources {
  /** Adds a source, or gives the one of that id other tiles; asks for none beyond `extent` (degrees). */
  set(id: string, extent: Extent, read: ReadTile): void;
  /** Forgets the readers of all; the map goes with them. */
  destroy(): void;
}

/** The tile sources of a map, none at first. */
export function createTileSources(map: MapLibreMap): TileSources {
  const numbers = new Map<string, string>();
  return {
    set(id, extent, read) {
      readers.delete(numbers.get(id) ?? '');
      serial += 1;
      numbers.set(id, `${serial}`);
      readers.set(`${serial}`, read);
      const tiles = [`${SCHEME}://${serial}/{z}/{x}/{y}`];
      const source = map.getSource<VectorTileSource>(id);
      if (source) source.setTiles(tiles);
      else map.addSource(id, { type: 'vector', tiles, bounds: [...extent], maxzoom: FINEST_ZOOM });
    },
    destroy() {
      for (const number of numbers.values()) readers.delete(number);
    },
  };
}

/** A layer as MapLibre wants it of a source of tiles, or unchanged of another. */
export function ofItsSource(map: MapLibreMap, layer: LayerSpecification): LayerSpecification {
  const isTiled = 'source' in layer && map.getSource(layer.source)?.type === 'vector';
  return isTiled ? ({ ...layer, 'source-layer': TILE_LAYER } as LayerSpecification) : layer;
}
