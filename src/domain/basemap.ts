/**
 * What lies under the layers: `plan`, `gris` and `sombre` are drawn from the territory's own base layers and need no network;
 * the others are pictures of the Géoplateforme, which need it.
 */
export const BASEMAPS = [
  'plan',
  'gris',
  'sombre',
  'ign-plan',
  'ign-photo',
  'ign-cadastre',
] as const;

/** One of `BASEMAPS`. */
export type Basemap = (typeof BASEMAPS)[number];

/** How the interface is coloured: as the system says, or as the reader chose. */
export type Appearance = 'system' | 'light' | 'dark';
