import type { Indicator } from '../../domain/library.ts';
import { scopeText } from './source-text.ts';

/** The columns that published figures may be sorted by. */
export type FigureColumn = 'label' | 'value' | 'year' | 'scope' | 'source';

/** An order of published figures. */
export interface FigureSort {
  column: FigureColumn;
  isDescending: boolean;
}

/** Published figures in that order, as the documents give them where it is null; those without a value come last. */
export function sortFigures(indicators: Indicator[], sort: FigureSort | null): Indicator[] {
  if (!sort) return indicators;
  const sign = sort.isDescending ? -1 : 1;
  return indicators.toSorted((a, b) => {
    const [left, right] = [sortValue(a, sort.column), sortValue(b, sort.column)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    if (typeof left === 'number' && typeof right === 'number') return sign * (left - right);
    return sign * String(left).localeCompare(String(right), 'fr', { numeric: true });
  });
}

/** Ascending, then descending, then the order of the documents again. */
export function nextSort(sort: FigureSort | null, column: FigureColumn): FigureSort | null {
  if (sort?.column !== column) return { column, isDescending: false };
  return sort.isDescending ? null : { column, isDescending: true };
}

function sortValue(indicator: Indicator, column: FigureColumn): string | number | null {
  return column === 'scope' ? scopeText(indicator.scope) : indicator[column];
}
