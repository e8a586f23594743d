import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces';
import type { ExportCriterion } from '../export-content.ts';
import { exportStrings } from '../strings.ts';
import { printable } from './printable.ts';
import type { ReportContent } from './report-content.ts';
import { PT_OF_MM, reportMap } from './report-map.ts';
import { reportStrings } from './report-strings.ts';
import { reportChart, reportTable } from './report-table.ts';

/** A report as pdfmake lays it out: A4, margins of 15 mm, text as text; `picture` is the address of the map's picture. */
export function reportDefinition(report: ReportContent, picture: string): TDocumentDefinitions {
  const { content, orientation, territory, day, figures, map, legend, charts } = report;
  const words = reportStrings;
  const isoDay = day.replace(/^(\d{4})-(\d\d)-(\d\d).*$/, '$3/$2/$1');
  return {
    info: { title: content.title, subject: content.criteria, creator: 'Arpent', author: territory },
    language: 'fr',
    pageSize: 'A4',
    pageOrientation: orientation,
    pageMargins: [MARGIN, MARGIN, MARGIN, MARGIN + 6],
    defaultStyle: { font: 'Roboto', fontSize: 9, color: '#1c2530' },
    styles: {
      title: { fontSize: 18, bold: true, color: '#144760' },
      heading: { fontSize: 11, bold: true, color: '#144760', margin: [0, 10, 0, 3] },
      quiet: { color: '#55606b', fontSize: 8 },
    },
    footer: (page, pages) =>
      printable({
        columns: [
          { text: words.binding, width: '*' },
          { text: words.page(page, pages), width: 'auto', alignment: 'right' },
        ],
        margin: [MARGIN, 6, MARGIN, 0],
        fontSize: 7,
        color: '#55606b',
      }),
    content: printable<Content[]>([
      { columns: [territory, { text: words.made(isoDay), alignment: 'right' }], style: 'quiet' },
      { text: content.title, style: 'title', margin: [0, 4, 0, 4] },
      { text: content.criteria, fontSize: 11 },
      ...(figures.length > 0 ? [figureRow(figures)] : []),
      ...(map ? reportMap(map, picture, legend, orientation) : []),
      ...charts.flatMap((chart) => reportChart(chart, BAR_PT[orientation])),
      ...reportTable(content, orientation),
      ...origins(report),
    ]),
  };
}

const MARGIN = 15 * PT_OF_MM;
/** Length of the longest bar of a chart. */
const BAR_PT = { portrait: 280, landscape: 500 };
/** How far the conditions of a group stand in. */
const LEVEL_PT = 14;

function figureRow(figures: ReportContent['figures']): Content {
  return {
    margin: [0, 8, 0, 0],
    columns: figures.map(({ label, value }) => ({
      stack: [
        { text: value, fontSize: 15, bold: true },
        { text: label, style: 'quiet' },
      ],
    })),
    columnGap: 10,
  };
}

/** What was asked, of which data, and what must be known of them. */
function origins({ content }: ReportContent): Content[] {
  const words = reportStrings;
  const { sources, notes, link, conditions = [], metricCrs } = content;
  const rows = sources.map(({ title, producer, date, version, licence }) =>
    [title, producer, date.replace(/^(\d{4})-(\d\d)-(\d\d)$/, '$3/$2/$1'), version, licence].map(
      (text) => ({ text }),
    ),
  );
  const headings = words.sourceHeadings.map((text) => ({ text, bold: true }));
  return [
    ...criteriaLines(conditions),
    { text: words.sources, style: 'heading' },
    {
      table: {
        headerRows: 1,
        dontBreakRows: true,
        widths: ['*', '*', 50, 50, '*'],
        body: [headings, ...rows],
      },
      layout: 'rows',
      fontSize: 8,
    },
    { text: words.notes, style: 'heading' },
    { ul: [...notes, words.measured(exportStrings.crs(metricCrs)), words.binding] },
    { text: words.link, style: 'heading' },
    { text: link, link, color: '#1c5d7d', decoration: 'underline', fontSize: 7 },
  ];
}

/** Each condition with how it is measured. */
function criteriaLines(conditions: ExportCriterion[]): Content[] {
  if (conditions.length === 0) return [];
  const [first, ...others] = conditions.map(
    ({ level, text, meaning }): Content => ({
      stack: [{ text }, ...(meaning ? [{ text: meaning, style: 'quiet' }] : [])],
      margin: [level * LEVEL_PT, 0, 0, 4],
      unbreakable: true,
    }),
  );
  const heading = { text: reportStrings.criteria, style: 'heading' };
  return [{ stack: [heading, ...(first ? [first] : [])], unbreakable: true }, ...others];
}
