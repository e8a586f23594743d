/** A territory that a public folder serves; `folder` is empty for the main one, else ends in `/`. */
export interface ServedTerritory {
  folder: string;
  name: string;
  shortName: string;
  siren: string;
}

/** The territories that a public folder serves, the main one first. */
export function listTerritories(publicDir: string): Promise<ServedTerritory[]>;

/** Gives each territory beside the main one a page of its own over the one app, and writes `territoires.json`. */
export function writeTerritoryPages(folders: { publicDir: string; distDir: string }): Promise<void>;

/** The page of the app for a territory in a folder. */
export function territoryPage(html: string, name: string): string;
