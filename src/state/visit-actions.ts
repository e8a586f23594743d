import { goTo } from './actions.ts';
import type { AppState, Screen } from './app-state.ts';

/** What a reader may come for; each has a guided visit. */
export const VISIT_ROLES = ['everyone', 'planner', 'elected', 'gis'] as const;

/** One of `VISIT_ROLES`. */
export type VisitRole = (typeof VISIT_ROLES)[number];

/** A guided visit: whose, and at which stop; no role yet where the reader is asked for it. */
export interface Visit {
  role: VisitRole | null;
  stop: number;
}

/** The state in which the reader is asked what they came for. */
export const startVisit = (state: AppState): AppState => ({
  ...state,
  visit: { role: null, stop: 0 },
  tool: null,
  card: { kind: 'closed' },
});

/** The state at a stop of a visit, on the screen where that is. */
export const visitStop = (
  state: AppState,
  role: VisitRole,
  stop: number,
  screen: Screen,
): AppState => ({ ...goTo(state, screen), visit: { role, stop } });

/** The state without a visit; the screen stays. */
export const endVisit = (state: AppState): AppState => ({ ...state, visit: null });
