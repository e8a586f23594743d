import type { Block } from '../../paper/flow-blocks.ts';
import { INK } from '../../paper/ink.ts';
import type { PlacedMarks, TextLine } from '../../paper/page.ts';
import { printableText, wrapText } from '../../paper/wrap-text.ts';
import type { ReportChart } from './report-content.ts';
import { type ReportSetting, TYPE } from './report-setting.ts';
import { reportStrings } from './report-strings.ts';

/** Bars as vectors, the longest as wide as there is room: a figure whose words say every value. */
export function reportChart({ title, bars }: ReportChart, setting: ReportSetting): Block[] {
  if (bars.length === 0) return [];
  const kept = bars.slice(0, MAX_BARS);
  return [
    setting.heading(title),
    barsBlock(title, kept, setting),
    ...(bars.length > kept.length
      ? [setting.quiet(reportStrings.moreBars(kept.length, bars.length))]
      : []),
  ];
}

function barsBlock(
  title: string,
  bars: ReportChart['bars'],
  { width, measure }: ReportSetting,
): Block {
  const style = { sizeMm: TYPE.small, weight: 'regular', colour: INK } as const;
  const measured = (text: string) => measure(text, style.sizeMm, style.weight);
  const labels = bars.map(({ label }) =>
    wrapText(printableText(label), width * LABEL_SHARE, style, measure),
  );
  const texts = bars.map(({ text }) => printableText(text));
  const labelMm = Math.max(...labels.flat().map(measured), 0) + GAP_MM;
  const textMm = Math.max(...texts.map(measured)) + GAP_MM;
  const room = width - labelMm - textMm;
  const most = Math.max(...bars.map(({ value }) => value), 0);
  const heights = labels.map(({ length }) => Math.max(1, length) * LINE * style.sizeMm + 0.9);
  const heightMm = heights.reduce((sum, height) => sum + height, 0);
  return {
    heightMm,
    spaceMm: 1.4,
    place(x, y) {
      const lines: TextLine[] = [];
      const marks: PlacedMarks['marks'] = [];
      let top = 0;
      for (const [i, { value }] of bars.entries()) {
        const baseline = y + top + 0.9 * style.sizeMm;
        const text = texts[i] as string;
        for (const [at, label] of (labels[i] as string[]).entries()) {
          lines.push({ ...style, text: label, x, y: baseline + at * LINE * style.sizeMm });
        }
        const right = x + labelMm + textMm - GAP_MM - measured(text);
        lines.push({ ...style, text, x: right, y: baseline });
        const length = most > 0 ? (Math.max(0, value) / most) * room : 0;
        const left = labelMm + textMm;
        const [from, to] = [top + 0.2, top + 0.2 + style.sizeMm];
        const ring = [left, from, left + length, from, left + length, to, left, to, left, from];
        marks.push({
          kind: 'area',
          rings: [Float64Array.from(ring)],
          fill: { colour: BAR, opacity: 1 },
        });
        top += heights[i] as number;
      }
      const box = { x, y, width, height: heightMm };
      const alt = reportStrings.chartAlt(title, bars);
      return { role: 'Figure', alt, lines, drawings: [{ box, marks, isOpen: true }] };
    },
  };
}

const MAX_BARS = 20;
const BAR = '#1c5d7d';
const GAP_MM = 2.5;
/** From a baseline to the next, in heights of the type. */
const LINE = 1.2;
const LABEL_SHARE = 0.34;
