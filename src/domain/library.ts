import type { Criterion } from './impact.ts';
import type { SheetLine } from './parcel-sheet.ts';
import type { Question, Scalar } from './question.ts';
import type { ReadyMap } from './ready-map.ts';

/** A line or some lines of one of the documents: `000:1154` or `000:1154-1198`. See `data/README.md`. */
export type SourceRef = string;

/** A figure that a published document gives. */
export interface Indicator {
  /** `ind-001`… */
  id: string;
  /** Id of a theme. */
  theme: string;
  label: string;
  /** Null where it is no number: `raw` says it ("classe E"). */
  value: number | null;
  unit: string;
  year: number | null;
  /** First year, where the figure is of several, which end with `year`. */
  since?: number;
  /** What it is of: `agglo`, or the name of a commune, a quarter… */
  scope: string;
  /** The figure as the document writes it. */
  raw: string;
  source: SourceRef;
  note?: string;
}

/** A matter on which the documents do not agree; all values are kept and shown. */
export interface Contradiction {
  id: string;
  theme: string;
  subject: string;
  unit: string;
  values: { value: number; raw: string; source: SourceRef; year?: number }[];
  /** INSEE code → official name, where it concerns some communes alone. */
  communes?: Record<string, string>;
}

/** A decision that the documents hold (`acte`) or report (`mention`). */
export interface Decision {
  /** `del-01`… */
  id: string;
  nature: 'acte' | 'mention';
  /** As precise as it is written: `2024-06-25`, `2024-06`, `2024`, `fin 2023`; null where it is not. */
  date: string | null;
  number?: string;
  title: string;
  theme: string;
  /** INSEE code → official name; empty where the text does not locate the decision. */
  communes: Record<string, string>;
  site?: string;
  amountEur?: number;
  /** What the amount pays for. */
  amountPays?: string;
  /** The amount, or its parts, as the documents write it. */
  amountRaw?: string[];
  /** What was decided: "adopté", "prescrite"… */
  outcome: string;
  majority?: string;
  partner?: string;
  note?: string;
  /** The first one is the main one. */
  sources: SourceRef[];
}

/** A key figure of a theme, with what it is measured against. */
export interface KeyFigure {
  /** Id of the indicator that holds its value, unit, year and source. */
  indicator: string;
  /** Id of the indicator that says what is aimed at. */
  objective?: string;
  /** Whether it is good that the value grows; absent where neither is better. */
  better?: 'more' | 'less';
  /** Id of the contradiction that it is a part of. */
  contradiction?: string;
}

/** One competence of the intercommunality: its page. */
export interface ThemePage {
  id: string;
  title: string;
  /** One sentence: what it is about. */
  summary: string;
  figures: KeyFigure[];
  /** Maps of its theme, in the file that describes it; the catalogue serves them, the library does not. */
  maps?: ReadyMap[] | undefined;
}

/** The people who ask; their French names are in `ui/strings/`. */
export const ROLES = [
  'sig',
  'commune',
  'elu',
  'urbanisme',
  'gemapi',
  'eau',
  'mobilite',
  'habitat',
  'economie',
  'services',
  'public',
] as const;

/** One of `ROLES`. */
export type Role = (typeof ROLES)[number];

/**
 * What a reader may choose before asking. In the statement or in the values of the question, `$name` stands for it.
 * `commune`: an INSEE code; `choice`: one of `options`; `number`: at least `min`, at most `max`; `text`: any text.
 */
export type Parameter = { name: string; label: string } & (
  | { type: 'commune'; value: string }
  | { type: 'choice'; value: string; options: string[] }
  | { type: 'number'; value: number; unit?: string; min: number; max: number }
  | { type: 'text'; value: string }
);

/** A value in JSON any part of which may be `$name`, in place of what a reader chooses. */
export type Template<T> = T extends string
  ? string
  : T extends number | boolean
    ? T | `$${string}`
    : { [K in keyof T]: Template<T[K]> };

/** What is put to the engine: a question, or a statement line by line. */
export type Ask = { question: Question } | { sql: string[] };

/** How an answer is best looked at. */
export const SHOWS = ['map', 'number', 'table', 'chart'] as const;

/** One of `SHOWS`. */
export type Show = (typeof SHOWS)[number];

/** A question that the territory's people ask, ready to be asked. */
export interface SavedQuestion {
  /** `q01` to `q75`. */
  id: string;
  theme: string;
  role: Role;
  /** The French sentence. */
  sentence: string;
  /** Where the documents name the matter, places parted by ` ; `; absent: deduced from the work of the role. */
  source?: SourceRef;
  parameters?: Parameter[];
  /** In the model of questions, or a statement that only reads; `fillAsk` makes an `Ask` of it. */
  ask: { question: Template<Question> } | { sql: string[] };
  show: Show;
  /**
   * The answer in one French sentence. What stands in braces is written the French way, with the unit of its column:
   * - `{rows}`: the number of rows or features; `{total}`: the sum of the areas or lengths of the features found;
   * - `{column}`: the value in the first row, `{column.2}` in the second; of a question, a field or a measure column;
   * - `{column.sum}`, `{column.min}`, `{column.max}` (of dates too), `{column.count}` (of distinct values);
   * - `{column.list}`: its distinct values, the first five and how many others: "A, B et C";
   * - `{groups}`, `{groups.list}`: of a question with `groupBy`, the number of groups, and the groups with their counts;
   * - `{$name}`: the value of a parameter, a commune by its name.
   *
   * After any number `:` gives its noun: `{rows:commune|communes}` → "1 commune", "12 communes".
   */
  reply: string;
  /** The sentence where nothing is found, when the reader chose other values; it has parameters only. */
  empty?: string;
  /** French labels and units of the columns of a statement. */
  columns?: Record<string, { label: string; unit?: string }>;
  /** Ids of the layers that a statement reads; those of a question are known from it. */
  layers?: string[];
  /** Ids of the indicators and contradictions that it rests on. */
  figures?: string[];
  /** How the answer is found and what it does not say, in one or two sentences. */
  method: string;
  /** What a real deployment must supply. */
  needs: string;
}

/** The screens that may serve a system. */
export const SYSTEM_SCREENS = ['carte', 'question', 'indicateurs', 'sql'] as const;

/** A plan, register or tool that the documents name. */
export interface System {
  /** `A1` to `H9`, with `A3-1`… for the applications of the portal. */
  id: string;
  name: string;
  theme: string;
  /** What a geographic atlas should let people do with it. */
  must: string;
  sources: SourceRef[];
  layers: string[];
  questions: string[];
  /** The screen that serves it. */
  screen: (typeof SYSTEM_SCREENS)[number];
}

/** A figure of every commune, for them to be compared and ranked. */
export interface CommuneFigure {
  /** Name of its column in the statement; unique in the library. */
  column: string;
  label: string;
  unit: string;
  /** Whether it is good that the value is large; absent where neither is better. */
  better?: 'more' | 'less';
  /** How it is found, in one French sentence. */
  method: string;
  /** Ids of the layers that it is made of; absent: all that the statement reads. */
  from?: string[];
  /** Ids of the indicators that it is measured against. */
  indicators?: string[];
  /** Ids of the contradictions that make it doubtful. */
  contradictions?: string[];
}

/** Figures with the statement that finds them all. */
export interface CommuneStatement {
  figures: CommuneFigure[];
  /** Lines of a statement that only reads; it gives a row a commune, its INSEE code as `code` and a column a figure. */
  sql: string[];
  /** Ids of the layers that the statement reads; the library's build fills it. */
  layers?: string[];
}

/** Things of the communes that are told one by one on their pages. */
export interface CommuneList {
  /** Unique in the library. */
  id: string;
  title: string;
  /** Columns of the statement, in the order that they are shown; `codes` names the field whose codes the values are: `projets.theme`. */
  columns: { id: string; label: string; unit?: string; codes?: string }[];
  /** Lines of a statement that only reads; it gives a row a thing, in order, with the commune's INSEE code as `code`. */
  sql: string[];
  /** What is said of a commune without any, one French sentence. */
  empty: string;
  /** Ids of the contradictions that make it doubtful. */
  contradictions?: string[];
  /** Ids of the layers that the statement reads; the library's build fills it. */
  layers?: string[];
}

/** The figures of the communes that one theme compares, and what their pages say besides. */
export interface CommuneFigures extends CommuneStatement {
  theme: string;
  /** Figures of the pages of communes alone. */
  sheet?: CommuneStatement[];
  /** Lists of the pages of communes. */
  lists?: CommuneList[];
}

/** What the pages of themes show: `public/library.json`. */
export interface Library {
  version: 1;
  /** Document id → title. */
  documents: Record<string, string>;
  themes: ThemePage[];
  indicators: Indicator[];
  contradictions: Contradiction[];
  questions: SavedQuestion[];
  systems: System[];
  /** What communes are compared by; absent where the territory says nothing of it. */
  communeFigures?: CommuneFigures[];
  /** What the variants of a project are compared by; absent where the territory says nothing of it. */
  impacts?: Criterion[];
  /** The sheet of a parcel, its lines in order; absent where the territory describes none. */
  parcelSheet?: SheetLine[];
}

/** The values that a reader chose, by parameter name. */
export type ParameterValues = Record<string, Scalar>;
