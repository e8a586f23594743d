import { gridConvergence } from '../plan/grid-convergence.ts';
import { type Block, flowBlocks } from './flow-blocks.ts';
import { tickMarks } from './grid-ticks.ts';
import { INK, LINE, QUIET, WARNING } from './ink.ts';
import { legendBlocks } from './legend-blocks.ts';
import { noteBlocks } from './note-blocks.ts';
import type { Box, Page, PagePart, TextLine, TextMeasure } from './page.ts';
import type { Paper } from './paper-size.ts';
import { scaleBlock } from './scale-block.ts';
import { scaleError } from './scale-error.ts';
import type { SheetContent } from './sheet-content.ts';
import { type SheetFrames, sheetFrames } from './sheet-frames.ts';
import { situationBlock } from './situation-block.ts';
import { sheetStrings } from './strings.ts';
import { textBlock } from './text-block.ts';
import { printableText, setText, wrapText } from './wrap-text.ts';

/**
 * The pages of the sheet of a plan: the plan, its scale, its legend and its sources, and as many pages after it as a long legend
 * needs. Pure: `measure` gives the widths of texts, so that all writers break lines alike.
 */
export function layOutSheet(content: SheetContent, measure: TextMeasure): Page[] {
  const { paper, orientation } = content;
  const frames = sheetFrames(paper, orientation);
  const type = TYPE[paper];
  const blocks = columnBlocks(content, frames, type, measure);
  const flowed = flowBlocks(blocks, frames.columns, frames.nextColumns);
  return flowed.map((parts, i) => ({
    widthMm: frames.page.width,
    heightMm: frames.page.height,
    parts: [
      ...headParts(content, frames.head, type, measure, i),
      ...(i === 0 ? mapParts(content, frames.map, type) : []),
      ...parts,
      ...footParts(content, frames.foot, type, measure, [i + 1, flowed.length]),
    ],
  }));
}

/** Sizes of type on a paper, in millimetres. */
export interface SheetType {
  title: number;
  subtitle: number;
  heading: number;
  text: number;
  small: number;
}

const TYPE: Record<Paper, SheetType> = {
  A4: { title: 6, subtitle: 3.4, heading: 3, text: 2.45, small: 2.05 },
  A3: { title: 7.6, subtitle: 4.2, heading: 3.6, text: 2.85, small: 2.35 },
};

function headParts(
  { title, subtitle, territory }: SheetContent,
  { x, y, width, height }: Box,
  type: SheetType,
  measure: TextMeasure,
  page: number,
): PagePart[] {
  const name = line(territory, 'regular', type.small, QUIET);
  const nameWidth = Math.min(width * 0.34, measure(name.text, name.sizeMm, name.weight));
  const room = width - nameWidth - 8;
  const shown = page === 0 ? title : sheetStrings.continued(title);
  const sizeMm = fittingSize(shown, type.title, room, measure);
  const heading = setText(
    shown,
    { x, y: y + (type.title - sizeMm) / 2, width: room },
    { sizeMm, weight: 'bold', colour: INK, leading: 1.1 },
    measure,
  );
  const under = { x, y: Math.max(heading.bottom, y + type.title * 1.1) + 0.6, width: room };
  const style = { sizeMm: type.subtitle, weight: 'regular', colour: QUIET } as const;
  const owner = setText(
    territory,
    { x: x + width - nameWidth, y: y + 0.3, width: nameWidth + 0.1 },
    { sizeMm: type.small, weight: 'regular', colour: QUIET },
    measure,
  );
  const parts: PagePart[] = [{ role: 'H1', lines: heading.lines }];
  if (subtitle && page === 0) {
    parts.push({ role: 'P', lines: setText(subtitle, under, style, measure).lines });
  }
  return [...parts, { role: 'P', lines: owner.lines }, rule(x, y + height, width)];
}

/** The size at which a title stands on one line, half of the usual one at least: from there on it has several. */
function fittingSize(text: string, usual: number, width: number, measure: TextMeasure): number {
  const share = width / measure(printableText(text), usual, 'bold');
  return usual * Math.min(1, Math.max(0.5, 0.99 * share));
}

function mapParts(
  { plan, title, legend, hasGrid }: SheetContent,
  box: Box,
  type: SheetType,
): PagePart[] {
  const { width, height } = box;
  const alt = sheetStrings.mapAlt(
    title,
    plan.frame.scale,
    legend?.map((group) => group.title) ?? [],
  );
  const edge = Float64Array.of(0, 0, width, 0, width, height, 0, height, 0, 0);
  return [
    { role: 'Figure', alt, drawings: [{ box, marks: plan.marks }] },
    {
      role: 'Artifact',
      drawings: [
        {
          box,
          isOpen: true,
          marks: [
            { kind: 'line', paths: [edge], stroke: { colour: INK, opacity: 1, widthMm: 0.3 } },
            ...(hasGrid ? tickMarks(plan.frame, type.small * 0.92) : []),
          ],
        },
      ],
    },
  ];
}

function columnBlocks(
  content: SheetContent,
  frames: SheetFrames,
  type: SheetType,
  measure: TextMeasure,
): Block[] {
  const width = frames.columns[0]?.width ?? 0;
  const { plan, paper, situation, dates, absent, sources } = content;
  const { scale, crs } = plan.frame;
  const text = (words: string, sizeMm: number, colour = INK, spaceMm = 0.8) =>
    textBlock(words, { sizeMm, weight: 'regular', colour }, { width, measure, spaceMm });
  const heading = (words: string) =>
    textBlock(
      words,
      { sizeMm: type.heading, weight: 'bold', colour: INK },
      { width, measure, role: 'H2', spaceMm: 3.2, staysWithNext: true },
    );
  const error = scaleError(plan.frame);
  const atMost = Math.max(Math.abs(error.least), Math.abs(error.most)) / 1000;
  return [
    textBlock(
      sheetStrings.scale(scale),
      { sizeMm: type.heading * 1.25, weight: 'bold', colour: INK },
      { width, measure, role: 'H2', staysWithNext: true },
    ),
    text(sheetStrings.onPaper(paper), type.small, QUIET, 0.2),
    scaleBlock(scale, width, type.small),
    text(sheetStrings.ground(scale), type.small, QUIET, 1.4),
    text(sheetStrings.error(crs, error.least, error.most, atMost), type.small, QUIET),
    text(sheetStrings.convergence(gridConvergence(plan.frame)), type.small, QUIET),
    ...(content.hasGrid ? [text(sheetStrings.grid(crs), type.small, QUIET)] : []),
    ...(content.isBinding
      ? [
          textBlock(
            sheetStrings.binding,
            { sizeMm: type.text, weight: 'bold', colour: WARNING },
            { width, measure, spaceMm: 2.4 },
          ),
        ]
      : []),
    ...(situation ? [situationBlock(situation, content.territory, width)] : []),
    ...(content.legend
      ? [heading(sheetStrings.legend), ...legendBlocks(content.legend, width, type, measure)]
      : []),
    ...(content.notes.length > 0
      ? [heading(sheetStrings.notes), ...noteBlocks(content.notes, width, type.text, measure)]
      : []),
    ...(absent.length > 0 ? [heading(sheetStrings.notDrawn)] : []),
    ...absent.map((words) => text(words, type.text, WARNING)),
    heading(sheetStrings.sources),
    ...sources.map((words) => text(words, type.small, QUIET)),
    ...(dates ? [text(sheetStrings.freshness(...dates), type.small, QUIET, 1.4)] : []),
  ];
}

function footParts(
  { banner, day }: SheetContent,
  { x, y, width, height }: Box,
  type: SheetType,
  measure: TextMeasure,
  [page, pages]: [number, number],
): PagePart[] {
  const baseline = y + height;
  const right = line(
    `${sheetStrings.made(day)} · ${sheetStrings.page(page, pages)}`,
    'regular',
    type.small,
    QUIET,
  );
  const rightWidth = measure(right.text, right.sizeMm, right.weight);
  const parts: PagePart[] = [rule(x, y, width)];
  if (banner) {
    const style = { sizeMm: type.small, weight: 'bold', colour: WARNING } as const;
    const room = width - rightWidth - 4;
    const lines = wrapText(printableText(banner), room, style, measure).map((words, i) => ({
      ...line(words, 'bold', type.small, WARNING),
      x,
      y: baseline + i * type.small * 1.2,
    }));
    parts.push({ role: 'P', lines });
  }
  return [...parts, { role: 'P', lines: [{ ...right, x: x + width - rightWidth, y: baseline }] }];
}

function line(text: string, weight: TextLine['weight'], sizeMm: number, colour: string): TextLine {
  return { text: printableText(text), x: 0, y: 0, sizeMm, weight, colour };
}

function rule(x: number, y: number, width: number): PagePart {
  return {
    role: 'Artifact',
    drawings: [
      {
        box: { x, y, width, height: 0 },
        isOpen: true,
        marks: [
          {
            kind: 'line',
            paths: [Float64Array.of(0, 0, width, 0)],
            stroke: { colour: LINE, opacity: 1, widthMm: 0.2 },
          },
        ],
      },
    ],
  };
}
