import type { AppState } from '../state/app-state.ts';

/** Whether the map may have to be drawn otherwise: not when only the question being written has changed. */
export function changesMap(state: AppState, before: AppState): boolean {
  const keys = Object.keys(state) as (keyof AppState)[];
  return keys.some((key) => !OF_THE_FORM.has(key) && state[key] !== before[key]);
}

const OF_THE_FORM: ReadonlySet<keyof AppState> = new Set(['draft', 'drafts', 'restored']);
