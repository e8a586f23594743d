/**
 * What lies under the layers where no network is needed: drawn from the territory's own base layers, in colours, in greys or dark.
 */
export const OFFLINE_BASEMAPS = ['plan', 'gris', 'sombre'] as const;

/** One of `OFFLINE_BASEMAPS`. */
export type OfflineBasemap = (typeof OFFLINE_BASEMAPS)[number];

/** One of `OFFLINE_BASEMAPS`, or the id of a `NetworkBasemap` of the territory. */
export type Basemap = OfflineBasemap | (string & {});

/** Pictures of a map that another host serves. Texts are French: they are data. */
export interface NetworkBasemap {
  id: string;
  title: string;
  /** Address of a tile, with `{z}`, `{x}` and `{y}` of the usual tiling of Web Mercator (EPSG:3857), 256 pixels wide. */
  tiles: string;
  /** What the screen must say while it is shown, for instance "© IGN – Géoplateforme". */
  attribution: string;
  /** Where the attribution leads. */
  attributionUrl: string;
  /** Zooms of the finest and coarsest tiles; closer, the finest are enlarged. */
  maxZoom: number;
  minZoom?: number;
  /** The offline basemap that is drawn beneath until its tiles are there, and whose ground marks are drawn for. */
  over: OfflineBasemap;
  /** True when the names of the territory's base layers are drawn above: the pictures have none. */
  names?: boolean;
}

/** A layer that the base map draws by itself from a zoom on, where the reader has not turned it on: buildings, parcels. */
export interface BaseDetail {
  layer: string;
  minZoom: number;
  /** Zoom from which its features are named. */
  labelMinZoom?: number;
}

/** What a territory's basemaps are, besides the offline ones. */
export interface BasemapChoices {
  details: BaseDetail[];
  network: NetworkBasemap[];
}

/** A basemap as it is drawn. */
export interface ResolvedBasemap {
  offline: OfflineBasemap;
  network: NetworkBasemap | null;
}

/** The basemap that a state names; the plan for a name that its territory does not know. */
export function resolveBasemap({
  basemap,
  catalogue,
}: {
  basemap: Basemap;
  catalogue: { territory: { basemaps?: BasemapChoices } } | null;
}): ResolvedBasemap {
  const network = catalogue?.territory.basemaps?.network.find(({ id }) => id === basemap) ?? null;
  const offline = OFFLINE_BASEMAPS.find((name) => name === basemap) ?? 'plan';
  return { offline: network?.over ?? offline, network };
}

/** Whether a territory has a basemap of that name. */
export function hasBasemap(
  basemap: Basemap,
  catalogue: { territory: { basemaps?: BasemapChoices } },
): boolean {
  const { network, offline } = resolveBasemap({ basemap, catalogue });
  return basemap === (network?.id ?? offline);
}

/** How the interface is coloured: as the system says, or as the reader chose. */
export type Appearance = 'system' | 'light' | 'dark';
