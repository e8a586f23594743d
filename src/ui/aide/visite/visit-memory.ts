/** Key under which a browser keeps that the visit was offered. */
const KEY = 'arpent.visite';

/** Whether the visit has been offered in this browser; one that keeps nothing is not asked at every visit. */
export function wasOffered(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return true;
  }
}

/** Keeps that the visit was offered; tells whether that could be kept. */
export function keepOffered(): boolean {
  try {
    localStorage.setItem(KEY, 'offerte');
    return true;
  } catch {
    return false;
  }
}
