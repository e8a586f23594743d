import { createStore, type StoreApi } from 'zustand/vanilla';
import { EMPTY_VIEW } from './answer-view-actions.ts';
import type { AppState } from './app-state.ts';
import { NO_HISTORY } from './draft-history.ts';
import { NO_SCENARIO } from './scenario-actions.ts';
import { NO_SEANCE } from './seance-state.ts';
import { EMPTY_SHELF } from './shelf.ts';

/** The store of the application: `getState`, `setState` with a pure action, `subscribe`. */
export type AppStore = StoreApi<AppState>;

/** A store that holds `initial`, or the state of a page that has just been opened. */
export function createAppStore(initial: Partial<AppState> = {}): AppStore {
  return createStore<AppState>(() => ({ ...EMPTY_STATE, ...initial }));
}

const EMPTY_STATE: AppState = {
  screen: 'carte',
  catalogue: null,
  view: null,
  isMapless: false,
  isEngineSpared: false,
  isPainted: false,
  flight: null,
  shown: [],
  basemap: 'plan',
  baseWithout: [],
  appearance: 'system',
  split: null,
  inView: null,
  communesInView: null,
  isLegendCounted: false,
  shownBefore: null,
  bookmarks: { layers: [], maps: [], unread: 0 },
  tool: null,
  layerStatus: {},
  zoom: 0,
  selection: null,
  card: { kind: 'closed' },
  draft: null,
  drafts: NO_HISTORY,
  restored: null,
  asked: null,
  answer: { kind: 'none' },
  answerView: EMPTY_VIEW,
  statement: '',
  sql: { kind: 'none' },
  ran: null,
  sqlMap: null,
  pastStatements: [],
  theme: null,
  library: { kind: 'none' },
  communeFigures: {},
  figure: null,
  pair: null,
  choropleth: null,
  communes: null,
  open: null,
  reply: { kind: 'none' },
  sheet: null,
  helpPage: null,
  visit: null,
  histories: {},
  past: {},
  comparison: null,
  diff: { kind: 'none' },
  change: null,
  pinned: null,
  notices: [],
  drawn: [],
  annotations: {},
  shapeFacts: {},
  drawing: null,
  drawingStep: null,
  measure: null,
  pointer: null,
  marked: null,
  drew: null,
  scenario: NO_SCENARIO,
  impacts: {},
  shelf: EMPTY_SHELF,
  moved: null,
  renewal: null,
  seance: NO_SEANCE,
};
