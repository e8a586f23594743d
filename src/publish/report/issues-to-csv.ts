import { rowsToCsv } from '../../domain/csv-text.ts';
import type { Issue } from '../issue.ts';
import { REPORT_COLUMNS, reportRow } from './report-columns.ts';

/** All issues as CSV that a French spreadsheet opens; values that it would run as formulas are made harmless. */
export function issuesToCsv(issues: readonly Issue[]): string {
  const rows = issues.map((issue) => [
    ...reportRow(issue),
    issue.place?.[0] ?? null,
    issue.place?.[1] ?? null,
  ]);
  return rowsToCsv({ columns: [...REPORT_COLUMNS, 'longitude', 'latitude'], rows });
}
