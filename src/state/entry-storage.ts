import { AppError } from '../domain/errors.ts';

/** Entries of one kind in the storage of a browser, each under a key of its own, so that two tabs never write over each other's. */
export interface EntryStorage<T> {
  /** All of them, in no order; `unread` counts those that this edition cannot read. @throws {AppError} `storage-refused`. */
  read(): { entries: T[]; unread: number };
  /** The entry as it is now, whichever tab wrote it. @throws {AppError} `storage-refused`. */
  get(key: string): T | null;
  /** @throws {AppError} `storage-full`, `storage-refused`. */
  write(key: string, text: string): void;
  /** @throws {AppError} `storage-refused`. */
  remove(key: string): void;
  /** Hears of what other tabs write and remove. */
  follow(listener: () => void): void;
}

/** The part of a page that hears of other tabs; `window` is one. */
export interface StorageHost {
  /** Throws where the browser keeps nothing. */
  readonly localStorage: Storage;
  addEventListener(type: 'storage', listener: (event: { key: string | null }) => void): void;
}

/** The entries whose keys begin with `prefix`; `parse` gives null for a text that this edition cannot read. */
export function createEntryStorage<T>(
  host: StorageHost,
  prefix: string,
  parse: (text: string) => T | null,
): EntryStorage<T> {
  const attempt = <R>(use: (storage: Storage) => R): R => {
    try {
      return use(host.localStorage);
    } catch (cause) {
      const code = isFull(cause) ? 'storage-full' : 'storage-refused';
      throw new AppError(code, `the browser's storage: ${String(cause)}`, {}, cause);
    }
  };
  return {
    read: () =>
      attempt((storage) => {
        const names = Array.from({ length: storage.length }, (_, i) => storage.key(i) ?? '');
        const found = names
          .filter((name) => name.startsWith(prefix))
          .map((name) => parse(storage.getItem(name) ?? ''));
        const entries = found.filter((entry) => entry !== null);
        return { entries, unread: found.length - entries.length };
      }),
    get: (key) => attempt((storage) => parse(storage.getItem(prefix + key) ?? '')),
    write: (key, text) => attempt((storage) => storage.setItem(prefix + key, text)),
    remove: (key) => attempt((storage) => storage.removeItem(prefix + key)),
    follow(listener) {
      host.addEventListener('storage', ({ key }) => {
        if (key === null || key.startsWith(prefix)) listener();
      });
    },
  };
}

/** Firefox has a name of its own for it. */
function isFull(cause: unknown): boolean {
  const { name } = (cause ?? {}) as { name?: unknown };
  return name === 'QuotaExceededError' || name === 'NS_ERROR_DOM_QUOTA_REACHED';
}
