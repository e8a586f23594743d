import type { Box } from './page.ts';
import { type Orientation, type Paper, paperSize } from './paper-size.ts';

/** Where the parts of a sheet stand, millimetres from its top left corner. */
export interface SheetFrames {
  page: Box;
  /** Title and subtitle. */
  head: Box;
  /** The plan itself. */
  map: Box;
  /** Columns that scale, situation, legend and sources run through, in this order. */
  columns: Box[];
  /** Those of the pages that follow where the legend is longer. */
  nextColumns: Box[];
  foot: Box;
}

/**
 * The frames of a sheet: the plan beside one column in landscape, above three in portrait, on a grid whose module is the gutter. Around the
 * plan is room for the coordinates of its ticks.
 */
export function sheetFrames(paper: Paper, orientation: Orientation): SheetFrames {
  const [width, height] = paperSize(paper, orientation);
  const { margin, gutter, head, foot, tick } = MEASURES[paper];
  const inner = { x: margin, width: width - 2 * margin };
  const top = margin + head + gutter / 2;
  const bottom = height - margin - foot - gutter / 2;
  const body: Box = { ...inner, y: top, height: bottom - top };
  const { map, columns } = (orientation === 'landscape' ? beside : below)(
    body,
    paper,
    gutter,
    tick,
  );
  return {
    page: { x: 0, y: 0, width, height },
    head: { ...inner, y: margin, height: head },
    map,
    columns,
    nextColumns: split(body, orientation === 'landscape' ? 4 : 3, 2 * gutter),
    foot: { ...inner, y: height - margin - foot, height: foot },
  };
}

type Layout = Pick<SheetFrames, 'map' | 'columns'>;

function beside(body: Box, paper: Paper, gutter: number, tick: number): Layout {
  const width = COLUMN_MM[paper];
  const map = framed({ ...body, width: body.width - width - gutter }, tick);
  const x = body.x + body.width - width;
  return { map, columns: [{ x, y: map.y, width, height: map.height }] };
}

function below(body: Box, paper: Paper, gutter: number, tick: number): Layout {
  const height = BAND_MM[paper];
  const map = framed({ ...body, height: body.height - height - gutter }, tick);
  const y = body.y + body.height - height;
  return { map, columns: split({ ...body, y, height }, paper === 'A4' ? 3 : 4, 2 * gutter) };
}

/** A box less the room of the coordinates around it. */
function framed({ x, y, width, height }: Box, tick: number): Box {
  return { x: x + tick, y: y + tick, width: width - 2 * tick, height: height - 2 * tick };
}

function split(box: Box, count: number, gap: number): Box[] {
  const width = (box.width - (count - 1) * gap) / count;
  return Array.from({ length: count }, (_, i) => ({ ...box, x: box.x + i * (width + gap), width }));
}

const MEASURES: Record<
  Paper,
  { margin: number; gutter: number; head: number; foot: number; tick: number }
> = {
  A4: { margin: 9, gutter: 4, head: 13, foot: 4, tick: 3.5 },
  A3: { margin: 12, gutter: 6, head: 17, foot: 5, tick: 4 },
};
/** Width of the column in landscape. */
const COLUMN_MM: Record<Paper, number> = { A4: 60, A3: 84 };
/** Height of the columns in portrait. */
const BAND_MM: Record<Paper, number> = { A4: 72, A3: 98 };
