import type { ParseResult, ParseStepResult } from 'papaparse';
import { AppError } from '../../domain/errors.ts';
import { geometriesToRows } from '../../geo/from-geojson.ts';
import { decodeText } from '../../loaders/decode-text.ts';
import { guessEncoding } from '../../loaders/text-encoding.ts';
import type { Finding } from '../issue.ts';
import { isNa, typeTexts } from './columns/type-texts.ts';
import type { SourceTable } from './source.ts';
import { encodingFindings, tableFinding } from './source-findings.ts';
import { baseName, type SourceFormat, type SourceGroup } from './source-format.ts';

type Papa = typeof import('papaparse');

/**
 * Text in columns (.csv, .tsv, .txt): separator told by the content (`;`, `,`, tabulation, `|`), cells in quotes, names in
 * the first line; UTF-8 or Windows-1252. Its geometry is found by `placeTable`. `source-unreadable` reason `csv-empty` for
 * a file without names.
 */
export const CSV: SourceFormat = {
  name: 'CSV',
  extensions: ['csv', 'tsv', 'txt'],
  parts: ['csvt', 'prj'],
  read: async (group) => [readCsv(group, (await import('papaparse')).default)],
};

function readCsv({ main: { path, bytes } }: SourceGroup, papa: Papa): SourceTable {
  const encoding = guessEncoding(bytes);
  const text = decodeText(new TextDecoder(encoding), bytes);
  const { names, columns, rows, findings } = readCells(text, path, papa);
  const naColumns = columns.filter((cells) => cells.some((cell) => isNa(cell.trim()))).length;
  const typed = names.map((name, index) =>
    typeTexts(name, columns[index] ?? [], naColumns >= NA_COLUMNS),
  );
  const empty = geometriesToRows(Array.from({ length: rows }, () => null));
  return {
    name: baseName(path),
    path,
    table: {
      ...empty,
      columns: Object.fromEntries(typed.map(({ field, values }) => [field.name, values])),
    },
    fields: typed.map(({ field }) => field),
    crs: null,
    findings: [...encodingFindings(encoding), ...findings],
  };
}

interface Cells {
  names: string[];
  /** Cells of each column, one a row. */
  columns: string[][];
  rows: number;
  findings: Finding[];
}

function readCells(text: string, source: string, papa: Papa): Cells {
  const cells: Cells = { names: [], columns: [], rows: 0, findings: [] };
  const line = lineCounter(text);
  let start = 0;
  papa.parse<string[]>(text, {
    delimiter: separatorOf(text, papa),
    step: ({ data, meta }: ParseStepResult<string[]>) => {
      const first = start;
      start = meta.cursor;
      if (data.every((cell) => cell.trim() === '')) return;
      if (cells.names.length === 0) nameColumns(data, cells);
      else addRow(data, cells, () => line(first));
    },
  });
  if (cells.names.length > 0) return cells;
  const context = { source, reason: 'csv-empty' };
  throw new AppError('source-unreadable', `${source}: no line with names`, context);
}

function nameColumns(data: readonly string[], cells: Cells): void {
  const last = data.findLastIndex((cell) => cell.trim() !== '');
  const taken = new Set<string>();
  for (const [index, cell] of data.slice(0, last + 1).entries()) {
    const from = cell.trim() || `colonne_${index + 1}`;
    let name = from;
    for (let number = 2; taken.has(name); number++) name = `${from}_${number}`;
    taken.add(name);
    if (name !== from)
      cells.findings.push(tableFinding('source.field-renamed', { from, to: name }));
    cells.names.push(name);
    cells.columns.push([]);
  }
}

function addRow(data: readonly string[], cells: Cells, line: () => number): void {
  const wanted = cells.names.length;
  const hasMore = data.slice(wanted).some((cell) => cell.trim() !== '');
  if (data.length < wanted || hasMore) {
    const facts = { line: line(), cells: data.length, wanted };
    cells.findings.push({ rule: 'source.row-ragged', row: cells.rows, place: null, facts });
  }
  cells.columns.forEach((column, index) => {
    column.push(data[index] ?? '');
  });
  cells.rows++;
}

/** Tells the line, from 1, that a place of the text is in; places must ascend. Lines between are counted once. */
function lineCounter(text: string): (at: number) => number {
  let line = 1;
  let counted = 0;
  return (at) => {
    for (let next = text.indexOf('\n', counted); next >= 0 && next < at; ) {
      line++;
      counted = next + 1;
      next = text.indexOf('\n', counted);
    }
    return line;
  };
}

/** The separator that cuts the first rows in most columns, the same number in each. */
function separatorOf(text: string, papa: Papa): string {
  const sample = text.slice(0, SAMPLE_CHARACTERS);
  const scores = SEPARATORS.map((delimiter) => {
    const { data }: ParseResult<string[]> = papa.parse(sample, { delimiter, preview: 20 });
    const widths = data.filter((row) => row.length > 1 || row[0]?.trim()).map((row) => row.length);
    const alike = widths.filter((width) => width === widths[0]).length;
    return widths.length > 0 ? ((widths[0] as number) - 1) * (alike / widths.length) ** 2 : 0;
  });
  const best = Math.max(...scores);
  return best > 0 ? (SEPARATORS[scores.indexOf(best)] as string) : ';';
}

const SEPARATORS = [';', '\t', '|', ','];
const SAMPLE_CHARACTERS = 200_000;
/** So many columns with `NA` are the work of R; a single one may mean the zone NA of a land use plan. */
const NA_COLUMNS = 3;
