import type { Catalogue, Theme } from '../../domain/catalogue.ts';
import { foldLetters } from '../../domain/mark-text.ts';
import type { ReadyMap } from '../../domain/ready-map.ts';

/** The ready-made maps of one theme. */
export interface ThemeMaps extends Theme {
  maps: ReadyMap[];
}

/** Themes in catalogue order with their maps, those maps left out that need a layer which is not there; and themes without any. */
export function themeMaps({ themes, layers }: Catalogue): ThemeMaps[] {
  const ids = new Set(layers.map(({ id }) => id));
  return themes
    .map((theme) => ({
      ...theme,
      maps: (theme.maps ?? []).filter((map) => map.layers.every(({ id }) => ids.has(id))),
    }))
    .filter(({ maps }) => maps.length > 0);
}

/**
 * The ready-made maps whose title and purpose hold every one of the words (see `wordsOf`), those with all of them in the title first.
 * No words find nothing.
 */
export function findMaps(catalogue: Catalogue, words: readonly string[]): ReadyMap[] {
  if (words.length === 0) return [];
  const holds = (text: string) => words.every((word) => foldLetters(text).includes(word));
  const maps = themeMaps(catalogue).flatMap((theme) => theme.maps);
  const found = maps.filter(({ title, purpose }) => holds(`${title} ${purpose}`));
  return found.sort((a, b) => Number(holds(b.title)) - Number(holds(a.title)));
}
