import type { Value } from './feature.ts';

/**
 * A table as CSV that French spreadsheets open: UTF-8 with a byte order mark, `;` between cells, decimal commas, CRLF; the
 * names of its columns, then one line a row. Text that a spreadsheet would run as a formula is made harmless by an
 * apostrophe.
 */
export function rowsToCsv({ columns, rows }: { columns: string[]; rows: Value[][] }): string {
  const lines = [columns, ...rows].map((cells) => cells.map(toCell).join(';'));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

function toCell(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value).replace('.', ',');
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
