import { type KeptQuestion, keptToText, textToKept } from '../domain/kept-question.ts';
import { createEntryStorage, type EntryStorage, type StorageHost } from './entry-storage.ts';

/** Where kept questions stay from one visit to the next, by their ids; errors are those of `EntryStorage`. */
export interface KeptStorage extends Pick<EntryStorage<KeptQuestion>, 'get' | 'remove' | 'follow'> {
  /** All of them, in no order; `unread` counts the entries that this edition cannot read. */
  read(): { kept: KeptQuestion[]; unread: number };
  write(kept: KeptQuestion): void;
}

/** The questions kept for a territory (SIREN) in the storage of a browser. */
export function createKeptStorage(host: StorageHost, territory: string): KeptStorage {
  const storage = createEntryStorage(host, `arpent-question-${territory}-`, textToKept);
  return {
    ...storage,
    read() {
      const { entries, unread } = storage.read();
      return { kept: entries, unread };
    },
    write: (kept) => storage.write(kept.id, keptToText(kept)),
  };
}
