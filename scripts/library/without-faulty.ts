import type { CommuneFigures, System } from '../../src/domain/library.ts';
import type { LibraryFault } from './library-fault.ts';
import type { Filed, LibraryFiles } from './read-library-files.ts';

/**
 * The files of a library without what a fault is in: of a system the layers and questions that are not there, of a theme's communes the
 * statement or list, of everything else the whole item.
 */
export function withoutFaulty(files: LibraryFiles, faults: readonly LibraryFault[]): LibraryFiles {
  const sound = <T>(items: readonly Filed<T>[]) =>
    items.filter((filed) => faultsOf(filed, faults).length === 0);
  return {
    ...files,
    themes: files.themes.map((filed) => ({ ...filed, item: { ...filed.item, maps: undefined } })),
    indicators: sound(files.indicators),
    contradictions: sound(files.contradictions),
    questions: sound(files.questions),
    impacts: sound(files.impacts),
    parcelSheet: sound(files.parcelSheet),
    systems: files.systems.flatMap((filed) => mendSystem(filed, faultsOf(filed, faults))),
    communeFigures: files.communeFigures.flatMap((filed) =>
      mendFigures(filed, faultsOf(filed, faults)),
    ),
  };
}

/** The paths, in an item, of its faults. */
function faultsOf({ file, at }: Filed<unknown>, faults: readonly LibraryFault[]): string[] {
  return faults.flatMap(({ file: where, path }) => {
    if (where !== file) return [];
    if (at === '' || path === at) return [path === at ? '' : path];
    return path.startsWith(`${at}.`) ? [path.slice(at.length + 1)] : [];
  });
}

function mendSystem(filed: Filed<System>, paths: readonly string[]): Filed<System>[] {
  const kept = (key: 'layers' | 'questions') =>
    filed.item[key].filter((_, i) => !paths.includes(`${key}.${i}`));
  const item = { ...filed.item, layers: kept('layers'), questions: kept('questions') };
  const isOther = paths.some((path) => !/^(?:layers|questions)\.\d+$/.test(path));
  return isOther || item.layers.length + item.questions.length === 0 ? [] : [{ ...filed, item }];
}

function mendFigures(
  filed: Filed<CommuneFigures>,
  paths: readonly string[],
): Filed<CommuneFigures>[] {
  const isIn = (key: string, i: number) => paths.some((path) => path.startsWith(`${key}.${i}.`));
  const { sheet, lists, ...own } = filed.item;
  if (paths.some((path) => !/^(?:sheet|lists)\.\d+\./.test(path))) return [];
  const item = {
    ...own,
    ...(sheet && { sheet: sheet.filter((_, i) => !isIn('sheet', i)) }),
    ...(lists && { lists: lists.filter((_, i) => !isIn('lists', i)) }),
  };
  return [{ ...filed, item }];
}
