import type { StatementHost } from './statement-storage.ts';
import type { TabHost } from './tab-entry.ts';

/**
 * What a page keeps for its tab, apart from what the page of another territory of the site keeps for the same one; `territory` is the
 * folder of one beside the main one.
 */
export function tabOf(
  host: TabHost & StatementHost,
  territory: string | undefined,
): TabHost & StatementHost {
  if (!territory) return host;
  const own = (key: string) => `${key} ${territory}`;
  return {
    sessionStorage: {
      getItem: (key) => host.sessionStorage.getItem(own(key)),
      setItem: (key, value) => host.sessionStorage.setItem(own(key), value),
      removeItem: (key) => host.sessionStorage.removeItem(own(key)),
    },
    localStorage: {
      getItem: (key) => host.localStorage.getItem(key),
      setItem: (key, value) => host.localStorage.setItem(key, value),
    },
    addEventListener: (type, listener) => host.addEventListener(type, listener),
  };
}
