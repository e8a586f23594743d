import type { CommuneSheet, SheetSource } from '../../domain/commune-sheet.ts';
import type { PlanDrawing } from '../../plan/plan.ts';
import { type Block, flowBlocks } from '../flow-blocks.ts';
import { INK, LINE, QUIET, WARNING } from '../ink.ts';
import { legendBlocks } from '../legend-blocks.ts';
import type { Page, PagePart, TextLine, TextMeasure } from '../page.ts';
import type { Paper } from '../paper-size.ts';
import { scaleBlock } from '../scale-block.ts';
import type { SheetLegendGroup } from '../sheet-content.ts';
import { textBlock } from '../text-block.ts';
import { printableText, setText } from '../wrap-text.ts';
import { type CommuneFrames, communeFrames, MARGIN_MM as MARGIN } from './commune-frames.ts';
import { communeStrings } from './commune-strings.ts';
import { quiet, sectionBlocks, TYPE } from './figure-blocks.ts';

/** What the document of a commune shows besides its figures. */
export interface CommuneDocument {
  paper: Paper;
  /** Denominator of the map. */
  scale: number;
  /** Null where it is not drawn: the page keeps its place. */
  plan: PlanDrawing | null;
  legend: SheetLegendGroup[];
  /** Whether lists are told, each row a line. */
  hasLists: boolean;
  /** Number of the first page, and of how many pages; absent: the document is of this commune alone. */
  numbering?: { first: number; pages: number };
}

/**
 * The pages of a commune: name, map with scale and legend, and its figures in columns. Pure; how many pages there are does not depend on
 * what the plan shows.
 */
export function layOutCommune(
  sheet: CommuneSheet,
  document: CommuneDocument,
  measure: TextMeasure,
): Page[] {
  const { legend, scale, hasLists, numbering, paper } = document;
  const frames = communeFrames(paper);
  const { page: size, columnMm: width } = frames;
  const text = (words: string) => quiet(words, width, measure);
  const blocks: Block[] = [
    textBlock(
      communeStrings.scale(scale),
      { sizeMm: TYPE.section, weight: 'bold', colour: INK },
      { width, measure, role: 'H2', staysWithNext: true },
    ),
    scaleBlock(scale, width, TYPE.small),
    ...legendBlocks(legend, width, TYPE, measure),
    ...sheet.sections.flatMap((section) => sectionBlocks(section, width, measure, hasLists)),
    textBlock(
      communeStrings.sources,
      { sizeMm: TYPE.section, weight: 'bold', colour: INK },
      { width, measure, role: 'H2', spaceMm: 3.6, staysWithNext: true },
    ),
    ...versionsOf(sheet).map(text),
    text(communeStrings.disclaimer),
  ];
  const flowed = flowBlocks(blocks, frames.columns, frames.nextColumns);
  return flowed.map((parts, i) => ({
    widthMm: size.width,
    heightMm: size.height,
    parts: [
      ...headParts(sheet, size, measure, i),
      ...(i === 0 ? mapParts(sheet, document, frames) : []),
      ...parts,
      ...footParts(sheet, size, measure, {
        page: (numbering?.first ?? 1) + i,
        pages: numbering?.pages ?? flowed.length,
      }),
    ],
  }));
}

/** Every layer and document that the sheet cites, each once. */
function versionsOf({ sections }: CommuneSheet): string[] {
  const sources = sections.flatMap(({ figures, lists }) =>
    [...figures, ...lists].flatMap((part) => part.sources),
  );
  const words = (source: SheetSource) =>
    source.kind === 'layer' ? communeStrings.version(source) : communeStrings.source(source);
  return [...new Set(sources.map(words))].sort((a, b) => a.localeCompare(b, 'fr'));
}

function headParts(
  { name, code, territory, asOf }: CommuneSheet,
  size: CommuneFrames['page'],
  measure: TextMeasure,
  page: number,
): PagePart[] {
  const place = { x: MARGIN, y: MARGIN - 2, width: size.width - 2 * MARGIN };
  const under = `${communeStrings.kicker(code, territory.name)} · ${communeStrings.asOf(asOf)}`;
  const style = { weight: 'regular', colour: QUIET } as const;
  if (page > 0) {
    const words = `${name} · ${under}`;
    return [
      {
        role: 'Artifact',
        lines: setText(words, place, { ...style, sizeMm: TYPE.small }, measure).lines,
      },
      rule(MARGIN + 1.5, size),
    ];
  }
  const title = setText(
    name,
    place,
    { sizeMm: TYPE.title, weight: 'bold', colour: INK, leading: 1.05 },
    measure,
  );
  const sub = { ...place, y: MARGIN - 2 + TYPE.title * 1.15 };
  return [
    { role: 'H1', lines: title.lines },
    {
      role: 'P',
      lines: setText(under, sub, { ...style, sizeMm: TYPE.small * 1.15 }, measure).lines,
    },
  ];
}

function mapParts(
  { name }: CommuneSheet,
  { plan, scale }: CommuneDocument,
  { map: box }: CommuneFrames,
): PagePart[] {
  const { width, height } = box;
  const edge = Float64Array.of(0, 0, width, 0, width, height, 0, height, 0, 0);
  return [
    {
      role: 'Figure',
      alt: plan ? communeStrings.map(name, scale) : communeStrings.noMap,
      drawings: [{ box, marks: plan?.marks ?? [] }],
    },
    {
      role: 'Artifact',
      drawings: [
        {
          box,
          isOpen: true,
          marks: [
            { kind: 'line', paths: [edge], stroke: { colour: INK, opacity: 1, widthMm: 0.3 } },
          ],
        },
      ],
    },
  ];
}

/** The banner of a territory that is made up, and the number of the page: read out once, by the document's own numbers. */
function footParts(
  { territory }: CommuneSheet,
  size: CommuneFrames['page'],
  measure: TextMeasure,
  { page, pages }: { page: number; pages: number },
): PagePart[] {
  const y = size.height - MARGIN + 4;
  const line = (text: string, colour: string): TextLine => {
    return {
      text: printableText(text),
      x: MARGIN,
      y,
      sizeMm: TYPE.small,
      weight: 'regular',
      colour,
    };
  };
  const number = line(communeStrings.page(page, pages), QUIET);
  const width = measure(number.text, number.sizeMm, number.weight);
  const lines = [{ ...number, x: size.width - MARGIN - width }];
  if (territory.banner) lines.unshift(line(territory.banner, WARNING));
  return [rule(size.height - MARGIN + 1, size), { role: 'Artifact', lines }];
}

function rule(y: number, size: CommuneFrames['page']): PagePart {
  const width = size.width - 2 * MARGIN;
  const stroke = { colour: LINE, opacity: 1, widthMm: 0.2 };
  const marks = [{ kind: 'line' as const, paths: [Float64Array.of(0, 0, width, 0)], stroke }];
  return {
    role: 'Artifact',
    drawings: [{ box: { x: MARGIN, y, width, height: 0 }, isOpen: true, marks }],
  };
}
