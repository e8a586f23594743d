import type { Content, TableCell } from 'pdfmake/interfaces';
import type { ExportColumn, ExportContent } from '../export-content.ts';
import { formatCell } from './format-cell.ts';
import { hasPictogram } from './printable.ts';
import {
  REPORT_COLUMNS,
  REPORT_ROWS,
  type ReportChart,
  type ReportOrientation,
} from './report-content.ts';
import { reportStrings } from './report-strings.ts';

/** The first rows and columns of a content as a table whose heading comes again on each page; what is left out is said. */
export function reportTable(content: ExportContent, orientation: ReportOrientation): Content[] {
  const { columns, rows } = content;
  const kept = printedColumns(content, REPORT_COLUMNS[orientation]);
  const left = columns.filter((column) => !kept.includes(column)).map(({ label }) => label);
  const places = kept.map((column) => columns.indexOf(column));
  const heading = kept.map(
    ({ label, unit }): TableCell => ({ text: unit ? `${label} (${unit})` : label, bold: true }),
  );
  const body = rows.slice(0, REPORT_ROWS).map((row) =>
    kept.map((column, i): TableCell => {
      const value = row[places[i] as number] ?? null;
      return {
        text: breakable(formatCell(value, column)),
        ...(typeof value === 'number' && { alignment: 'right' as const }),
      };
    }),
  );
  const said =
    rows.length === 0
      ? reportStrings.noRow
      : rows.length > REPORT_ROWS
        ? reportStrings.moreRows(REPORT_ROWS, rows.length)
        : reportStrings.allRows(rows.length);
  return [
    { text: reportStrings.table, style: 'heading' },
    { text: said, style: 'quiet' },
    ...(body.flat().some((cell) => hasPictogram(String((cell as { text: string }).text)))
      ? [{ text: reportStrings.pictograms, style: 'quiet' }]
      : []),
    ...(left.length > 0
      ? [{ text: reportStrings.moreColumns(left.join(', ')), style: 'quiet' }]
      : []),
    ...(rows.length > 0 && kept.length > 0
      ? [
          {
            table: {
              headerRows: 1,
              dontBreakRows: true,
              widths: widthsOf(kept.length),
              body: [heading, ...body],
            },
            layout: 'rows',
            fontSize: 7,
            margin: [0, 4, 0, 0] as [number, number, number, number],
          },
        ]
      : []),
  ];
}

/** The columns that are printed: the key, what a reader knows a row by, what was measured, then the others as far as there is room. */
function printedColumns({ columns, key }: ExportContent, most: number): ExportColumn[] {
  const rank = ({ name, isName, isMeasure }: ExportColumn) =>
    name === key ? 0 : isName ? 1 : isMeasure ? 2 : 3;
  return columns.toSorted((a, b) => rank(a) - rank(b)).slice(0, most);
}

/** Bars as vectors, the longest as wide as the column for them. */
export function reportChart({ title, bars }: ReportChart, width: number): Content[] {
  const kept = bars.slice(0, MAX_BARS);
  const most = Math.max(...kept.map(({ value }) => value), 0);
  const body = kept.map(({ label, value, text }): TableCell[] => [
    { text: label },
    { text, alignment: 'right', noWrap: true },
    {
      canvas: [
        {
          type: 'rect',
          x: 0,
          y: 2,
          w: most > 0 ? (value / most) * width : 0,
          h: 7,
          color: '#1c5d7d',
        },
      ],
    },
  ]);
  if (body.length === 0) return [];
  return [
    {
      stack: [
        { text: title, style: 'heading' },
        { table: { widths: [LABEL_PT, 'auto', width], body }, layout: 'noBorders', fontSize: 8 },
        ...(bars.length > kept.length
          ? [{ text: reportStrings.moreBars(kept.length, bars.length), style: 'quiet' }]
          : []),
      ],
      unbreakable: true,
    },
  ];
}

/** Columns share the page evenly, so that none falls off it. */
function widthsOf(count: number): string[] {
  return new Array(count).fill('*');
}

/** Long words, such as numbers of parcels and addresses, may break: a cell is narrow. */
function breakable(text: string): string {
  return text.replace(/\S{18,}/g, (word) => word.replace(/(.{12})/g, '$1\u200b'));
}

const MAX_BARS = 20;
const LABEL_PT = 170;
