/** The layer of communes: its key is the INSEE code, its title the official name. */
export const COMMUNE_LAYER = 'communes';

/** A commune of the territory, by its INSEE code. */
export interface Commune {
  code: string;
  name: string;
}

/** Whether a text is an INSEE code of a commune: five digits, the second a letter in Corsica. */
export function isInseeCode(text: string): boolean {
  return /^\d[\dAB]\d{3}$/.test(text);
}
