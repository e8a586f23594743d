import type { SheetFigure, SheetList, SheetSection } from '../../domain/commune-sheet.ts';
import type { Block } from '../flow-blocks.ts';
import { INK, QUIET, WARNING } from '../ink.ts';
import type { TextLine, TextMeasure } from '../page.ts';
import { textBlock } from '../text-block.ts';
import { printableText, setText } from '../wrap-text.ts';
import { cellText, communeStrings, quantity } from './commune-strings.ts';

/** A section as blocks of a column: its figures with value, place, median and source, then its lists where they are wanted. */
export function sectionBlocks(
  section: SheetSection,
  width: number,
  measure: TextMeasure,
  hasLists: boolean,
): Block[] {
  const { figures, lists } = section;
  const told = hasLists ? lists : [];
  const blocks = [
    ...figures.flatMap((figure) => figureBlocks(figure, width, measure)),
    ...told.flatMap((list) => listBlocks(list, width, measure)),
  ];
  if (blocks.length === 0) return [];
  const title = textBlock(
    section.title,
    { sizeMm: TYPE.section, weight: 'bold', colour: INK, leading: 1.15 },
    { width, measure, role: 'H2', spaceMm: 3.6, staysWithNext: true },
  );
  return [title, ...blocks];
}

function figureBlocks(figure: SheetFigure, width: number, measure: TextMeasure): Block[] {
  const { value, median, unit, rank, outOf, sources, doubt } = figure;
  const place =
    rank === null || median === null
      ? ''
      : `${communeStrings.place(rank, outOf)}, ${communeStrings.median(quantity(median, value, unit))} · `;
  const told = `${place}${sources.map(communeStrings.source).join(' ; ')}`;
  const at = (x: number, y: number) => figureLines(figure, told, { x, y, width }, measure);
  const block: Block = {
    heightMm: at(0, 0).bottom,
    spaceMm: 1,
    staysWithNext: doubt !== undefined,
    place: (x, y) => ({ role: 'LI', parts: [{ role: 'LBody', lines: at(x, y).lines }] }),
  };
  return doubt === undefined ? [block] : [block, doubtBlock(doubt, width, measure)];
}

/** The label on the left and the value on the right of the first line; rank, median and sources below. */
function figureLines(
  { label, value, median, unit }: SheetFigure,
  told: string,
  { x, y, width }: { x: number; y: number; width: number },
  measure: TextMeasure,
): { lines: TextLine[]; bottom: number } {
  const text = printableText(quantity(value, median, unit));
  const valueWidth = measure(text, TYPE.text, 'bold');
  const head = setText(
    label,
    { x, y, width: Math.max(width - valueWidth - 2, width / 3) },
    { sizeMm: TYPE.text, weight: 'regular', colour: INK, leading: 1.16 },
    measure,
  );
  const below = setText(
    told,
    { x, y: head.bottom + 0.1, width },
    { sizeMm: TYPE.small, weight: 'regular', colour: QUIET, leading: 1.15 },
    measure,
  );
  const first = head.lines[0] as TextLine;
  const figure: TextLine = { ...first, text, weight: 'bold', x: x + width - valueWidth };
  return { lines: [...head.lines, figure, ...below.lines], bottom: below.bottom };
}

function listBlocks(list: SheetList, width: number, measure: TextMeasure): Block[] {
  const { title, columns, rows, empty, doubt } = list;
  const head = textBlock(
    title,
    { sizeMm: TYPE.text, weight: 'bold', colour: INK, leading: 1.16 },
    { width, measure, spaceMm: 2, staysWithNext: true },
  );
  if (rows.length === 0) return [head, quiet(empty, width, measure)];
  const items = rows.map((cells) => {
    const texts = columns.map((column, i) => cellText(cells[i] ?? null, column)).filter(Boolean);
    return textBlock(
      texts.join(' · '),
      { sizeMm: TYPE.small * 1.06, weight: 'regular', colour: INK, leading: 1.18 },
      { width, measure, role: 'P', spaceMm: 0.8 },
    );
  });
  return [head, ...(doubt === undefined ? [] : [doubtBlock(doubt, width, measure)]), ...items];
}

function doubtBlock(doubt: string, width: number, measure: TextMeasure): Block {
  return textBlock(
    `${communeStrings.toCheck}${doubt}`,
    { sizeMm: TYPE.small, weight: 'regular', colour: WARNING, leading: 1.18 },
    { width, measure, spaceMm: 0.4 },
  );
}

/** A sentence in small type. */
export function quiet(text: string, width: number, measure: TextMeasure): Block {
  const style = { sizeMm: TYPE.small, weight: 'regular', colour: QUIET, leading: 1.18 } as const;
  return textBlock(text, style, { width, measure, spaceMm: 0.6 });
}

/** Sizes of type, millimetres. */
export const TYPE = {
  title: 8,
  section: 3.5,
  heading: 3,
  text: 2.6,
  small: 1.95,
  subtitle: 3,
} as const;
