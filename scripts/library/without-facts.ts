import type { CommuneFigure, CommuneFigures, CommuneList } from '../../src/domain/library.ts';
import type { Filed, LibraryFiles } from './read-library-files.ts';

/**
 * The files of a library without what is of one territory alone: the figures that documents give, what is held against them, and
 * where the documents name a matter. A commune that a question names becomes `commune`.
 */
export function withoutFacts(files: LibraryFiles, commune: string): LibraryFiles {
  return {
    ...files,
    documents: {},
    indicators: [],
    contradictions: [],
    themes: mapItems(files.themes, (page) => ({ ...page, figures: [] })),
    systems: mapItems(files.systems, (system) => ({ ...system, sources: [] })),
    questions: mapItems(files.questions, ({ figures: _f, source: _s, ...saved }) => ({
      ...saved,
      ...(saved.parameters && {
        parameters: saved.parameters.map((parameter) =>
          parameter.type === 'commune' ? { ...parameter, value: commune } : parameter,
        ),
      }),
    })),
    communeFigures: mapItems(files.communeFigures, measuredAlone),
  };
}

function measuredAlone(item: CommuneFigures): CommuneFigures {
  const { figures, sheet, lists } = item;
  return {
    ...item,
    figures: figures.map(unheld),
    ...(sheet && { sheet: sheet.map((one) => ({ ...one, figures: one.figures.map(unheld) })) }),
    ...(lists && { lists: lists.map(({ contradictions: _c, ...list }): CommuneList => list) }),
  };
}

function unheld({ indicators: _i, contradictions: _c, ...figure }: CommuneFigure): CommuneFigure {
  return figure;
}

function mapItems<T>(filed: readonly Filed<T>[], change: (item: T) => T): Filed<T>[] {
  return filed.map((one) => ({ ...one, item: change(one.item) }));
}
