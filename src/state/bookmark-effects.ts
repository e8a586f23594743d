import { errorToData } from '../domain/errors.ts';
import { type Bookmarks, type OwnMap, ownMapToText, textToOwnMap } from '../domain/own-map.ts';
import { addNotice, defaultLayers } from './actions.ts';
import { stateToAddress } from './address.ts';
import { createEntryStorage, type StorageHost } from './entry-storage.ts';
import type { AppStore } from './store.ts';

/** What the effects of bookmarks need of the world. */
export interface BookmarkPorts {
  /** Where they are kept; the page's `window`. */
  storage: StorageHost;
  /** The time, ISO 8601 in UTC to the millisecond. */
  now(): string;
  /** Another id each time, unlike those of other tabs. */
  newId(): string;
}

/** The effects of the layers and maps that a reader keeps; see `createBookmarkEffects`. */
export type BookmarkEffects = ReturnType<typeof createBookmarkEffects>;

/**
 * The effects of what a reader keeps of a territory (SIREN) in this browser: layers by their ids, maps as links. What there is, is
 * read at once, and again when another tab changes it. Where the browser keeps nothing, or has no room left, a map stays in this
 * page, a favourite as long as no other tab changes what is kept, and a notice says so. None throws.
 */
export function createBookmarkEffects(store: AppStore, { storage, now, newId }: BookmarkPorts) {
  const territory = store.getState().catalogue?.territory.siren ?? '';
  const layers = createEntryStorage(storage, `arpent-favori-${territory}-`, (id) => id || null);
  const maps = createEntryStorage(storage, `arpent-carte-${territory}-`, textToOwnMap);
  /** Maps that this page alone has. */
  const unkept = new Map<string, OwnMap>();

  function change(bookmarks: Partial<Bookmarks>): void {
    store.setState((state) => ({ bookmarks: { ...state.bookmarks, ...bookmarks } }));
  }

  /** Whether the browser did it. */
  function attempt(use: () => void): boolean {
    try {
      use();
      return true;
    } catch (error) {
      store.setState((state) => addNotice(state, errorToData(error)));
      return false;
    }
  }

  function read(): void {
    attempt(() => {
      const found = maps.read();
      change({
        layers: layers.read().entries.sort(),
        maps: [...unkept.values(), ...found.entries].sort((a, b) =>
          b.createdAt.localeCompare(a.createdAt),
        ),
        unread: found.unread,
      });
    });
  }

  function keepMap(map: OwnMap): boolean {
    change({ maps: [map, ...store.getState().bookmarks.maps] });
    const isKept = attempt(() => maps.write(map.id, ownMapToText(map)));
    if (!isKept) unkept.set(map.id, map);
    return isKept;
  }

  layers.follow(read);
  maps.follow(read);
  read();
  return {
    /** Makes a layer a favourite, or no longer one. */
    toggleFavourite(id: string): void {
      const { layers: kept } = store.getState().bookmarks;
      const isKept = kept.includes(id);
      change({ layers: isKept ? kept.filter((other) => other !== id) : [...kept, id].sort() });
      attempt(() => (isKept ? layers.remove(id) : layers.write(id, id)));
    },
    /** Keeps what the map shows now under a name, the screen being the map; false where this page alone has it. */
    saveMap(name: string): boolean {
      const state = { ...store.getState(), screen: 'carte' as const };
      const defaults = state.catalogue ? defaultLayers(state.catalogue) : [];
      const address = stateToAddress(state, defaults);
      return keepMap({ id: newId(), name, address, createdAt: now() });
    },
    /** Deletes a map; `restoreMap` brings it back. */
    deleteMap(id: string): void {
      change({ maps: store.getState().bookmarks.maps.filter((map) => map.id !== id) });
      if (!unkept.delete(id)) attempt(() => maps.remove(id));
    },
    /** Brings a deleted map back; false where this page alone has it. */
    restoreMap: keepMap,
  };
}
