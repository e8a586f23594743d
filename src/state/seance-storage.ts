import { type OwnSeance, ownSeanceToText, textToOwnSeance } from '../domain/own-seance.ts';
import type { Extent } from '../domain/units.ts';
import { createEntryStorage, type EntryStorage, type StorageHost } from './entry-storage.ts';

/** Where a reader's own sessions stay from one visit to the next, by their keys; errors are those of `EntryStorage`. */
export interface SeanceStorage extends Pick<EntryStorage<OwnSeance>, 'get' | 'remove' | 'follow'> {
  /** All of them, the one changed last first; `unread` counts the entries that this edition cannot read. */
  read(): { own: OwnSeance[]; unread: number };
  write(own: OwnSeance): void;
}

/** The sessions kept for a territory in the storage of a browser; `extent` (degrees) is of a view that cannot be read. */
export function createSeanceStorage(
  host: StorageHost,
  { siren, extent }: { siren: string; extent: Extent },
): SeanceStorage {
  const storage = createEntryStorage(host, `arpent-seance-${siren}-`, (text) =>
    textToOwnSeance(text, extent),
  );
  return {
    ...storage,
    read() {
      const { entries, unread } = storage.read();
      return { own: entries.sort((a, b) => b.changedAt.localeCompare(a.changedAt)), unread };
    },
    write: (own) => storage.write(own.key, ownSeanceToText(own)),
  };
}
