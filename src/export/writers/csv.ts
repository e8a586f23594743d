import { rowsToCsv } from '../../domain/csv-text.ts';
import type { WriteContent } from '../export-content.ts';

/**
 * CSV as French spreadsheets open it, without geometry; columns are named as the standard spells them. Text that a
 * spreadsheet would run as a formula is made harmless: see `rowsToCsv`.
 */
export const writeCsv: WriteContent = async ({ columns, rows }) => {
  const text = rowsToCsv({ columns: columns.map(({ name }) => name), rows });
  return { blob: new Blob([text], { type: 'text/csv;charset=utf-8' }), remarks: [] };
};
