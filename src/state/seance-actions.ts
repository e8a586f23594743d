import type { HeldSeance } from '../domain/hold-seance.ts';
import type { SeanceItem } from '../domain/seance.ts';
import { flyTo } from './actions.ts';
import type { AppState } from './app-state.ts';
import { mapOf, NOTHING_IN_HAND } from './seance-map.ts';
import { type PresenterCommand, present, startPresenter } from './seance-presenter.ts';
import { sceneToState } from './seance-scene.ts';
import type { SeanceState } from './seance-state.ts';

/** The state with a part of the Séance screen changed. */
export function setSeance(state: AppState, changes: Partial<SeanceState>): AppState {
  return { ...state, seance: { ...state.seance, ...changes } };
}

/** The state with a session open. */
export const openSeance = (state: AppState, held: HeldSeance): AppState =>
  setSeance(state, { status: { kind: 'ready', held }, wanted: null });

/** The items of the session that is open; none when there is none. */
export function itemsOf({ seance }: AppState): SeanceItem[] {
  return seance.status.kind === 'ready' ? seance.status.held.seance.items : NO_ITEMS;
}

/** The item that is presented. */
export function currentItem(state: AppState): SeanceItem | null {
  const { presenter } = state.seance;
  return presenter ? (itemsOf(state)[presenter.index] ?? null) : null;
}

/** The state that presents the open session from the item of that number, the reader's map kept for the end. */
export function startPresenting(state: AppState, point: string | null, now: number): AppState {
  const { status, kept } = state.seance;
  if (status.kind !== 'ready') return state;
  const presenter = startPresenter(status.held.seance, point, now);
  const begun = setSeance(state, { presenter, kept: kept ?? mapOf(state), wanted: null });
  return showScene({ ...begun, ...NOTHING_IN_HAND });
}

/** The state after a command of the presentation; where the item, its side or its scene is another, the map shows it. */
export function commandPresenter(
  state: AppState,
  command: PresenterCommand,
  now: number,
): AppState {
  const { presenter } = state.seance;
  if (!presenter) return state;
  const next = present(presenter, command, itemsOf(state), now);
  const changed = setSeance(state, { presenter: next });
  if (next.scene !== presenter.scene) return showScene(changed);
  return next.side === presenter.side ? changed : switchSide(changed);
}

/**
 * The state after the presentation: the map as the reader had it, or the territory where a link opened the presentation. The
 * reader's question is still to be asked again, for the engine holds one answer.
 */
export function leavePresentation(state: AppState): AppState {
  const { kept } = state.seance;
  const left = setSeance(state, { presenter: null, kept: null, outlined: null, ahead: [] });
  if (!kept) return left;
  const restored = { ...left, ...kept };
  const extent = state.catalogue?.territory.extent;
  return kept.view || !extent ? restored : flyTo(restored, extent);
}

function showScene(state: AppState): AppState {
  const item = currentItem(state);
  const side = state.seance.presenter?.side ?? 'before';
  return item ? sceneToState(item.scene, state, side) : state;
}

/** The other side's layers, the map staying where it is. */
function switchSide(state: AppState): AppState {
  const shown = showScene(state);
  return { ...shown, flight: state.flight };
}

const NO_ITEMS: SeanceItem[] = [];
