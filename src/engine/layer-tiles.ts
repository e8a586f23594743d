import { cutTile } from '../geo/tiles/cut-tile.ts';
import { encodeTile } from '../geo/tiles/encode-tile.ts';
import { type TileShapes, tileShapes } from '../geo/tiles/tile-shapes.ts';
import type { LayerStore } from './layer-store.ts';
import type { LoadedRows } from './loaded-rows.ts';
import type { TileRequest } from './protocol.ts';
import type { Work } from './work.ts';

/** Reads a layer and makes its shapes ready to be cut. */
export async function openTiles(store: LayerStore, layer: string, work: Work): Promise<null> {
  shapesOf(await store.whole(layer, work));
  return null;
}

/** One tile of a layer, as a Mapbox Vector Tile; the layer is read where it is not in memory. */
export async function layerTile(
  store: LayerStore,
  { layer, fields, place }: TileRequest,
  work: Work,
): Promise<Uint8Array<ArrayBuffer>> {
  const loaded = await store.whole(layer, work);
  const { columns } = loaded.table;
  const asked = fields.map((name) => [name, columns[name] ?? []]);
  const features = cutTile(shapesOf(loaded), place);
  return encodeTile(features, Object.fromEntries(asked), loaded.fileRow);
}

/** Kept as long as the rows are. */
const shapes = new WeakMap<LoadedRows, TileShapes>();

function shapesOf(loaded: LoadedRows): TileShapes {
  const known = shapes.get(loaded) ?? tileShapes(loaded.table.geometry);
  shapes.set(loaded, known);
  return known;
}
