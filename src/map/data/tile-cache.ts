import type { Extent } from '../../domain/units.ts';
import type { DrawTile } from '../../engine/protocol.ts';
import { extentsMeet } from './extents.ts';

/** The row groups of one layer that are kept in memory. */
export interface TileCache {
  add(tiles: DrawTile[]): void;
  /** Lets go of the tiles longest out of sight until at most `maxRows` rows are held; those that meet `seen` stay. */
  trim(seen: Extent): void;
  /** Row groups held, to be left out of a request. */
  held(): number[];
  tiles(): DrawTile[];
}

/** An empty cache of at most `maxRows` rows. */
export function createTileCache(maxRows: number): TileCache {
  /** Least recently seen first. */
  const tiles = new Map<number, DrawTile>();
  return {
    add(added) {
      for (const tile of added) tiles.set(tile.rowGroup, tile);
    },
    trim(seen) {
      const visible = [...tiles.values()].filter(({ mesh }) => extentsMeet(mesh.extent, seen));
      for (const tile of visible) {
        tiles.delete(tile.rowGroup);
        tiles.set(tile.rowGroup, tile);
      }
      let rows = [...tiles.values()].reduce((sum, tile) => sum + tile.rows.length, 0);
      const hidden = [...tiles.values()].slice(0, tiles.size - visible.length);
      for (const tile of hidden) {
        if (rows <= maxRows) return;
        rows -= tile.rows.length;
        tiles.delete(tile.rowGroup);
      }
    },
    held: () => [...tiles.keys()],
    tiles: () => [...tiles.values()],
  };
}
