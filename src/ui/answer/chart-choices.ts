import type { ChartChoice } from '../../state/answer-view-actions.ts';
import type { TableColumn } from '../table/table-columns.ts';

/** The chart that suits a column: a histogram of numbers, time for dates, bars for all else. */
export function chartFor({ name, filter }: TableColumn): ChartChoice {
  const kind = filter === 'range' ? 'histogram' : filter === 'period' ? 'time' : 'bars';
  return { kind, column: name };
}
