import { type Basemap, OFFLINE_BASEMAPS } from '../../domain/basemap.ts';
import type { Catalogue } from '../../domain/catalogue.ts';
import { fonds } from '../strings/fonds.ts';

/** What readers call a basemap; its id where the territory does not know it. */
export function basemapName(basemap: Basemap, catalogue: Catalogue | null): string {
  return basemapChoices(catalogue).find(({ id }) => id === basemap)?.title ?? basemap;
}

/** The basemaps of a territory: those drawn from its own layers, then the pictures that need the network. */
export function basemapChoices(catalogue: Catalogue | null): { id: Basemap; title: string }[] {
  return [
    ...OFFLINE_BASEMAPS.map((id) => ({ id, title: fonds.names[id] })),
    ...(catalogue?.territory.basemaps?.network ?? []),
  ];
}
