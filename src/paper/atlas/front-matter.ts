import type { CommuneSheet } from '../../domain/commune-sheet.ts';
import { communeFrames } from '../commune/commune-frames.ts';
import { communeStrings, day } from '../commune/commune-strings.ts';
import { TYPE } from '../commune/figure-blocks.ts';
import { type Block, flowBlocks } from '../flow-blocks.ts';
import { INK, QUIET, WARNING } from '../ink.ts';
import { legendBlocks } from '../legend-blocks.ts';
import type { Box, Page, PagePart, TextMeasure } from '../page.ts';
import type { Paper } from '../paper-size.ts';
import type { SheetLegendGroup } from '../sheet-content.ts';
import { textBlock } from '../text-block.ts';
import { printableText, setText } from '../wrap-text.ts';
import { atlasStrings } from './atlas-strings.ts';

/** What the first pages of an atlas say. */
export interface AtlasFront {
  territory: CommuneSheet['territory'];
  asOf: string;
  paper: Paper;
  scale: number;
  legend: SheetLegendGroup[];
  /** ISO day that it is made. */
  made: string;
}

/** A line of the index: a commune, its first page, and where it stands. */
export interface IndexLine {
  code: string;
  name: string;
  page: number;
}

/** A page of the index with the places of its lines, for links. */
export interface IndexPage {
  page: Page;
  links: { code: string; box: Box }[];
}

/** The cover: title, territory, date, scale and the legend that all maps share. */
export function layOutCover(
  { territory, asOf, paper, scale, legend, made }: AtlasFront,
  measure: TextMeasure,
): Page {
  const { width: widthMm, height: heightMm } = communeFrames(paper).page;
  const columns = COLUMNS[paper];
  const box = { x: MARGIN, y: 46, width: widthMm - 2 * MARGIN };
  const title = setText(
    atlasStrings.title,
    box,
    { sizeMm: 15, weight: 'bold', colour: INK, leading: 1.1 },
    measure,
  );
  const name = setText(
    territory.name,
    { ...box, y: title.bottom + 3 },
    { sizeMm: 5.6, weight: 'regular', colour: INK, leading: 1.25 },
    measure,
  );
  const about = setText(
    `${atlasStrings.about(territory.communes, scale)} ${communeStrings.asOf(asOf)}, ${atlasStrings.made(day(made))}.`,
    { ...box, y: name.bottom + 4 },
    { sizeMm: 3.4, weight: 'regular', colour: QUIET },
    measure,
  );
  const banner = territory.banner
    ? setText(
        territory.banner,
        { ...box, y: about.bottom + 4 },
        { sizeMm: 3.4, weight: 'bold', colour: WARNING },
        measure,
      )
    : { lines: [], bottom: about.bottom };
  const width = (widthMm - 2 * MARGIN - (columns - 1) * GAP) / columns;
  const heading = textBlock(
    communeStrings.legend,
    { sizeMm: 4.6, weight: 'bold', colour: INK },
    { width, measure, role: 'H2', staysWithNext: true },
  );
  const blocks: Block[] = [
    heading,
    ...legendBlocks(legend, width, LARGE, measure),
    textBlock(
      communeStrings.disclaimer,
      { sizeMm: LARGE.small, weight: 'regular', colour: QUIET },
      { width, measure, spaceMm: 5 },
    ),
  ];
  const top = banner.bottom + 14;
  const column = (i: number): Box => {
    return { x: MARGIN + i * (width + GAP), y: top, width, height: heightMm - MARGIN - top };
  };
  const boxes = Array.from({ length: columns }, (_, i) => column(i));
  const [parts = []] = flowBlocks(blocks, boxes, [column(0)]);
  const told: PagePart[] = [
    { role: 'H1', lines: title.lines },
    { role: 'P', lines: name.lines },
    { role: 'P', lines: about.lines },
    ...(banner.lines.length > 0 ? [{ role: 'P' as const, lines: banner.lines }] : []),
  ];
  return { widthMm, heightMm, parts: [...told, ...parts] };
}

/** How many pages the index of so many communes takes. */
export function indexPageCount(communes: number, paper: Paper): number {
  return Math.ceil(communes / (rowsOn(paper) * COLUMNS[paper]));
}

/** Lines in a column of the index. */
function rowsOn(paper: Paper): number {
  return Math.floor((communeFrames(paper).page.height - TOP - MARGIN) / PITCH);
}

/** The index of the communes, in their order, with page numbers. */
export function layOutIndex(
  lines: readonly IndexLine[],
  paper: Paper,
  measure: TextMeasure,
): IndexPage[] {
  const { width: widthMm, height: heightMm } = communeFrames(paper).page;
  const columns = COLUMNS[paper];
  const rows = rowsOn(paper);
  const width = (widthMm - 2 * MARGIN - (columns - 1) * GAP) / columns;
  return Array.from({ length: indexPageCount(lines.length, paper) }, (_, at) => {
    const own = lines.slice(at * rows * columns, (at + 1) * rows * columns);
    const placed = own.map((line, i) => ({
      ...line,
      box: {
        x: MARGIN + Math.floor(i / rows) * (width + GAP),
        y: TOP + (i % rows) * PITCH,
        width,
        height: PITCH,
      },
    }));
    const heading = setText(
      atlasStrings.index,
      { x: MARGIN, y: MARGIN, width: widthMm - 2 * MARGIN },
      { sizeMm: TYPE.title, weight: 'bold', colour: INK },
      measure,
    );
    const items = placed.map((line) => indexItem(line, measure));
    const page: Page = {
      widthMm,
      heightMm,
      parts: [
        { role: 'H1', lines: heading.lines },
        { role: 'L', parts: items },
      ],
    };
    return { page, links: placed.map(({ code, box }) => ({ code, box })) };
  });
}

function indexItem({ name, page, box }: IndexLine & { box: Box }, measure: TextMeasure): PagePart {
  const number = String(page);
  const style = { y: box.y + 3.4, sizeMm: 3, weight: 'regular' as const };
  const right = box.x + box.width - measure(number, 3, 'regular');
  return {
    role: 'LI',
    parts: [
      {
        role: 'LBody',
        lines: [
          { ...style, text: printableText(name), x: box.x, colour: INK },
          { ...style, text: number, x: right, colour: QUIET },
        ],
      },
    ],
  };
}

const MARGIN = 16;
const GAP = 10;
/** Columns of the legend and of the index. */
const COLUMNS: Record<Paper, number> = { A4: 2, A3: 4 };
const TOP = 34;
const PITCH = 4.7;
const LARGE = { title: 8, subtitle: 4, heading: 4, text: 3.2, small: 2.6 };
