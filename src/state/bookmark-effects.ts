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
 * read at once, and again when another tab changes it. Where the browser keeps nothing, or has no room left, what was asked for
 * stays in this page as long as no other tab changes what is kept, and a notice says so. None throws.
 */
export function createBookmarkEffects(store: AppStore, { storage, now, newId }: BookmarkPorts) {
  const territory = store.getState().catalogue?.territory.siren ?? '';
  const layers = createEntryStorage(storage, `arpent-favori-${territory}-`, (id) => id || null);
  const maps = createEntryStorage(storage, `arpent-carte-${territory}-`, textToOwnMap);

  function change(bookmarks: Partial<Bookmarks>): void {
    store.setState((state) => ({ bookmarks: { ...state.bookmarks, ...bookmarks } }));
  }

  function attempt(use: () => void): void {
    try {
      use();
    } catch (error) {
      store.setState((state) => addNotice(state, errorToData(error)));
    }
  }

  function read(): void {
    attempt(() => {
      const found = maps.read();
      change({
        layers: layers.read().entries.sort(),
        maps: found.entries.sort((a, b) => b.createdAt.localeCompare(a.createdAt)),
        unread: found.unread,
      });
    });
  }

  function keepMap(map: OwnMap): void {
    change({ maps: [map, ...store.getState().bookmarks.maps] });
    attempt(() => maps.write(map.id, ownMapToText(map)));
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
    /** Keeps what the map shows now under a name, the screen being the map. */
    saveMap(name: string): void {
      const state = { ...store.getState(), screen: 'carte' as const };
      const defaults = state.catalogue ? defaultLayers(state.catalogue) : [];
      const address = stateToAddress(state, defaults);
      keepMap({ id: newId(), name, address, createdAt: now() });
    },
    /** Deletes a map; `restoreMap` brings it back. */
    deleteMap(id: string): void {
      change({ maps: store.getState().bookmarks.maps.filter((map) => map.id !== id) });
      attempt(() => maps.remove(id));
    },
    restoreMap: keepMap,
  };
}
