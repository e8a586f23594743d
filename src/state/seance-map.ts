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
] as const;

/** What a reader has on the map. */
export function mapOf(state: AppState): ReaderMap {
  return Object.fromEntries(OF_THE_MAP.map((name) => [name, state[name]])) as ReaderMap;
}
