import type { Block } from '../../paper/flow-blocks.ts';
import { tableBlocks } from '../../paper/table-blocks.ts';
import { hasPictogram } from '../../paper/wrap-text.ts';
import type { ExportColumn, ExportContent } from '../export-content.ts';
import { formatCell, isCut } from './format-cell.ts';
import { REPORT_COLUMNS, REPORT_ROWS, type ReportOrientation } from './report-content.ts';
import type { ReportSetting } from './report-setting.ts';
import { reportStrings } from './report-strings.ts';

/** The rows of a content as a table whose heading comes again on each page; what is left out is said above it. About 0.1 ms a row. */
export function reportTable(
  content: ExportContent,
  orientation: ReportOrientation,
  { heading, quiet, width, plain }: ReportSetting,
): Block[] {
  const { columns, rows } = content;
  const kept = printedColumns(content, REPORT_COLUMNS[orientation]);
  const left = columns.filter((column) => !kept.includes(column)).map(({ label }) => label);
  const places = kept.map((column) => columns.indexOf(column));
  const printed = rows.slice(0, REPORT_ROWS);
  const cells = printed.map((row) =>
    kept.map((column, i) => formatCell(row[places[i] as number] ?? null, column)),
  );
  const cut = printed.reduce(
    (sum, row) => sum + places.filter((place) => isCut(row[place] ?? null)).length,
    0,
  );
  const said =
    rows.length === 0
      ? reportStrings.noRow
      : rows.length > REPORT_ROWS
        ? reportStrings.moreRows(REPORT_ROWS, rows.length)
        : reportStrings.allRows(rows.length);
  const hasPictograms = cells.some((row) => row.some(hasPictogram));
  const isShown = rows.length > 0 && kept.length > 0;
  return [
    heading(reportStrings.table),
    quiet(said, { staysWithNext: isShown }),
    ...(hasPictograms ? [quiet(reportStrings.pictograms)] : []),
    ...(cut > 0 ? [quiet(reportStrings.cutTexts(cut))] : []),
    ...(left.length > 0 ? [quiet(reportStrings.moreColumns(left.join(', ')))] : []),
    ...(isShown
      ? tableBlocks(kept.map(paperColumn), cells, { width, sizeMm: 2.4, measure: plain })
      : []),
  ];
}

function paperColumn({ label, unit, type, codes }: ExportColumn) {
  const isNumber = (type === 'number' || type === 'integer') && !codes;
  return { heading: unit ? `${label} (${unit})` : label, isNumber };
}

/** The columns that are printed: the key, what a reader knows a row by, what was measured, then the others as far as there is room. */
function printedColumns({ columns, key }: ExportContent, most: number): ExportColumn[] {
  const rank = ({ name, isName, isMeasure }: ExportColumn) =>
    name === key ? 0 : isName ? 1 : isMeasure ? 2 : 3;
  return columns.toSorted((a, b) => rank(a) - rank(b)).slice(0, most);
}
