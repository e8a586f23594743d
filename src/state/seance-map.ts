import type { AppState } from './app-state.ts';

/** What a presentation changes of the map, and gives back when it is left. */
export type ReaderMap = Pick<AppState, (typeof OF_THE_MAP)[number]>;

const OF_THE_MAP = [
  'screen',
  'view',
  'zoom',
  'shown',
  'selection',
  'card',
  'draft',
  'drafts',
  'restored',
  'asked',
  'answer',
  'answerView',
  'pinned',
  'choropleth',
  'comparison',
  'diff',
  'change',
  'tool',
  'drawing',
  'measure',
  'marked',
  'sqlMap',
] as const;

/** What a reader was doing on the map, which a presentation puts away. */
export const NOTHING_IN_HAND = {
  tool: null,
  drawing: null,
  measure: null,
  marked: null,
  sqlMap: null,
} satisfies Partial<ReaderMap>;

/** What a reader has on the map. */
export function mapOf(state: AppState): ReaderMap {
  return Object.fromEntries(OF_THE_MAP.map((name) => [name, state[name]])) as ReaderMap;
}
