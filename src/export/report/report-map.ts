import type { Content } from 'pdfmake/interfaces';
import { scaleBar } from '../../plan/scale-bar.ts';
import type { ReportLegend, ReportMap, ReportOrientation } from './report-content.ts';
import { reportStrings } from './report-strings.ts';

/** Points of a PDF a millimetre. */
export const PT_OF_MM = 72 / 25.4;

/** The map in its exact size, framed, with its scale, its bar, the north and its legend. */
export function reportMap(
  map: ReportMap,
  picture: string,
  legend: ReportLegend[],
  orientation: ReportOrientation,
): Content[] {
  const width = map.widthMm * PT_OF_MM;
  const height = map.heightMm * PT_OF_MM;
  const frame: Content = {
    canvas: [
      {
        type: 'rect',
        x: -LINE_PT,
        y: -LINE_PT,
        w: width + 2 * LINE_PT,
        h: height + 2 * LINE_PT,
        lineWidth: LINE_PT,
        lineColor: '#55606b',
      },
    ],
    relativePosition: { x: 0, y: 0 },
  };
  const bar = scaleBar(map.scale);
  return [
    { stack: [frame, { image: picture, width, height }], margin: [0, 8, 0, 4] },
    {
      columns: [
        {
          width: '*',
          text: [
            { text: reportStrings.scale(map.scale), bold: true },
            { text: ` ${reportStrings.paper}`, color: QUIET },
          ],
        },
        {
          width: bar.millimetres * PT_OF_MM + 50,
          ...drawnBar(bar.metres, bar.millimetres * PT_OF_MM),
        },
        { width: 16, svg: NORTH, alignment: 'right' },
      ],
      columnGap: 10,
    },
    ...drawnLegend(legend, LEGEND_COLUMNS[orientation]),
  ];
}

/** Width of the line around the map, which the picture, drawn after it, must not cover. */
const LINE_PT = 0.5;
/** Columns of the legend. */
const LEGEND_COLUMNS: Record<ReportOrientation, number> = { portrait: 3, landscape: 4 };
/** Lines of a legend that fit on any page: up to there it is not cut. */
const PAGE_LINES = 24;
const QUIET = '#55606b';

function drawnBar(metres: number, width: number) {
  const half = width / 2;
  const label = metres >= 1000 ? `${metres / 1000} km` : `${metres} m`;
  return {
    columns: [
      {
        width,
        canvas: [
          { type: 'rect' as const, x: 0, y: 4, w: half, h: 4, color: '#1c2530' },
          {
            type: 'rect' as const,
            x: half,
            y: 4,
            w: half,
            h: 4,
            lineWidth: 0.5,
            lineColor: '#1c2530',
          },
        ],
      },
      {
        width: 45,
        text: label.replace('.', ','),
        margin: [4, 0, 0, 0] as [number, number, number, number],
      },
    ],
  };
}

const NORTH =
  '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="22" viewBox="0 0 16 22">' +
  '<path d="M8 0L14 14L8 10.5L2 14Z" fill="#1c2530"/>' +
  '<text x="8" y="21.5" font-size="7" text-anchor="middle" fill="#1c2530">N</text></svg>';

function drawnLegend(legend: ReportLegend[], count: number): Content[] {
  const layers = legend.filter(({ entries }) => entries.length > 0);
  if (layers.length === 0) return [];
  const blocks = layers.map(({ title, measure, entries }): Content => {
    const isAlone = entries.length === 1 && entries[0]?.label === title;
    return {
      unbreakable: entries.length < 12,
      margin: [0, 0, 0, 5],
      stack: [
        ...(isAlone ? [] : [{ text: measure ? `${title} (${measure})` : title, bold: true }]),
        ...entries.map(({ label, svg }) => ({
          columns: [
            { width: 24, svg, fit: [20, 14] as [number, number] },
            { width: '*', text: label },
          ],
          columnGap: 2,
          margin: [0, 1, 0, 0] as [number, number, number, number],
        })),
      ],
    };
  });
  const columns = Array.from({ length: count }, () => ({ stack: [] as Content[], lines: 0 }));
  for (const [i, block] of blocks.entries()) {
    const lowest = columns.reduce((a, b) => (b.lines < a.lines ? b : a));
    lowest.stack.push(block);
    lowest.lines += (layers[i]?.entries.length ?? 0) + 1.5;
  }
  return [
    {
      stack: [
        { text: reportStrings.legend, style: 'heading' },
        { columns: columns.map(({ stack }) => ({ stack })), columnGap: 14, fontSize: 8 },
      ],
      unbreakable: Math.max(...columns.map(({ lines }) => lines)) < PAGE_LINES,
    },
  ];
}
