import type { Catalogue } from './catalogue.ts';
import type { Layer } from './layer.ts';

/**
 * The catalogue of a reader who may also have the layers of `folder` (a path from the site's root that ends in `/`). A
 * restricted layer stands in the place of the public one of its id; one of a theme that the site does not have comes last.
 */
export function mergeCatalogues(
  catalogue: Catalogue,
  restricted: Catalogue,
  folder: string,
): Catalogue {
  const added = restricted.layers.map((layer) => restrict(layer, folder));
  const ids = new Set(added.map(({ id }) => id));
  const layers = [...catalogue.layers.filter(({ id }) => !ids.has(id)), ...added];
  const known = new Set(catalogue.themes.map(({ id }) => id));
  const themes = restricted.themes.filter(
    ({ id }) => !known.has(id) && added.some(({ theme }) => theme === id),
  );
  return { ...catalogue, themes: [...catalogue.themes, ...themes], layers };
}

function restrict(layer: Layer, folder: string): Layer {
  return {
    ...layer,
    file: { ...layer.file, path: folder + layer.file.path },
    ...(layer.history && { history: folder + layer.history }),
    restricted: true,
  };
}
