import { rowsToCsv } from '../domain/csv-text.ts';
import type { AnswerWriter } from './answer-file.ts';

/** CSV as French spreadsheets open it: see `rowsToCsv`. Columns are named as the standard spells them. */
export const csvWriter: AnswerWriter = {
  extension: 'csv',
  mediaType: 'text/csv;charset=utf-8',
  write: rowsToCsv,
};
