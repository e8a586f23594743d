import type { Answer } from '../domain/answer.ts';
import { flyTo } from './actions.ts';
import type { AppState } from './app-state.ts';

/** The state with the map sent to an answer that lies wholly out of sight; a link says itself where to look. */
export function frameAnswer(state: AppState, { extent }: Answer): AppState {
  const sight = state.view?.extent;
  if (!extent || !sight || state.pinned) return state;
  const isInSight =
    extent[0] <= sight[2] &&
    sight[0] <= extent[2] &&
    extent[1] <= sight[3] &&
    sight[1] <= extent[3];
  return isInSight ? state : flyTo(state, extent);
}
