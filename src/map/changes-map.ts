import type { AppState } from '../state/app-state.ts';

/**
 * Whether the map may have to be drawn otherwise: not when only the question being written has changed, the place of the pointer, or
 * the card, whose feature is the selection.
 */
export function changesMap(state: AppState, before: AppState): boolean {
  const keys = Object.keys(state) as (keyof AppState)[];
  return keys.some((key) => !NEVER_DRAWN.has(key) && state[key] !== before[key]);
}

const NEVER_DRAWN: ReadonlySet<keyof AppState> = new Set([
  'draft',
  'drafts',
  'restored',
  'pointer',
  'card',
  'split',
]);
