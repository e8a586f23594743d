/** The layer of communes: its key is the INSEE code, its title the official name. */
export const COMMUNE_LAYER = 'communes';

/** A commune of the territory, by its INSEE code. */
export interface Commune {
  code: string;
  name: string;
}
