import { AppError, errorToData } from '../domain/errors.ts';
import { addNotice } from './actions.ts';
import type { AppStore } from './store.ts';

/** The part of a page that keeps something for its tab alone; `window` is one. */
export interface TabHost {
  /** Throws where the browser keeps nothing. */
  readonly sessionStorage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
}

/** A text that is kept for the tab. */
export interface TabEntry {
  /** The text; null without one. */
  read(): string | null;
  /** Keeps a text, or none. */
  write(text: string | null): void;
}

/** The entry of a key in the storage of a tab. A storage that refuses is told of in a notice, and keeps nothing. */
export function createTabEntry(store: AppStore, host: TabHost, key: string): TabEntry {
  const attempt = <T>(use: (storage: TabHost['sessionStorage']) => T): T | null => {
    try {
      return use(host.sessionStorage);
    } catch (cause) {
      const error = new AppError('storage-refused', `storage of the tab: ${cause}`, {}, cause);
      store.setState((state) => addNotice(state, errorToData(error)));
      return null;
    }
  };
  return {
    read: () => attempt((storage) => storage.getItem(key)),
    write: (text) =>
      void attempt((storage) =>
        text === null ? storage.removeItem(key) : storage.setItem(key, text),
      ),
  };
}
