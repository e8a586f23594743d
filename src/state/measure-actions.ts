import type { LngLat } from '../domain/units.ts';
import { flyTo } from './actions.ts';
import type { AppState } from './app-state.ts';
import type { DrawingKind, MarkedPlace, Measure } from './drawing-state.ts';

/** The state with a measure begun, of a length, an area or a point; the one before is put away. */
export const startMeasure = (state: AppState, kind: DrawingKind): AppState => ({
  ...state,
  drawing: null,
  measure: { kind, vertices: [], isDone: false },
});

/** The state with one more position of the measure (degrees); a point is done with it, the same place twice is one. */
export function addVertex(state: AppState, at: LngLat): AppState {
  const { measure } = state;
  if (!measure || measure.isDone) return state;
  const last = measure.vertices.at(-1);
  if (last?.[0] === at[0] && last[1] === at[1]) return state;
  const vertices = [...measure.vertices, at];
  return withMeasure(state, { ...measure, vertices, isDone: measure.kind === 'point' });
}

/** The state with the last position taken back; a measure that was done goes on. */
export function undoVertex(state: AppState): AppState {
  const { measure } = state;
  if (!measure) return state;
  if (measure.isDone && measure.kind !== 'point')
    return withMeasure(state, { ...measure, isDone: false });
  return withMeasure(state, { ...measure, vertices: measure.vertices.slice(0, -1), isDone: false });
}

/** Fewest positions of each kind. */
export const FEWEST_VERTICES = { point: 1, line: 2, polygon: 3 } as const;

/** The state with the measure done; the same state while it has too few positions. */
export function finishMeasure(state: AppState): AppState {
  const { measure } = state;
  if (!measure || measure.vertices.length < FEWEST_VERTICES[measure.kind]) return state;
  return withMeasure(state, { ...measure, isDone: true });
}

/** The state with nothing measured. */
export const clearMeasure = (state: AppState): AppState => ({ ...state, measure: null });

/** The state with the place of the pointer on the map, degrees; null when it left. */
export const setPointer = (state: AppState, pointer: LngLat | null): AppState => ({
  ...state,
  pointer,
});

/** The state with a place marked on the map, which flies there; null takes the mark away. */
export function markPlace(state: AppState, marked: MarkedPlace | null): AppState {
  if (!marked) return { ...state, marked };
  const [lng, lat] = marked.at;
  return flyTo({ ...state, marked }, [lng, lat, lng, lat]);
}

/** The state with a place marked on the map, which stays where it is; null: none. */
export const setMark = (state: AppState, marked: MarkedPlace | null): AppState => ({
  ...state,
  marked,
});

const withMeasure = (state: AppState, measure: Measure): AppState => ({ ...state, measure });
