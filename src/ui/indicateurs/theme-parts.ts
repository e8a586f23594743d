import type { Catalogue } from '../../domain/catalogue.ts';
import type { Layer } from '../../domain/layer.ts';
import type { Indicator, Library, SavedQuestion, ThemePage } from '../../domain/library.ts';
import { layersOf, type Question } from '../../domain/question.ts';
import { citesSource } from './cited-lines.ts';

/** The themes that have something to show, in their order. */
export function pagesOf(library: Library, catalogue: Catalogue): ThemePage[] {
  return library.themes.filter(
    ({ id, figures }) =>
      figures.length > 0 ||
      themeLayers(catalogue, id).length > 0 ||
      library.indicators.some(({ theme }) => theme === id) ||
      library.questions.some(({ theme }) => theme === id),
  );
}

/** The layers of a theme, in catalogue order, less those of the base map. */
export function themeLayers(catalogue: Catalogue, theme: string): Layer[] {
  return catalogue.layers.filter((layer) => layer.theme === theme && !layer.base);
}

/** The indicator of that id. */
export function findIndicator(library: Library, id: string | undefined): Indicator | undefined {
  return library.indicators.find((indicator) => indicator.id === id);
}

/** Ids of the layers that a saved question reads. */
function layersOfSaved(saved: SavedQuestion): string[] {
  return 'question' in saved.ask ? layersOf(saved.ask.question as Question) : (saved.layers ?? []);
}

/**
 * The layers of its theme on which a figure can be seen: those that say they hold it, by the line that it comes from, else
 * those that the questions which rest on it read.
 */
export function layersOfFigure(
  library: Library,
  catalogue: Catalogue,
  indicator: Indicator,
): Layer[] {
  const layers = themeLayers(catalogue, indicator.theme);
  const held = layers.filter(({ lineage }) =>
    citesSource(lineage, indicator.source, library.documents),
  );
  if (held.length > 0) return held;
  const read = library.questions
    .filter(({ figures }) => figures?.includes(indicator.id))
    .flatMap(layersOfSaved);
  return layers.filter(({ id }) => read.includes(id));
}
