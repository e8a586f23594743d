import writeExcelFile, { type Cell, type Row } from 'write-excel-file/universal';
import { AppError } from '../../domain/errors.ts';
import type { Value } from '../../domain/feature.ts';
import { withoutControls } from '../../domain/xml-text.ts';
import { describeContent } from '../describe-content.ts';
import type { ExportColumn, ExportContent, WriteContent } from '../export-content.ts';
import { plainColumns } from '../plain-columns.ts';
import { exportStrings } from '../strings.ts';

/**
 * XLSX (ECMA-376): a sheet of the rows with a frozen heading, numbers as numbers, days as dates, codes as text, and a sheet
 * that says where they come from. A cell of text is typed as text, which no spreadsheet runs as a formula whatever it begins
 * with; the values stay as they are. Numbers of more than 15 digits and days before 1900, which spreadsheets cannot hold,
 * are text. About 1 s and 1 kB of memory a cell for 100 000 cells.
 * @throws {AppError} `too-large` beyond 1 048 575 rows or 16 384 columns.
 */
export const writeXlsx: WriteContent = async (content, _crs, { signal }) => {
  const { columns, rows, remarks } = plainColumns(content, []);
  checkSize(content);
  const made = { longIntegers: 0, oldDates: 0, longCells: 0, controls: 0 };
  const heading: Row = columns.map(({ label, unit }) => ({
    value: unit ? `${label} (${unit})` : label,
    fontWeight: 'bold',
    wrap: true,
  }));
  const data: Row[] = [heading];
  for (const row of rows) data.push(row.map((value, i) => toCell(value, columns[i]!, made)));
  signal?.throwIfAborted();
  const blob = await writeExcelFile([
    {
      data,
      sheet: exportStrings.sheets.rows,
      columns: columns.map((column, i) => ({ width: widthOf(column, rows, i) })),
      stickyRowsCount: 1,
    },
    {
      data: sourceRows(content),
      sheet: exportStrings.sheets.sources,
      columns: [{ width: 24 }, { width: 110 }],
    },
  ]).toBlob();
  signal?.throwIfAborted();
  const told = (Object.keys(made) as (keyof typeof made)[])
    .filter((kind) => made[kind] > 0)
    .map((kind) => exportStrings.remarks[kind](made[kind]));
  return { blob, remarks: [...remarks, ...told] };
};

function toCell(
  value: Value,
  { type }: ExportColumn,
  made: { longIntegers: number; oldDates: number; longCells: number; controls: number },
): Cell {
  if (value === null || value === '') return null;
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') {
    if (!Number.isInteger(value) || Math.abs(value) < MAX_EXACT) return value;
    made.longIntegers++;
    return { value: BigInt(value).toString(), type: String };
  }
  if (type === 'date' && value >= FIRST_DAY) {
    return { value: new Date(`${value}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy' };
  }
  if (type === 'date') made.oldDates++;
  let text = withoutControls(value);
  if (text !== value) made.controls++;
  if (text.length > MAX_CELL) {
    text = text.slice(0, MAX_CELL);
    made.longCells++;
  }
  return { value: text, type: String };
}

function sourceRows(content: ExportContent): Row[] {
  const lines = describeContent(content, null).map(([label, text]) => [label, text]);
  const columns = content.columns.map(({ name, label, unit }) => [
    exportStrings.columns,
    `${label}${unit ? ` (${unit})` : ''} : ${name}`,
  ]);
  return [...lines, ...columns].map(([label, text]) => [
    { value: label as string, type: String, fontWeight: 'bold', alignVertical: 'top' },
    { value: withoutControls(text as string).slice(0, MAX_CELL), type: String, wrap: true },
  ]);
}

/** Width in characters: that of the heading's longest word and of the first rows, within bounds. */
function widthOf({ label, type }: ExportColumn, rows: Value[][], column: number): number {
  const word = Math.max(...label.split(' ').map(({ length }) => length));
  const cells = rows.slice(0, SEEN_ROWS).map((row) => String(row[column] ?? '').length);
  return Math.min(60, Math.max(8, type === 'date' ? 11 : word, ...cells) + 2);
}

function checkSize({ rows, columns }: ExportContent): void {
  if (rows.length <= MAX_ROWS && columns.length <= MAX_COLUMNS) return;
  throw new AppError('too-large', `${rows.length} rows × ${columns.length} columns in XLSX`, {
    what: 'xlsx',
    seen: rows.length,
    most: MAX_ROWS,
  });
}

/** Excel keeps 15 digits of a number. */
const MAX_EXACT = 1e15;
/** Day 61 of the calendar of Excel: before it, that has a 29 February 1900. */
const FIRST_DAY = '1900-03-01';
/** Microsoft, "Excel specifications and limits". */
const MAX_CELL = 32_767;
const MAX_ROWS = 1_048_575;
const MAX_COLUMNS = 16_384;
const SEEN_ROWS = 200;
