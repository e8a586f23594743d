import type { Value } from '../../domain/feature.ts';
import type { ExportColumn } from '../export-content.ts';
import { exportStrings } from '../strings.ts';
import { frenchDay } from './report-strings.ts';

/** A value as a printed table shows it: the unit stands in the heading; numbers have at most 2 decimals, shares none of theirs lost above 0.01. */
export function formatCell(value: Value, { type, unit, codes, isMeasure }: ExportColumn): string {
  if (value === null) return '';
  const meaning = codes?.[String(value)];
  if (meaning !== undefined) return `${meaning} (${value})`;
  if (typeof value === 'boolean') return value ? exportStrings.yes : exportStrings.no;
  if (typeof value === 'number')
    return NUMBER[isMeasure ? 'measured' : unit ? 'measure' : 'plain'].format(value);
  if (type === 'date') return frenchDay(value);
  return isCut(value) ? `${value.slice(0, LONGEST - 1)}…` : value;
}

/** Whether a value is a text that a cell does not show whole: it might not end on its page. */
export function isCut(value: Value): boolean {
  return typeof value === 'string' && value.length > LONGEST;
}

/** A year or a code has no groups of digits; a measure does. What was measured is set one under the other. */
const NUMBER = {
  measured: new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
  measure: new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 2 }),
  plain: new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 4, useGrouping: false }),
};

const LONGEST = 600;
