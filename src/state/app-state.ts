import type { Annotation } from '../domain/annotation.ts';
import type { Answer } from '../domain/answer.ts';
import type { Appearance, Basemap } from '../domain/basemap.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import type { Commune } from '../domain/commune.ts';
import type { ErrorData } from '../domain/errors.ts';
import type { Layer } from '../domain/layer.ts';
import type { LayerDiff } from '../domain/layer-diff.ts';
import type { LayerHistory } from '../domain/layer-history.ts';
import type { Library, ParameterValues } from '../domain/library.ts';
import type { Bookmarks } from '../domain/own-map.ts';
import type { Progress } from '../domain/progress.ts';
import type { Question } from '../domain/question.ts';
import type { Shape } from '../domain/shape.ts';
import type { ShapeFacts } from '../domain/shape-facts.ts';
import type { SqlResult } from '../domain/sql-result.ts';
import type { Extent, LngLat } from '../domain/units.ts';
import type { LayerInView } from '../domain/view-contents.ts';
import type { SqlShapes } from '../engine/protocol.ts';
import type { AnswerView } from './answer-view-actions.ts';
import type { CardStatus } from './card-status.ts';
import type { Choropleth, CommuneFiguresStatus, CommunePair } from './commune-actions.ts';
import type { DraftHistory } from './draft-history.ts';
import type { Drawing, MarkedPlace, Measure } from './drawing-state.ts';
import type { MovedLink } from './moved-link.ts';
import type { PastStatement } from './past-statements.ts';
import type { Renewal } from './renewal-effects.ts';
import type { ComparedScenario, ImpactStatus } from './scenario-actions.ts';
import type { SeanceState } from './seance-state.ts';
import type { Shelf } from './shelf.ts';
import type { Split } from './split.ts';
import type { ChosenChange } from './version-actions.ts';
import type { Visit } from './visit-actions.ts';

/** The screens that have an address. */
export const SCREENS = [
  'carte',
  'question',
  'communes',
  'seance',
  'indicateurs',
  'scenarios',
  'donnees',
  'publier',
  'sql',
  'aide',
] as const;

/** One of `SCREENS`. */
export type Screen = (typeof SCREENS)[number];

/** The tools over the map; each has a panel of its own, one of which is open at a time. */
export const MAP_TOOLS = [
  'fonds',
  'mesure',
  'annotations',
  'coordonnees',
  'comparer',
  'contenu',
] as const;

/** One of `MAP_TOOLS`. */
export type MapTool = (typeof MAP_TOOLS)[number];

/** Where the map looks: degrees and web-map zoom. */
export interface View {
  lng: number;
  lat: number;
  zoom: number;
  /** What the map has in sight there, degrees; absent until the map has been there. */
  extent?: Extent;
}

/** A layer that is turned on; the list of them is ordered, topmost first. */
export interface ShownLayer {
  id: string;
  /** 0 to 1, multiplies the opacity of the layer's symbols; at 0 the layer is hidden, and keeps its place in the list. */
  opacity: number;
}

/** A feature that a reader chose, by layer and key: both survive in the address. */
export interface Selection {
  layer: string;
  key: string;
}

/** What is being fetched for a layer that is turned on; `stopped`: the reader has stopped it. */
export type LayerStatus =
  | { kind: 'loading'; progress?: Progress }
  | { kind: 'ready' | 'stopped' }
  | { kind: 'failed'; error: ErrorData };

/** The question's answer, or what stands in its way. */
export type AnswerStatus =
  | { kind: 'none' }
  | { kind: 'asking'; progress: Progress | null }
  | { kind: 'ready'; answer: Answer }
  | { kind: 'failed'; error: ErrorData };

/** What the statement of the SQL screen gave, or what stands in its way. */
export type SqlStatus =
  | { kind: 'none' }
  | { kind: 'running'; progress: Progress | null }
  | { kind: 'ready'; result: SqlResult }
  | { kind: 'failed'; error: ErrorData };

/** The geometries of a result that the map shows: of the column of that place, with the row that was chosen. */
export interface SqlMap {
  column: number;
  shapes: SqlShapes;
  chosen: number | null;
}

/** The pages of themes, or what stands in their way; they are fetched when they are first looked at. */
export type LibraryStatus =
  | { kind: 'none' }
  | { kind: 'loading' }
  | { kind: 'ready'; library: Library }
  | { kind: 'failed'; error: ErrorData };

/** The saved question that is open on the page of its theme, with what the reader chose for its parameters. */
export interface OpenQuestion {
  id: string;
  values: ParameterValues;
}

/** What the open question gave: features, which are also the answer on the map, or the rows of its statement. */
export type Reply =
  | { kind: 'features'; answer: Answer }
  | { kind: 'rows'; result: SqlResult; statement: string };

/** The reply to the open question, or what stands in its way; `wanted` by a link that has just been followed. */
export type ReplyStatus =
  | { kind: 'none' }
  | { kind: 'wanted' }
  | { kind: 'asking'; progress: Progress | null }
  | { kind: 'ready'; reply: Reply }
  | { kind: 'failed'; error: ErrorData };

/** The versions of a layer, or what stands in their way; they are fetched when they are first looked at. */
export type HistoryStatus =
  | { kind: 'loading' }
  | { kind: 'ready'; history: LayerHistory }
  | { kind: 'failed'; error: ErrorData };

/** A layer that is shown in an older version: when that was published, and the entry that it stands in for. */
export interface PastVersion {
  /** ISO 8601 in UTC. */
  publishedAt: string;
  current: Layer;
}

/** Two versions of a layer that are compared, by the versions of their files. */
export interface Comparison {
  layer: string;
  from: string;
  to: string;
}

/** What differs between the versions compared, or what stands in the way. */
export type DiffStatus =
  | { kind: 'none' }
  | { kind: 'comparing'; progress: Progress | null }
  | { kind: 'ready'; from: Layer; to: Layer; diff: LayerDiff }
  | { kind: 'failed'; error: ErrorData };

/** A message that stays until it is dismissed. */
export interface Notice {
  id: number;
  error: ErrorData;
}

/**
 * The whole of what the screen shows, as plain data. What a reader would want to find again is also in the address bar (`Address`
 * lists it). Large arrays stay in the engine and the map.
 */
export interface AppState {
  screen: Screen;
  catalogue: Catalogue | null;
  view: View | null;
  /** True once it is known that the browser cannot draw the map: there will be no view. */
  isMapless: boolean;
  /** The engine is not made to answer, so that a phone keeps its memory, until the reader asks for it. */
  isEngineSpared: boolean;
  /** True once the map was painted for the first time: what can wait for it is fetched then. */
  isPainted: boolean;
  /** A box the map must fly to, with a number that grows so that the same box can be asked for twice. */
  flight: { extent: Extent; serial: number } | null;
  shown: ShownLayer[];
  /** What lies under the layers. */
  basemap: Basemap;
  /** What the base map is drawn without: ids of its details, `BASE_NAMES`. */
  baseWithout: readonly string[];
  appearance: Appearance;
  /** The second map of the same place; null: there is one map. */
  split: Split | null;
  /** What the map has in sight of the layers that are shown, topmost first; null until it was looked for. */
  inView: LayerInView[] | null;
  /** The communes in sight there, whether their layer is shown or not; null until they were looked for. */
  communesInView: LayerInView | null;
  /** The legend is open, and counts what is in sight: a reason to look for `inView`, as an open `contenu` is. */
  isLegendCounted: boolean;
  /** What was shown before one layer, a map or nothing took its place, to be gone back to; null: nothing. */
  shownBefore: ShownLayer[] | null;
  bookmarks: Bookmarks;
  /** The tool whose panel is open over the map. */
  tool: MapTool | null;
  layerStatus: Record<string, LayerStatus>;
  /** Zoom of the map, kept apart from `view` so that panels may follow it without the address bar being rewritten. */
  zoom: number;
  selection: Selection | null;
  card: CardStatus;
  /** The question being written. */
  draft: Question | null;
  drafts: DraftHistory;
  /** Set while the question being written is one that the tab had kept, with the question that had been asked then. */
  restored: { asked: Question | null } | null;
  /** The question that was put, and its answer. */
  asked: Question | null;
  answer: AnswerStatus;
  /** How the answer is looked at; read it by `currentView`. */
  answerView: AnswerView;
  /** The SQL being written, and what it gave when it was last run. */
  statement: string;
  sql: SqlStatus;
  /** The statement that `sql` is of. */
  ran: string | null;
  /** The geometries of its rows that are on the map. */
  sqlMap: SqlMap | null;
  /** Statements that were run in this browser, the latest first. */
  pastStatements: PastStatement[];
  /** Id of the theme whose page is shown; null: the list of all themes. */
  theme: string | null;
  library: LibraryStatus;
  /** Figures of the communes, by theme. */
  communeFigures: Record<string, CommuneFiguresStatus>;
  /** Column of the figure of the communes that is looked at on the page of a theme. */
  figure: string | null;
  /** The communes that are compared side by side. */
  pair: CommunePair | null;
  choropleth: Choropleth | null;
  /** The communes by name, read when one is first to be chosen. */
  communes: Commune[] | null;
  open: OpenQuestion | null;
  reply: ReplyStatus;
  /** Id of the layer whose page is shown; null: the list of all layers. */
  sheet: string | null;
  /** The page of the guide that is shown, or a passage of it (`page.passage`); null: its list of contents. */
  helpPage: string | null;
  /** The guided visit that is being made. */
  visit: Visit | null;
  /** Versions of layers, by layer id. */
  histories: Record<string, HistoryStatus>;
  /** The layers that are shown in an older version, which the catalogue then holds, by id. */
  past: Record<string, PastVersion>;
  comparison: Comparison | null;
  diff: DiffStatus;
  /** The change whose before and after are shown. */
  change: ChosenChange | null;
  /** Versions that the link in the address pinned, layer id → version; null when it pinned none. */
  pinned: Record<string, string> | null;
  notices: Notice[];
  /** The shapes that the reader drew or loaded, no two of one name. */
  drawn: Shape[];
  /** How they are annotated, by name. */
  annotations: Record<string, Annotation>;
  /** What is known of those shapes, by name; not there while the engine looks. */
  shapeFacts: Record<string, ShapeFacts>;
  drawing: Drawing | null;
  /** What the map must do with what is being drawn, with a number that grows. */
  drawingStep: { kind: 'finish' | 'undo'; serial: number } | null;
  measure: Measure | null;
  /** Where the pointer is on the map, degrees; followed while a tool reads it. */
  pointer: LngLat | null;
  marked: MarkedPlace | null;
  scenario: ComparedScenario;
  /** What the variants of the scenario touch, by name. */
  impacts: Record<string, ImpactStatus>;
  /** The shape that was drawn for a purpose, until it is taken. */
  drew: { purpose: string; shape: Shape } | null;
  /** The library of questions, the reader's own among them. */
  shelf: Shelf;
  /** What has moved on since the link that was followed; read it by `currentMoved`. */
  moved: MovedLink | null;
  /** Data published since the page was opened, until the reader takes or declines them. */
  renewal: Renewal | null;
  /** The Séance screen: sessions, and how one is presented. */
  seance: SeanceState;
}
