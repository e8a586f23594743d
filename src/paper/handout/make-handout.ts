import { flowBlocks } from '../flow-blocks.ts';
import { INK, LINE, QUIET, WARNING } from '../ink.ts';
import type { Box, Page, PagePart, TextMeasure } from '../page.ts';
import type { PrintFiles } from '../read-print-layers.ts';
import { sheetStrings } from '../strings.ts';
import { printableText, setText } from '../wrap-text.ts';
import type { HandoutItem, HandoutRequest } from './handout-request.ts';
import { handoutStrings as words } from './handout-strings.ts';
import { figureBlocks, type HandoutType, textBlocks } from './item-blocks.ts';
import { GUTTER_MM, mapLayout } from './map-layout.ts';
import { drawMaps, legendParts, mapParts } from './map-parts.ts';

/** What making a hand-out needs of where it runs. */
export interface HandoutMeans extends PrintFiles {
  measure: TextMeasure;
}

/**
 * The pages of a hand-out, A4 upright, one an item: its words and figures above, its map as large as what is left below. Text that is too
 * long is set smaller; a legend that is too long even then goes on to a page of its own. `onItem` hears how many are done. Rejects
 * with the reason of `signal` alone.
 */
export async function makeHandout(
  request: HandoutRequest,
  means: HandoutMeans,
  { signal, onItem }: { signal?: AbortSignal; onItem?: (done: number) => void } = {},
): Promise<Page[]> {
  const bodies: PagePart[][] = [];
  for (const [i, one] of request.items.entries()) {
    signal?.throwIfAborted();
    bodies.push(...(await itemPages(one, request, means, signal)));
    onItem?.(i + 1);
  }
  return bodies.map((parts, i) => ({
    widthMm: WIDTH_MM,
    heightMm: HEIGHT_MM,
    parts: [...parts, ...footParts(request, means.measure, [i + 1, bodies.length])],
  }));
}

async function itemPages(
  one: HandoutItem,
  request: HandoutRequest,
  means: HandoutMeans,
  signal: AbortSignal | undefined,
): Promise<PagePart[][]> {
  const { measure } = means;
  const head = headParts(one, request, measure);
  const { parts, bottom } = wordParts(one, head.bottom, measure);
  const area = { ...BODY, y: bottom + 5, height: BODY.y + BODY.height - bottom - 5 };
  const { boxes, columns } = mapLayout(area, one);
  const drawn = await drawMaps(one, boxes, request, means, signal);
  const [legend = [], ...more] = legendParts(drawn, columns, measure);
  const first = [...head.parts, ...parts, ...mapParts(drawn, boxes, one.item.title), ...legend];
  return [first, ...more.map((rest) => [...head.parts, ...rest])];
}

function headParts(
  { item }: HandoutItem,
  { seance }: HandoutRequest,
  measure: TextMeasure,
): { parts: PagePart[]; bottom: number } {
  const { x, width } = BODY;
  const set = (
    text: string,
    y: number,
    sizeMm: number,
    weight: 'bold' | 'regular',
    colour: string,
  ) => setText(text, { x, y, width }, { sizeMm, weight, colour, leading: 1.15 }, measure);
  const session = set(
    `${seance.title} · ${words.session(seance.assembly, seance.date)}`,
    MARGIN_MM,
    2.9,
    'regular',
    QUIET,
  );
  const title = set(
    `${words.point(item.number)}. ${item.title}`,
    session.bottom + 4,
    6.4,
    'bold',
    INK,
  );
  const who = set(
    item.rapporteur ? words.rapporteur(item.rapporteur) : '',
    title.bottom + 1,
    3.2,
    'regular',
    QUIET,
  );
  return {
    parts: [
      { role: 'P', lines: session.lines },
      rule(session.bottom + 1),
      { role: 'H1', lines: title.lines },
      ...(who.lines.length > 0 ? [{ role: 'P' as const, lines: who.lines }] : []),
    ],
    bottom: who.bottom + 2,
  };
}

/** The words and figures in two columns, in the largest type that leaves room for the map. */
function wordParts(
  one: HandoutItem,
  y: number,
  measure: TextMeasure,
): { parts: PagePart[]; bottom: number } {
  const right = { width: FIGURES_MM, x: BODY.x + BODY.width - FIGURES_MM };
  const hasFigures = one.item.figures.length > 0 || one.item.amount !== undefined;
  const left = {
    x: BODY.x,
    width: hasFigures ? BODY.width - FIGURES_MM - 2 * GUTTER_MM : BODY.width,
  };
  const set = (type: HandoutType) => {
    const columns = [
      { box: left, blocks: textBlocks(one, left.width, type, measure) },
      { box: right, blocks: figureBlocks(one, right.width, type, measure) },
    ];
    const heights = columns.map(({ blocks }) =>
      blocks.reduce((sum, { heightMm, spaceMm }, i) => sum + heightMm + (i > 0 ? spaceMm : 0), 0),
    );
    return { columns, bottom: y + Math.max(...heights) };
  };
  const tried = TYPES.map(set);
  const most = BODY.y + BODY.height - LEAST_MAP_MM;
  const { columns, bottom } =
    tried.find((one) => one.bottom <= most) ?? (tried.at(-1) as (typeof tried)[0]);
  const source = setText(
    words.source(one.item.source),
    { x: BODY.x, y: bottom + 2.5, width: BODY.width },
    { sizeMm: 2.3, weight: 'regular', colour: QUIET },
    measure,
  );
  const parts = columns.flatMap(({ box, blocks }) => {
    const whole = { ...box, y, height: Number.POSITIVE_INFINITY };
    return flowBlocks(blocks, [whole], [whole]).flat();
  });
  return {
    parts: [...parts, ...(one.item.source ? [{ role: 'P' as const, lines: source.lines }] : [])],
    bottom: one.item.source ? source.bottom : bottom,
  };
}

function footParts(
  { territory, day, seance }: HandoutRequest,
  measure: TextMeasure,
  [page, pages]: [number, number],
): PagePart[] {
  const y = HEIGHT_MM - MARGIN_MM;
  const text = printableText(
    `${seance.title} · ${words.made(day)} · ${sheetStrings.page(page, pages)}`,
  );
  const width = measure(text, FOOT_SIZE_MM, 'regular');
  const banner = setText(
    territory.banner ?? '',
    { x: MARGIN_MM, y: y - FOOT_SIZE_MM * 1.2, width: BODY.width - width - GUTTER_MM },
    { sizeMm: FOOT_SIZE_MM, weight: 'bold', colour: WARNING },
    measure,
  );
  return [
    rule(y - 4),
    ...(banner.lines.length > 0 ? [{ role: 'P' as const, lines: banner.lines }] : []),
    {
      role: 'P',
      lines: [
        {
          text,
          x: WIDTH_MM - MARGIN_MM - width,
          y: y - FOOT_SIZE_MM * 0.38,
          sizeMm: FOOT_SIZE_MM,
          weight: 'regular',
          colour: QUIET,
        },
      ],
    },
  ];
}

function rule(y: number): PagePart {
  const stroke = { colour: LINE, opacity: 1, widthMm: 0.2 };
  const paths = [Float64Array.of(0, 0, BODY.width, 0)];
  const box = { x: BODY.x, y, width: BODY.width, height: 0 };
  return {
    role: 'Artifact',
    drawings: [{ box, isOpen: true, marks: [{ kind: 'line', paths, stroke }] }],
  };
}

/** A4 upright, ISO 216. */
const [WIDTH_MM, HEIGHT_MM] = [210, 297];
const MARGIN_MM = 13;
const FOOT_SIZE_MM = 2.1;
/** Between the head of the page and its foot. */
const BODY: Box = {
  x: MARGIN_MM,
  y: MARGIN_MM,
  width: WIDTH_MM - 2 * MARGIN_MM,
  height: HEIGHT_MM - 2 * MARGIN_MM - 6,
};
/** Width of the column of figures. */
const FIGURES_MM = 62;
/** Height that the words leave to the maps, where smaller type can. */
const LEAST_MAP_MM = 125;
const TYPES: HandoutType[] = [1, 0.93, 0.86, 0.79].map((factor) => ({
  text: 3.5 * factor,
  figure: 6.2 * factor,
  small: 2.2 * factor,
}));
