import { AppError, type ErrorData, errorToData } from '../domain/errors.ts';
import { layersOf } from '../domain/question.ts';
import type { AppState, ShownLayer } from './app-state.ts';

/** Ids of the layers that were read from files of the reader's own. */
function temporaryIds({ catalogue }: AppState): Set<string> {
  const layers = catalogue?.layers.filter(({ isTemporary }) => isTemporary) ?? [];
  return new Set(layers.map(({ id }) => id));
}

/** What of a state can be in a link: temporary layers, their features and the questions about them are in this page alone. */
export function shareable(state: AppState): AppState {
  const ids = temporaryIds(state);
  if (ids.size === 0) return state;
  const { shown, split, selection, asked } = state;
  const isAskable = asked !== null && !layersOf(asked).some((id) => ids.has(id));
  return {
    ...state,
    shown: shown.filter(({ id }) => !ids.has(id)),
    split: split && {
      ...split,
      shown: split.shown?.filter(({ id }) => !ids.has(id)) ?? null,
    },
    selection: selection && ids.has(selection.layer) ? null : selection,
    ...(isAskable ? {} : { asked: null, pinned: null, answer: { kind: 'none' } }),
  };
}

/** How many layers are shown that a link must leave out. */
export function unsharedCount(state: AppState): number {
  const ids = temporaryIds(state);
  return state.shown.filter(({ id }) => ids.has(id)).length;
}

/** The layers that a link shows, under the temporary ones that are on the map of the page that follows it. */
export function withTemporary(state: AppState, shown: ShownLayer[]): ShownLayer[] {
  const ids = temporaryIds(state);
  const own = state.shown.filter(({ id }) => ids.has(id));
  return [...own, ...shown.filter(({ id }) => !ids.has(id))];
}

/** What a link says that was left out of it. */
export function leftOut(text: string): ErrorData {
  const count = Number.parseInt(text, 10) || 1;
  const context = { part: 'temporaires', reason: TEMPORARY, count };
  return errorToData(new AppError('link-invalid', `link: ${count} temporary layers`, context));
}

/** The faults of a link, but for temporary layers where the page itself has them: their own reader goes back and forth. */
export function faultsToTell(state: AppState, faults: readonly ErrorData[]): ErrorData[] {
  const hasOwn = temporaryIds(state).size > 0;
  return faults.filter(({ context }) => !hasOwn || context.reason !== TEMPORARY);
}

const TEMPORARY = 'temporary';
