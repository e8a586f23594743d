import type { Theme } from '../../src/domain/catalogue.ts';
import type {
  CommuneFigures,
  KeyFigure,
  SavedQuestion,
  System,
  ThemePage,
} from '../../src/domain/library.ts';
import { closestName } from '../../src/domain/nearest-name.ts';
import { checkCommuneFigures } from './check-commune-figures.ts';
import { criterionFaults } from './check-criterion.ts';
import { checkSaved, type KnownNames } from './check-saved.ts';
import { sheetLineFaults } from './check-sheet-line.ts';
import type { FaultKind, LibraryFault } from './library-fault.ts';
import type { Filed, LibraryFiles } from './read-library-files.ts';

/**
 * The faults of a library against the layers, the layers that the statement of each of its questions reads, and the figures of the
 * communes with those that theirs read.
 */
export function checkLibrary(
  files: LibraryFiles,
  known: KnownNames,
): {
  faults: LibraryFault[];
  reads: Map<string, string[]>;
  communeFigures: CommuneFigures[];
} {
  const {
    documents,
    themes,
    questions,
    systems,
    impacts,
    parcelSheet,
    indicators,
    contradictions,
    communeFigures,
    unread,
  } = files;
  const reads = new Map<string, string[]>();
  const checked: CommuneFigures[] = [];
  const idsOf = (items: readonly Filed<{ id: string }>[]) => [
    ...items.map(({ item }) => item.id),
    ...unread,
  ];
  const ids: Ids = {
    document: Object.keys(documents),
    theme: idsOf(themes),
    layer: known.layers.map(({ id }) => id),
    indicator: idsOf(indicators),
    contradiction: idsOf(contradictions),
    question: idsOf(questions),
  };
  const faults = [
    ...[themes, questions, systems, impacts, parcelSheet, indicators, contradictions].flatMap(
      duplicates,
    ),
    ...[questions, systems, indicators, contradictions].flatMap((items: Filed<Themed>[]) =>
      items.flatMap((filed) => refer(filed, 'theme', 'theme', [filed.item.theme], ids.theme)),
    ),
    ...layerFiles(known).flatMap((filed) =>
      refer(filed, 'theme', 'theme', [filed.item.theme], ids.theme),
    ),
    ...themes.flatMap((filed) => figureFaults(filed, filed.item.figures, ids)),
    ...mapFaults(themes, ids),
    ...indicators.flatMap((filed) => sourceFaults(filed, 'source', filed.item.source, ids)),
    ...contradictions.flatMap((filed) =>
      filed.item.values.flatMap(({ source }, i) =>
        sourceFaults(filed, `values.${i}.source`, source, ids),
      ),
    ),
    ...systems.flatMap((filed) => systemFaults(filed, ids)),
    ...impacts.flatMap((filed) => criterionFaults(filed, known.layers)),
    ...parcelSheet.flatMap((filed) => sheetLineFaults(filed, known.layers)),
    ...questions.flatMap((filed) => {
      const { faults: own, reads: layers } = checkSaved(filed.item, known);
      reads.set(filed.item.id, layers);
      return [
        ...own.map((fault) => ({ ...fault, file: filed.file })),
        ...questionFaults(filed, ids),
      ];
    }),
    ...communeFigures.flatMap((filed) => {
      const { faults: own, checked: figures } = checkCommuneFigures(filed.item, known);
      checked.push(figures);
      return [
        ...own.map((fault) => ({ ...fault, file: filed.file })),
        ...refer(filed, 'theme', 'theme', [filed.item.theme], ids.theme),
        ...factFaults(filed, ids),
      ];
    }),
    ...duplicateColumns(communeFigures),
  ];
  return { faults, reads, communeFigures: checked };
}

type Themed = { id: string; theme: string };
type Ids = Record<
  'document' | 'theme' | 'layer' | 'indicator' | 'contradiction' | 'question',
  string[]
>;

/** The layers, each in the file that describes it. */
function layerFiles({ layers, published = [] }: KnownNames): Filed<Themed>[] {
  return layers.map((item) => {
    const folder = published.includes(item.id) ? 'published' : 'layers';
    return { file: `${folder}/${item.id}.json`, at: '', item };
  });
}

function duplicates(items: readonly Filed<Pick<Theme, 'id'>>[]): LibraryFault[] {
  return items
    .filter(({ item }, i) => items.findIndex((other) => other.item.id === item.id) < i)
    .map(({ file, at, item }) => ({
      file,
      path: join(at, 'id'),
      kind: 'duplicate',
      value: item.id,
    }));
}

function figureFaults(
  filed: Filed<{ id: string }>,
  figures: readonly KeyFigure[],
  ids: Ids,
): LibraryFault[] {
  return figures.flatMap(({ indicator, objective, contradiction }, i) => {
    const one = (name: 'indicator' | 'contradiction', key: string, value: string | undefined) =>
      value === undefined
        ? []
        : refer(filed, `figures.${i}.${key}`, name, [value], ids[name], false);
    return [
      ...one('indicator', 'indicator', indicator),
      ...one('indicator', 'objective', objective),
      ...one('contradiction', 'contradiction', contradiction),
    ];
  });
}

/** Ready-made maps that show a layer which is not there or twice, or have the id of another. */
function mapFaults(themes: readonly Filed<ThemePage>[], ids: Ids): LibraryFault[] {
  const seen = new Set<string>();
  return themes.flatMap((filed) =>
    (filed.item.maps ?? []).flatMap(({ id, layers }, i): LibraryFault[] => {
      const { file, at } = filed;
      const twice = (path: string, value: string) => ({
        file,
        path: join(at, `maps.${i}.${path}`),
        kind: 'duplicate' as const,
        value,
      });
      const isTaken = seen.has(id);
      seen.add(id);
      return [
        ...(isTaken ? [twice('id', id)] : []),
        ...layers.flatMap((layer, place) => {
          const key = `maps.${i}.layers.${place}.id`;
          const isAgain = layers.findIndex((other) => other.id === layer.id) < place;
          return [
            ...(isAgain ? [twice(`layers.${place}.id`, layer.id)] : []),
            ...refer(filed, key, 'layer', [layer.id], ids.layer),
          ];
        }),
      ];
    }),
  );
}

/** The faults of what the figures and lists of the communes are held against. */
function factFaults(filed: Filed<CommuneFigures>, ids: Ids): LibraryFault[] {
  return namedItems(filed.item).flatMap(({ path, item }) => {
    const indicators = 'indicators' in item ? (item.indicators ?? []) : [];
    const { contradictions = [] } = item;
    return [
      ...refer(filed, `${path}.indicators`, 'indicator', indicators, ids.indicator),
      ...refer(filed, `${path}.contradictions`, 'contradiction', contradictions, ids.contradiction),
    ];
  });
}

/** Columns of figures and ids of lists that two of them have: each would stand for the other on a page. */
function duplicateColumns(files: readonly Filed<CommuneFigures>[]): LibraryFault[] {
  const seen = new Set<string>();
  return files.flatMap(({ file, item: figures }) =>
    namedItems(figures).flatMap(({ path, item }): LibraryFault[] => {
      const [key, value] = 'column' in item ? ['column', item.column] : ['id', item.id];
      if (seen.has(value)) return [{ file, path: `${path}.${key}`, kind: 'duplicate', value }];
      seen.add(value);
      return [];
    }),
  );
}

/** The figures and lists of a theme's communes, each with its path. */
function namedItems({ figures, sheet = [], lists = [] }: CommuneFigures) {
  return [
    ...figures.map((item, i) => ({ path: `figures.${i}`, item })),
    ...sheet.flatMap((statement, at) =>
      statement.figures.map((item, i) => ({ path: `sheet.${at}.figures.${i}`, item })),
    ),
    ...lists.map((item, i) => ({ path: `lists.${i}`, item })),
  ];
}

function questionFaults(filed: Filed<SavedQuestion>, ids: Ids): LibraryFault[] {
  const { layers = [], figures = [], source = '' } = filed.item;
  return [
    ...refer(filed, 'layers', 'layer', layers, ids.layer),
    ...refer(filed, 'figures', 'figure', figures, [...ids.indicator, ...ids.contradiction]),
    ...sourceFaults(filed, 'source', source, ids),
  ];
}

function systemFaults(filed: Filed<System>, ids: Ids): LibraryFault[] {
  const { file, at, item } = filed;
  const isIdle = item.layers.length + item.questions.length === 0;
  return [
    ...refer(filed, 'layers', 'layer', item.layers, ids.layer),
    ...refer(filed, 'questions', 'question', item.questions, ids.question),
    ...item.sources.flatMap((source, i) => sourceFaults(filed, `sources.${i}`, source, ids)),
    ...(isIdle ? [{ file, path: at, kind: 'nothing' as const }] : []),
  ];
}

/** The faults of the documents in `000:1134 ; 002:12-14`; none where no document is known at all. */
function sourceFaults(
  filed: Filed<unknown>,
  key: string,
  source: string,
  ids: Ids,
): LibraryFault[] {
  if (ids.document.length === 0) return [];
  const named = [...source.matchAll(/(\w+):/g)].map(([, id]) => id ?? '');
  return refer(filed, key, 'document', named, ids.document, false);
}

/** A fault for each name that is not among the known ones; of a list, its place counts. */
function refer(
  { file, at }: Filed<unknown>,
  key: string,
  kind: FaultKind,
  values: readonly string[],
  known: readonly string[],
  isList = key.endsWith('s'),
): LibraryFault[] {
  return values.flatMap((value, i) => {
    if (known.includes(value)) return [];
    const path = join(at, isList ? `${key}.${i}` : key);
    return [{ file, path, kind, value, nearest: closestName(value, known) }];
  });
}

function join(at: string, key: string): string {
  return at ? `${at}.${key}` : key;
}
