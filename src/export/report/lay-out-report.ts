import { columnsBlocks } from '../../paper/columns-blocks.ts';
import { type Block, flowBlocks } from '../../paper/flow-blocks.ts';
import { INK, QUIET } from '../../paper/ink.ts';
import type { Page, PagePart, TextMeasure } from '../../paper/page.ts';
import { paperSize } from '../../paper/paper-size.ts';
import { sheetStrings } from '../../paper/strings.ts';
import { tableBlocks } from '../../paper/table-blocks.ts';
import { textBlock } from '../../paper/text-block.ts';
import { printableText, wrapText } from '../../paper/wrap-text.ts';
import type { ExportContent } from '../export-content.ts';
import { exportStrings } from '../strings.ts';
import { reportChart } from './report-chart.ts';
import type { DrawnReportMap, ReportContent } from './report-content.ts';
import { mapBlocks } from './report-map.ts';
import { CANAL, type ReportSetting, reportSetting, TYPE } from './report-setting.ts';
import { frenchDay, reportStrings } from './report-strings.ts';
import { reportTable } from './report-table.ts';

/**
 * The pages of a report, A4: title, figures, map, chart, table, criteria, sources, what must be known. Pure: `measure` gives the widths of
 * texts, `plain` those of the lines of tables, without kerning.
 */
export function layOutReport(
  report: Omit<ReportContent, 'map'>,
  map: DrawnReportMap | null,
  measure: TextMeasure,
  plain: TextMeasure,
): Page[] {
  const { content, orientation, charts, figures } = report;
  const [widthMm, heightMm] = paperSize('A4', orientation);
  const body = {
    x: MARGIN_MM,
    y: MARGIN_MM,
    width: widthMm - 2 * MARGIN_MM,
    height: heightMm - 2 * MARGIN_MM - FOOT_MM,
  };
  const setting = reportSetting(body.width, measure, plain);
  const blocks = [
    ...headBlocks(report, setting),
    ...(figures.length > 0 ? figureRow(figures, setting) : []),
    ...(map ? mapBlocks(map, content.title, orientation, body.height, setting) : []),
    ...charts.flatMap((chart) => reportChart(chart, setting)),
    ...reportTable(content, orientation, setting),
    ...originBlocks(content, setting),
  ];
  const below = { ...body, y: body.y + HEAD_MM, height: body.height - HEAD_MM };
  const flowed = flowBlocks(blocks, [body], [below]);
  return flowed.map((parts, i) => ({
    widthMm,
    heightMm,
    parts: [
      ...(i > 0 ? [runningHead(content, setting)] : []),
      ...parts,
      foot(setting, heightMm, reportStrings.page(i + 1, flowed.length)),
    ],
  }));
}

function headBlocks(
  { content: { title, criteria, sources }, territory, day }: Omit<ReportContent, 'map'>,
  { quiet, width, measure }: ReportSetting,
): Block[] {
  const dates = sources.map(({ date }) => date).sort();
  const head = textBlock(
    title,
    { sizeMm: TYPE.title, weight: 'bold', colour: CANAL, leading: 1.12 },
    { width, measure, role: 'H1', spaceMm: 1.6, staysWithNext: true },
  );
  return [
    quiet(reportStrings.kicker(territory, day)),
    { ...head, place: (x, y) => ({ ...head.place(x, y), bookmark: title }) },
    textBlock(
      criteria,
      { sizeMm: TYPE.subtitle, weight: 'regular', colour: INK },
      { width, measure, spaceMm: 1.4 },
    ),
    ...(dates.length > 0
      ? [quiet(sheetStrings.freshness(dates[0] as string, dates.at(-1) as string))]
      : []),
  ];
}

/** Figures in large type, side by side; each is read with what it counts. */
function figureRow(figures: ReportContent['figures'], { width, measure }: ReportSetting): Block[] {
  const gapMm = 6;
  const columnMm = (width - (figures.length - 1) * gapMm) / figures.length;
  const blocks = figures.map(({ label, value }): Block => {
    const large = { sizeMm: TYPE.figure, weight: 'bold', colour: INK } as const;
    const small = { sizeMm: TYPE.small, weight: 'regular', colour: QUIET } as const;
    const figure = textBlock(value, large, { width: columnMm, measure });
    const words = textBlock(label, small, { width: columnMm, measure });
    return {
      heightMm: figure.heightMm + words.heightMm,
      spaceMm: 0,
      place(x, y) {
        const lines = [figure.place(x, y), words.place(x, y + figure.heightMm)];
        return { role: 'P', lines: lines.flatMap((part) => part.lines ?? []) };
      },
    };
  });
  const rowMm = Math.max(...blocks.map(({ heightMm }) => heightMm));
  const even = blocks.map((block) => ({ ...block, heightMm: rowMm }));
  const options = { columnMm, gapMm, count: figures.length, mostMm: Number.POSITIVE_INFINITY };
  return columnsBlocks(even, options).map((block) => ({ ...block, spaceMm: 3.2 }));
}

/** What was asked, of which data, and what must be known of them. */
function originBlocks(content: ExportContent, setting: ReportSetting): Block[] {
  const { sources, notes, link, conditions = [], metricCrs } = content;
  const { heading, text, width, plain } = setting;
  const rows = sources.map(({ title, producer, date, version, licence }) => [
    title,
    producer,
    frenchDay(date),
    version,
    licence,
  ]);
  const columns = reportStrings.sourceHeadings.map((one) => ({ heading: one, isNumber: false }));
  const known = [
    ...notes,
    reportStrings.measured(exportStrings.crs(metricCrs)),
    reportStrings.binding,
  ];
  const address = setting.quiet(link, { spaceMm: 0.6 });
  return [
    ...(conditions.length > 0 ? [heading(reportStrings.criteria)] : []),
    ...conditions.flatMap((condition) => criterionBlocks(condition, setting)),
    heading(reportStrings.sources),
    ...tableBlocks(columns, rows, { width, sizeMm: TYPE.small, measure: plain }),
    heading(reportStrings.notes),
    ...known.map((one) => itemBlock(text(one, { spaceMm: 0.8 }))),
    heading(reportStrings.link),
    { ...address, place: (x, y) => ({ ...address.place(x, y), link }) },
  ];
}

/** A condition with how it is measured, those of a group standing in. */
function criterionBlocks(
  { level, text, meaning }: NonNullable<ExportContent['conditions']>[number],
  { width, measure }: ReportSetting,
): Block[] {
  const inset = level * LEVEL_MM;
  const at = { width: width - inset, measure };
  const style = { sizeMm: TYPE.text, weight: 'regular', colour: INK } as const;
  const beside = { sizeMm: TYPE.small, weight: 'regular', colour: QUIET } as const;
  const blocks = [
    textBlock(text, style, { ...at, spaceMm: 1.4, staysWithNext: meaning !== null }),
    ...(meaning === null ? [] : [textBlock(meaning, beside, { ...at, spaceMm: 0.2 })]),
  ];
  return blocks.map((block) => ({ ...block, place: (x, y) => block.place(x + inset, y) }));
}

/** A paragraph as an item of a list, behind a point. */
function itemBlock(block: Block): Block {
  return {
    ...block,
    place(x, y) {
      const { lines = [] } = block.place(x + POINT_MM, y);
      const point = lines.slice(0, 1).map((line) => ({ ...line, text: '•', x }));
      return {
        role: 'LI',
        parts: [
          { role: 'Lbl', lines: point },
          { role: 'LBody', lines },
        ],
      };
    },
  };
}

/** The title once more, above the pages that go on: it is not read out again. */
function runningHead({ title }: ExportContent, { width, measure }: ReportSetting): PagePart {
  const style = { sizeMm: TYPE.small, weight: 'regular', colour: QUIET } as const;
  const [first = '', ...more] = wrapText(printableText(title), width - 4, style, measure);
  const text = more.length > 0 ? `${first} …` : first;
  return { role: 'Artifact', lines: [{ ...style, text, x: MARGIN_MM, y: MARGIN_MM + 1 }] };
}

/** What binds at the left, the number of the page at the right; the first is among what must be known too. */
function foot({ width, measure }: ReportSetting, heightMm: number, page: string): PagePart {
  const style = { sizeMm: 2.4, weight: 'regular', colour: QUIET, y: heightMm - MARGIN_MM } as const;
  const right = MARGIN_MM + width - measure(page, style.sizeMm, style.weight);
  const lines = [
    { ...style, text: reportStrings.binding, x: MARGIN_MM },
    { ...style, text: page, x: right },
  ];
  return { role: 'Artifact', lines };
}

const MARGIN_MM = 15;
/** Room below the text for the foot, and above it for the running head. */
const FOOT_MM = 6;
const HEAD_MM = 5;
/** How far the conditions of a group stand in, and a text behind its point. */
const LEVEL_MM = 5;
const POINT_MM = 3.4;
