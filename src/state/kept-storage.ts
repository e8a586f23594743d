import { AppError } from '../domain/errors.ts';
import { type KeptQuestion, keptToText, textToKept } from '../domain/kept-question.ts';

/** Where kept questions stay from one visit to the next. */
export interface KeptStorage {
  /** All of them, in no order; `unread` counts the entries that this edition cannot read. @throws {AppError} `storage-refused`. */
  read(): { kept: KeptQuestion[]; unread: number };
  /** The entry as it is now, whichever tab wrote it. @throws {AppError} `storage-refused`. */
  get(id: string): KeptQuestion | null;
  /** @throws {AppError} `storage-full`, `storage-refused`. */
  write(kept: KeptQuestion): void;
  /** @throws {AppError} `storage-refused`. */
  remove(id: string): void;
  /** Hears of what other tabs write and remove. */
  follow(listener: () => void): void;
}

/** The part of a page that hears of other tabs; `window` is one. */
export interface StorageHost {
  /** Throws where the browser keeps nothing. */
  readonly localStorage: Storage;
  addEventListener(type: 'storage', listener: (event: { key: string | null }) => void): void;
}

/**
 * The questions kept for a territory (SIREN) in the storage of a browser. Each has a key of its own, so that two tabs never write over
 * each other's.
 */
export function createKeptStorage(host: StorageHost, territory: string): KeptStorage {
  const prefix = `arpent-question-${territory}-`;
  const attempt = <T>(use: (storage: Storage) => T): T => {
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
        const keys = Array.from({ length: storage.length }, (_, i) => storage.key(i) ?? '');
        const found = keys
          .filter((key) => key.startsWith(prefix))
          .map((key) => textToKept(storage.getItem(key) ?? ''));
        const kept = found.filter((entry) => entry !== null);
        return { kept, unread: found.length - kept.length };
      }),
    get: (id) => attempt((storage) => textToKept(storage.getItem(prefix + id) ?? '')),
    write: (kept) => attempt((storage) => storage.setItem(prefix + kept.id, keptToText(kept))),
    remove: (id) => attempt((storage) => storage.removeItem(prefix + id)),
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
