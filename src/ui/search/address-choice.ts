/** Layer of a place that an address service found: no layer of the catalogue. */
export const ADDRESS_LAYER = 'adresses_ign';

/** Whether this browser was told to look addresses up online; never unless a reader chose so. */
export function readsAddresses(): boolean {
  try {
    return localStorage.getItem(KEY) === 'oui';
  } catch {
    // Storage is refused in private windows: nothing was chosen.
    return false;
  }
}

/** Keeps the choice for this browser; where it refuses, the choice lasts as long as the page. */
export function keepAddressChoice(isChosen: boolean): void {
  try {
    if (isChosen) localStorage.setItem(KEY, 'oui');
    else localStorage.removeItem(KEY);
  } catch {
    // Storage refused: there is nothing to keep it in.
    return;
  }
}

const KEY = 'arpent-adresses-en-ligne';
