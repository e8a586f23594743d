import type { RowFilter } from '../domain/answer-view.ts';
import type { Value } from '../domain/feature.ts';
import type { Extent } from '../domain/units.ts';
import type { Sort } from '../engine/protocol.ts';
import type { AppState } from './app-state.ts';

/** A filter of the values of one column; a column has one at most, wherever it was set. */
export type ColumnFilter = Exclude<RowFilter, { kind: 'extent' }>;

/** A chart that a reader put up: what of which columns. */
export type ChartChoice =
  | { kind: 'bars' | 'histogram' | 'time'; column: string }
  | { kind: 'scatter'; x: string; y: string };

/** How a reader looks at an answer; another answer is looked at afresh. */
export interface AnswerView {
  /** Id of the answer that it is of. */
  answer: string | null;
  filters: ColumnFilter[];
  /** Whether only what the map has in sight is kept. */
  isInSight: boolean;
  sort: Sort | null;
  /** Column that the table is grouped by. */
  group: string | null;
  /** Values whose group is open in the table. */
  openGroups: Value[];
  hidden: string[];
  /** Names of columns in the order that the reader gave them; those not named come after, in their own order. */
  order: string[];
  /** Widths that the reader gave, in pixels. */
  widths: Record<string, number>;
  /** Columns that are summed in the foot; null: those that the screen proposes. */
  sums: string[] | null;
  charts: ChartChoice[];
  /** Key of the feature that is explained. */
  why: string | null;
}

/** An answer as it first comes. */
export const EMPTY_VIEW: AnswerView = {
  answer: null,
  filters: [],
  isInSight: false,
  sort: null,
  group: null,
  openGroups: [],
  hidden: [],
  order: [],
  widths: {},
  sums: null,
  charts: [],
  why: null,
};

/** How the answer that is there is looked at; the same object as long as nothing changes. */
export function currentView({ answer, answerView }: AppState): AnswerView {
  const isThere = answer.kind === 'ready' && answer.answer.id === answerView.answer;
  return isThere ? answerView : EMPTY_VIEW;
}

/** What is kept of the answer that is there. */
export function rowFilters(state: AppState): RowFilter[] {
  const { filters, isInSight } = currentView(state);
  return filtersOf(filters, isInSight ? state.view?.extent : undefined);
}

/** The filters of columns, then that of what the map has in sight, where there is one. */
export const filtersOf = (filters: ColumnFilter[], extent: Extent | undefined): RowFilter[] =>
  extent ? [...filters, { kind: 'extent', extent }] : filters;

/** The state with the answer that is there looked at otherwise; unchanged without an answer. */
export function changeView(state: AppState, change: Partial<AnswerView>): AppState {
  if (state.answer.kind !== 'ready') return state;
  const answer = state.answer.answer.id;
  return { ...state, answerView: { ...currentView(state), ...change, answer } };
}

/** The state with a column filtered, in the place of the filter that it had. */
export function filterColumn(state: AppState, filter: ColumnFilter): AppState {
  const { filters } = currentView(state);
  const isThere = filters.some(({ column }) => column === filter.column);
  return changeView(state, {
    filters: isThere
      ? filters.map((other) => (other.column === filter.column ? filter : other))
      : [...filters, filter],
  });
}

/** The state with a column no longer filtered. */
export function unfilterColumn(state: AppState, column: string): AppState {
  const { filters } = currentView(state);
  return changeView(state, { filters: filters.filter((filter) => filter.column !== column) });
}

/** The state with every row of the answer kept. */
export const unfilterAll = (state: AppState): AppState =>
  changeView(state, { filters: [], isInSight: false });

/** The state with the table grouped by another column, its groups closed; null: not grouped. */
export const groupBy = (state: AppState, group: string | null): AppState =>
  changeView(state, { group, openGroups: [] });

/** The state with a group of the table opened, or closed. */
export function toggleGroup(state: AppState, value: Value): AppState {
  const { openGroups } = currentView(state);
  return changeView(state, { openGroups: toggled(openGroups, value) });
}

/** The state with a column hidden, or shown again. */
export function toggleColumn(state: AppState, column: string): AppState {
  return changeView(state, { hidden: toggled(currentView(state).hidden, column) });
}

/**
 * The state with a column moved by `step` places among `columns`, the names of all of them as they stand; unchanged at the
 * end.
 */
export function moveColumn(
  state: AppState,
  columns: string[],
  column: string,
  step: -1 | 1,
): AppState {
  const from = columns.indexOf(column);
  const to = from + step;
  if (from < 0 || to < 0 || to >= columns.length) return state;
  const order = columns.filter((name) => name !== column);
  order.splice(to, 0, column);
  return changeView(state, { order });
}

/** The state with one more chart, unless it is there. */
export function addChart(state: AppState, chart: ChartChoice): AppState {
  const { charts } = currentView(state);
  if (charts.some((other) => chartKey(other) === chartKey(chart))) return state;
  return changeView(state, { charts: [...charts, chart] });
}

/** The state with a chart taken off, and what was picked on it given back. */
export function removeChart(state: AppState, chart: ChartChoice): AppState {
  const { charts } = currentView(state);
  const rest = charts.filter((other) => chartKey(other) !== chartKey(chart));
  return unfilterColumn(changeView(state, { charts: rest }), pickedColumn(chart));
}

/** The column that a chart filters by what is picked on it. */
export const pickedColumn = (chart: ChartChoice): string =>
  chart.kind === 'scatter' ? chart.x : chart.column;

/** A name that tells a chart from the others. */
export const chartKey = (chart: ChartChoice): string =>
  chart.kind === 'scatter' ? `scatter ${chart.x} ${chart.y}` : `${chart.kind} ${chart.column}`;

function toggled<T>(list: T[], item: T): T[] {
  return list.includes(item) ? list.filter((other) => other !== item) : [...list, item];
}
