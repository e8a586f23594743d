import type { Block } from './flow-blocks.ts';
import { INK, LINE } from './ink.ts';
import type { PagePart, PlacedMarks, TextLine, TextMeasure } from './page.ts';
import { printableText, wrapText } from './wrap-text.ts';

/** A column of a table on paper. */
export interface PaperColumn {
  heading: string;
  /** Numbers stand one under the other, at the right. */
  isNumber: boolean;
}

/** How a table is set. */
export interface TableOptions {
  width: number;
  sizeMm: number;
  /** That of `plainMeasure`: the lines of a table are plain. */
  measure: TextMeasure;
}

/**
 * A table as blocks of a column, a row each, below a heading that comes again on further pages. Columns are as wide as what they hold as
 * far as there is room, and wrapped from there on; nothing is left out. About 0.1 ms a row.
 */
export function tableBlocks(
  columns: readonly PaperColumn[],
  rows: readonly (readonly string[])[],
  options: TableOptions,
): Block[] {
  if (columns.length === 0) return [];
  const headings = columns.map(({ heading }) => printableText(heading));
  const texts = rows.map((row) => row.map(printableText));
  const widths = columnWidths(columns, headings, texts, options);
  const row = (cells: readonly string[], isHeading: boolean) =>
    rowBlock(cells, columns, widths, options, isHeading);
  const heading = row(headings, true);
  const again: Block = {
    ...heading,
    place: (x, y) => ({ role: 'Artifact', ...flattened(heading.place(x, y)) }),
  };
  return [heading, ...texts.map((cells) => ({ ...row(cells, false), again }))];
}

/** Lines and drawings of a part and all its parts, drawings first. */
function flattened({
  lines = [],
  drawings = [],
  parts = [],
}: PagePart): Required<Pick<PagePart, 'lines' | 'drawings'>> {
  const inner = parts.map(flattened);
  return {
    drawings: [...drawings, ...inner.flatMap((part) => part.drawings)],
    lines: [...lines, ...inner.flatMap((part) => part.lines)],
  };
}

function rowBlock(
  cells: readonly string[],
  columns: readonly PaperColumn[],
  widths: readonly number[],
  { sizeMm, measure }: TableOptions,
  isHeading: boolean,
): Block {
  const weight = isHeading ? 'bold' : 'regular';
  const style = { sizeMm, weight, colour: INK } as const;
  const set = cells.map((text, i) => {
    const room = (widths[i] as number) - 2 * PAD_MM;
    const isOneLine = !text.includes('\n') && measure(text, sizeMm, weight) <= room;
    if (text === '' || isOneLine) return text === '' ? [] : [text];
    return wrapText(text, room, style, measure);
  });
  const most = Math.max(1, ...set.map(({ length }) => length));
  const heightMm = most * sizeMm * LEADING + 2 * PAD_MM;
  const role = isHeading ? 'TH' : 'TD';
  const width = widths.reduce((sum, own) => sum + own, 0);
  return {
    heightMm,
    spaceMm: isHeading ? 1.4 : 0,
    staysWithNext: isHeading,
    place(x, y) {
      let left = x;
      const parts = set.map((texts, i): PagePart => {
        const own = widths[i] as number;
        const from = left;
        left += own;
        const lines = texts.map((text, at): TextLine => {
          const inset = columns[i]?.isNumber
            ? own - PAD_MM - measure(text, sizeMm, weight)
            : PAD_MM;
          const baseline = y + PAD_MM + sizeMm * (ASCENT + at * LEADING);
          return { ...style, text, x: from + inset, y: baseline, isPlain: true };
        });
        return { role, lines };
      });
      const box = { x, y, width, height: heightMm };
      return {
        role: 'TR',
        parts: [{ role: 'Artifact', drawings: [ground(box, isHeading)] }, ...parts],
      };
    },
  };
}

/** The tint of a heading, and the rule below a row. */
function ground(box: PlacedMarks['box'], isHeading: boolean): PlacedMarks {
  const { width: w, height: h } = box;
  const stroke = { colour: LINE, opacity: 1, widthMm: 0.14 };
  const rings = [Float64Array.of(0, 0, w, 0, w, h, 0, h, 0, 0)];
  return {
    box,
    isOpen: true,
    marks: [
      ...(isHeading
        ? [{ kind: 'area' as const, rings, fill: { colour: HEADING, opacity: 1 } }]
        : []),
      { kind: 'line', paths: [Float64Array.of(0, h, w, h)], stroke },
    ],
  };
}

/**
 * Each column as wide as its longest text where all have room; else as its longest word, or number, and what is left is shared by what
 * they would take more.
 */
function columnWidths(
  columns: readonly PaperColumn[],
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  { width, sizeMm, measure }: TableOptions,
): number[] {
  const needs = columns.map(({ isNumber }, i) => {
    const heading = headings[i] as string;
    let whole = measure(heading, sizeMm, 'bold');
    let least = longestWord(heading, (word) => measure(word, sizeMm, 'bold'));
    for (const row of rows) {
      const text = row[i] as string;
      const own = measure(text, sizeMm, 'regular');
      whole = Math.max(whole, own);
      if (own <= least) continue;
      const word = isNumber ? own : longestWord(text, (one) => measure(one, sizeMm, 'regular'));
      least = Math.max(least, word);
    }
    return { whole: whole + 2 * PAD_MM, least: Math.min(least, width * MOST_WORD) + 2 * PAD_MM };
  });
  const sum = (pick: (need: (typeof needs)[number]) => number) =>
    needs.reduce((total, need) => total + pick(need), 0);
  const whole = sum((need) => need.whole);
  if (whole <= width) {
    const spare = Math.min((width - whole) / columns.length, SPARE_MM);
    return needs.map((need) => need.whole + spare);
  }
  const least = sum((need) => need.least);
  if (least >= width) return needs.map((need) => (need.least / least) * width);
  const share = (width - least) / (whole - least);
  return needs.map((need) => need.least + share * (need.whole - need.least));
}

function longestWord(text: string, measure: (word: string) => number): number {
  let most = 0;
  for (const word of text.split(/[ \n]/)) if (word) most = Math.max(most, measure(word));
  return most;
}

const HEADING = '#e9f0f3';
/** Beside, above and below a text in its cell. */
const PAD_MM = 1;
/** From the top of a line to its baseline, and from a baseline to the next, in heights of the type. */
const ASCENT = 0.86;
const LEADING = 1.2;
/** Share of the table that the longest word of a column may claim; it is cut beyond. */
const MOST_WORD = 0.3;
/** Most that a column which has all its room takes of what is left over. */
const SPARE_MM = 12;
