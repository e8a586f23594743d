import { AppError } from '../domain/errors.ts';
import { type OwnSeance, ownSeanceToText, textToOwnSeance } from '../domain/own-seance.ts';
import type { Extent } from '../domain/units.ts';
import type { StorageHost } from './kept-storage.ts';

/** Where a reader's own sessions stay from one visit to the next. */
export interface SeanceStorage {
  /** All of them, the one changed last first; `unread` counts the entries that this edition cannot read. @throws {AppError} `storage-refused`. */
  read(): { own: OwnSeance[]; unread: number };
  /** The entry as it is now, whichever tab wrote it. @throws {AppError} `storage-refused`. */
  get(key: string): OwnSeance | null;
  /** @throws {AppError} `storage-full`, `storage-refused`. */
  write(own: OwnSeance): void;
  /** @throws {AppError} `storage-refused`. */
  remove(key: string): void;
  /** Hears of what other tabs write and remove. */
  follow(listener: () => void): void;
}

/** The sessions kept for a territory in the storage of a browser, each under a key of its own. */
export function createSeanceStorage(
  host: StorageHost,
  { siren, extent }: { siren: string; extent: Extent },
): SeanceStorage {
  const prefix = `arpent-seance-${siren}-`;
  const attempt = <T>(use: (storage: Storage) => T): T => {
    try {
      return use(host.localStorage);
    } catch (cause) {
      const isFull = /quota/i.test(String((cause as { name?: unknown } | null)?.name));
      const code = isFull ? 'storage-full' : 'storage-refused';
      throw new AppError(code, `the browser's storage: ${String(cause)}`, {}, cause);
    }
  };
  const readKey = (storage: Storage, name: string) =>
    textToOwnSeance(storage.getItem(name) ?? '', extent);
  return {
    read: () =>
      attempt((storage) => {
        const names = Array.from({ length: storage.length }, (_, i) => storage.key(i) ?? '');
        const found = names
          .filter((name) => name.startsWith(prefix))
          .map((name) => readKey(storage, name));
        const own = found.filter((entry) => entry !== null);
        own.sort((a, b) => b.changedAt.localeCompare(a.changedAt));
        return { own, unread: found.length - own.length };
      }),
    get: (key) => attempt((storage) => readKey(storage, prefix + key)),
    write: (own) => attempt((storage) => storage.setItem(prefix + own.key, ownSeanceToText(own))),
    remove: (key) => attempt((storage) => storage.removeItem(prefix + key)),
    follow(listener) {
      host.addEventListener('storage', ({ key }) => {
        if (key === null || key.startsWith(prefix)) listener();
      });
    },
  };
}
