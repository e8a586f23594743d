import type { Extent } from '../../domain/units.ts';
import type { DrawTile } from '../../engine/protocol.ts';
import type { GeometryColumn } from '../../geo/geometry-column.ts';

/** A row group that is held, with the box of its features (degrees). */
export interface HeldTile extends DrawTile {
  extent: Extent;
}

/** The row groups of one layer that are kept in memory. */
export interface TileCache {
  add(tiles: DrawTile[]): void;
  /** Lets go of the tiles longest out of sight until at most `maxRows` rows are held; those that meet `seen` stay. */
  trim(seen: Extent): void;
  /** Row groups held, to be left out of a request. */
  held(): number[];
  tiles(): HeldTile[];
}

/** An empty cache of at most `maxRows` rows. */
export function createTileCache(maxRows: number): TileCache {
  /** Least recently seen first. */
  const tiles = new Map<number, HeldTile>();
  return {
    add(added) {
      for (const tile of added) {
        tiles.set(tile.rowGroup, { ...tile, extent: extentOf(tile.geometry) });
      }
    },
    trim(seen) {
      const visible = [...tiles.values()].filter((tile) => extentsMeet(tile.extent, seen));
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

/** Whether two boxes share a point. */
export function extentsMeet(a: Extent, b: Extent): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
}

function extentOf({ xy }: GeometryColumn): Extent {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < xy.length; i += 2) {
    box[0] = Math.min(box[0], xy[i]!);
    box[1] = Math.min(box[1], xy[i + 1]!);
    box[2] = Math.max(box[2], xy[i]!);
    box[3] = Math.max(box[3], xy[i + 1]!);
  }
  return box;
}
