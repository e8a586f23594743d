import { type Catalogue, findLayer } from '../../src/domain/catalogue.ts';
import { rankCommunes, spreadOf } from '../../src/domain/commune-ranks.ts';
import type {
  CommuneSheet,
  SheetFigure,
  SheetList,
  SheetSection,
  SheetSource,
} from '../../src/domain/commune-sheet.ts';
import type { Value } from '../../src/domain/feature.ts';
import type { CommuneFigure, Library } from '../../src/domain/library.ts';
import type { PlacedCommune } from './ask-communes.ts';
import type { AnsweredFigures, AnsweredList, Answers, CommuneRows } from './ask-statements.ts';
import { doubtSentence } from './doubt-sentence.ts';
import { sourceOf } from './sheet-source.ts';

/** What sheets are made of. */
export interface SheetGround {
  catalogue: Catalogue;
  library: Library;
  communes: readonly PlacedCommune[];
  answers: Answers;
}

/** The sheet of every commune: the rows of all statements, with their ranks, medians, sources and doubts. */
export function makeSheets(ground: SheetGround): CommuneSheet[] {
  const { catalogue, communes, answers } = ground;
  const { name, shortName, siren, banner } = catalogue.territory;
  const territory = { name, shortName, siren, banner, communes: communes.length };
  const found = [...answers.figures, ...answers.lists].map((answered) => answered.found);
  const versions: Record<string, string> = Object.assign({}, ...found.map((rows) => rows.versions));
  const dates = Object.keys(versions).map((id) => findLayer(catalogue, id).date);
  const asOf = dates.sort().at(-1) ?? '';
  const figures = answers.figures.flatMap((answered) => figuresOfAll(answered, ground));
  return communes.map(({ code, name, extent, neighbours }) => ({
    version: 1,
    code,
    name,
    extent,
    territory,
    asOf,
    versions,
    sections: sectionsOf(code, figures, ground),
    neighbours,
  }));
}

function sectionsOf(
  code: string,
  figures: readonly FigureOfAll[],
  ground: SheetGround,
): SheetSection[] {
  const { library, answers } = ground;
  const sections = library.themes.map(({ id, title }) => ({
    id,
    title,
    figures: figures.filter(({ theme }) => theme === id).map(({ of }) => of(code)),
    lists: answers.lists.filter(({ theme }) => theme === id).map((it) => listOf(code, it, ground)),
  }));
  return sections.filter((section) => section.figures.length + section.lists.length > 0);
}

/** A figure, known for all communes. */
interface FigureOfAll {
  theme: string;
  of(code: string): SheetFigure;
}

function figuresOfAll(
  { theme, statement, found }: AnsweredFigures,
  ground: SheetGround,
): FigureOfAll[] {
  return statement.figures.map((figure) => {
    const { column, label, unit, better, method } = figure;
    const values = valuesOf(found, column, ground.communes);
    const ranks = rankCommunes(values);
    const { median = null, count: outOf = 0 } = spreadOf(values) ?? {};
    const sources = figureSources(figure, found, ground);
    const of = (code: string): SheetFigure => {
      const value = values.get(code) ?? null;
      const rank = ranks.get(code)?.rank ?? null;
      const doubt = value ? doubtOf(code, figure.contradictions, ground) : null;
      return {
        ...{ id: column, label, value, unit, method, sources, rank, outOf, median },
        ...(better && { better }),
        ...(doubt && { doubt }),
      };
    };
    return { theme, of };
  });
}

/** The values of a column by commune; null where there is none, or where it is no finite number. */
function valuesOf(
  { columns, byCode }: CommuneRows,
  column: string,
  communes: readonly PlacedCommune[],
): Map<string, number | null> {
  const at = columns.indexOf(column);
  return new Map(
    communes.map(({ code }) => {
      const value = byCode.get(code)?.[0]?.[at];
      return [code, typeof value === 'number' && Number.isFinite(value) ? value : null];
    }),
  );
}

function figureSources(
  { from, indicators = [] }: CommuneFigure,
  { versions }: CommuneRows,
  { catalogue, library }: SheetGround,
): SheetSource[] {
  const documents = library.indicators.filter(({ id }) => indicators.includes(id));
  return [
    ...layerSources(from ?? Object.keys(versions), versions, catalogue),
    ...documents.map(({ source }) => sourceOf(source, library.documents)),
  ];
}

function layerSources(
  ids: readonly string[],
  versions: Record<string, string>,
  catalogue: Catalogue,
): SheetSource[] {
  return ids.map((id) => {
    const { title, date, attribution, file } = findLayer(catalogue, id);
    const version = versions[id] ?? file.version;
    return { kind: 'layer', layer: id, title, date, version, ...(attribution && { attribution }) };
  });
}

function listOf(code: string, { list, found }: AnsweredList, ground: SheetGround): SheetList {
  const { id, title, columns, empty, contradictions } = list;
  const places = columns.map((column) => found.columns.indexOf(column.id));
  const names = columns.map(({ codes }) => codeNames(codes, ground.catalogue));
  const rows = (found.byCode.get(code) ?? []).map((cells) =>
    places.map((at, i) => cellOf(cells[at] ?? null, names[i] ?? {})),
  );
  const doubt = rows.length > 0 ? doubtOf(code, contradictions, ground) : null;
  return {
    ...{ id, title, empty, rows },
    columns: columns.map(({ id, label, unit }) => ({ id, label, ...(unit && { unit }) })),
    sources: layerSources(Object.keys(found.versions), found.versions, ground.catalogue),
    ...(doubt && { doubt }),
  };
}

/** Code → what it stands for, of the field `layer.field`. */
function codeNames(
  codes: string | undefined,
  catalogue: Catalogue,
): Readonly<Record<string, string>> {
  if (codes === undefined) return {};
  const [id, name] = codes.split('.') as [string, string];
  return findLayer(catalogue, id).fields.find((field) => field.name === name)?.codes ?? {};
}

function cellOf(value: Value, names: Readonly<Record<string, string>>): string | number | null {
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  if (typeof value === 'string') return names[value] ?? (value || null);
  return typeof value === 'number' && !Number.isFinite(value) ? null : value;
}

/** What the documents say otherwise of what a commune has, or null. */
function doubtOf(
  code: string,
  ids: readonly string[] = [],
  { library }: SheetGround,
): string | null {
  const matters = library.contradictions.filter(
    ({ id, communes }) => ids.includes(id) && (!communes || code in communes),
  );
  const sentences = matters.map((matter) => doubtSentence(matter, library.documents));
  return sentences.length > 0 ? sentences.join(' ') : null;
}
