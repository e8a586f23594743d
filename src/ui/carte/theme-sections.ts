import type { Catalogue } from '../../domain/catalogue.ts';
import type { Layer } from '../../domain/layer.ts';
import { searchLayers, wordsOf } from '../../domain/search-layers.ts';
import { fr } from '../strings/fr.ts';

/** The layers of one theme, or of the base map. */
export interface ThemeLayers {
  id: string;
  title: string;
  isBase: boolean;
  layers: Layer[];
}

/** Themes in catalogue order with the layers that hold the filter; the base map comes last, empty ones are left out. */
export function themeSections(catalogue: Catalogue, filter: string): ThemeLayers[] {
  const found = new Set(searchLayers(catalogue, filter).map(({ layer }) => layer));
  const isAny = wordsOf(filter).length === 0;
  const layers = catalogue.layers.filter((layer) => isAny || found.has(layer));
  const sections = catalogue.themes.map(({ id, title }) => ({
    id,
    title,
    isBase: false,
    layers: layers.filter((layer) => !layer.base && layer.theme === id),
  }));
  const base = layers.filter((layer) => layer.base);
  return [...sections, { id: 'base', title: fr.layers.base, isBase: true, layers: base }].filter(
    (section) => section.layers.length > 0,
  );
}
