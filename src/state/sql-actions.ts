import type { Extent } from '../domain/units.ts';
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

/** The state with a row of the result chosen, and the map where it is. */
export function flyToResultRow(state: AppState, row: number): AppState {
  const chosen = chooseResultRow(state, row);
  const extent = state.sqlMap && extentOfRow(state.sqlMap.shapes, row);
  return extent ? flyTo(chosen, extent) : chosen;
}

function extentOfRow({ geometry }: SqlMap['shapes'], row: number): Extent | null {
  const { partOffsets, ringOffsets, vertexOffsets, xy } = geometry;
  const first = vertexOffsets[ringOffsets[partOffsets[row] ?? 0] ?? 0] ?? 0;
  const end = vertexOffsets[ringOffsets[partOffsets[row + 1] ?? 0] ?? 0] ?? 0;
  if (end <= first) return null;
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let vertex = first; vertex < end; vertex++) {
    const [lng = 0, lat = 0] = [xy[2 * vertex], xy[2 * vertex + 1]];
    box[0] = Math.min(box[0], lng);
    box[1] = Math.min(box[1], lat);
    box[2] = Math.max(box[2], lng);
    box[3] = Math.max(box[3], lat);
  }
  return box;
}
