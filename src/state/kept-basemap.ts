import { AppError } from '../domain/errors.ts';
import { parseAddress } from './address.ts';

/** The part of a page that a basemap is kept by; `window` is one. Its storage throws where the browser keeps nothing. */
export interface BasemapHost {
  readonly localStorage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
}

const KEY = 'arpent.fond';

/** The basemap that this browser opens maps on; null where the reader has kept none, or the browser keeps nothing. */
export function keptBasemap(host: BasemapHost): string | null {
  try {
    return host.localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/**
 * Keeps a basemap for the maps that this browser opens without a link; null: none any more.
 * @throws {AppError} `storage-refused` where the browser keeps nothing.
 */
export function keepBasemap(host: BasemapHost, basemap: string | null): void {
  try {
    if (basemap === null) host.localStorage.removeItem(KEY);
    else host.localStorage.setItem(KEY, basemap);
  } catch (cause) {
    throw new AppError('storage-refused', `basemap: ${cause}`, {}, cause);
  }
}

/** The address that a page opens at: its own (`location.hash`), else, for a page without a link, the map on the kept basemap. */
export function openingAddress(hash: string, host: BasemapHost): string {
  const kept = hash.length > 2 ? null : keptBasemap(host);
  if (kept === null) return hash;
  const address = `#/carte?fond=${encodeURIComponent(kept)}`;
  return parseAddress(address).basemap === null ? hash : address;
}
