import type { ErrorData } from '../domain/errors.ts';
import type { Layer } from '../domain/layer.ts';
import type { Progress } from '../domain/progress.ts';
import type { AppState } from './app-state.ts';

/** A figure of the communes: INSEE code → value, null for a commune that has none. */
export type CommuneValues = Record<string, number | null>;

/** The figures of the communes of one theme, or what stands in their way. */
export type CommuneFiguresStatus =
  | { kind: 'reading'; progress: Progress | null }
  | {
      kind: 'ready';
      /** By the column of the figure. */
      values: Record<string, CommuneValues>;
      /** Layer id → version of the file that was read. */
      versions: Record<string, string>;
    }
  | { kind: 'failed'; error: ErrorData };

/** A figure of the communes on the map. */
export interface Choropleth {
  /** Column of the figure. */
  column: string;
  /** The layer of communes under an id of its own, with the style of the figure, which is of `CHOROPLETH_FIELD`. */
  layer: Layer;
  values: CommuneValues;
}

/** The field that the style of a choropleth is of. */
export const CHOROPLETH_FIELD = 'valeur';

/** The communes that are compared: two, either of which may still be to be chosen. */
export type CommunePair = [first: string | null, second: string | null];

/** The state with the figures of a theme in another condition. */
export function setCommuneFigures(
  state: AppState,
  theme: string,
  status: CommuneFiguresStatus | null,
): AppState {
  const { [theme]: _before, ...others } = state.communeFigures;
  return { ...state, communeFigures: status ? { ...others, [theme]: status } : others };
}

/** The state with the figure of the communes that is looked at on the page of a theme, or none. */
export const openFigure = (state: AppState, figure: string | null): AppState => ({
  ...state,
  figure,
});

/** The state with a figure of the communes on the map, or none. */
export const setChoropleth = (state: AppState, choropleth: Choropleth | null): AppState => ({
  ...state,
  choropleth,
});

/** The state with two communes side by side, or none. */
export const compareCommunes = (state: AppState, pair: CommunePair | null): AppState => ({
  ...state,
  pair,
});
