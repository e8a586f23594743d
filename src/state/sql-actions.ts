import { flyTo } from './actions.ts';
import type { AppState, SqlMap } from './app-state.ts';

/** Longest statement that is put in the address. */
export const MAX_LINK_STATEMENT = 1500;

/** The statement that the address holds: the one last run, unless it is too long. */
export function linkedStatement({ ran }: AppState): string | null {
  return ran !== null && ran.length <= MAX_LINK_STATEMENT ? ran : null;
}

/** The state with the geometries of a result on the map, and the map where they are; null takes them off. */
export function showOnMap(state: AppState, sqlMap: SqlMap | null): AppState {
  const next = { ...state, sqlMap };
  return sqlMap?.shapes.extent ? flyTo(next, sqlMap.shapes.extent) : next;
}

/** The state with a row of the result chosen, on the map and in the table; `null` chooses none. */
export function chooseResultRow(state: AppState, row: number | null): AppState {
  if (!state.sqlMap) return state;
  return { ...state, sqlMap: { ...state.sqlMap, chosen: row } };
}
