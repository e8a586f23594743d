import type { Box, PagePart } from './page.ts';

/** Something that stands in a column and is not cut. */
export interface Block {
  heightMm: number;
  /** Room above it, but at the top of a column. */
  spaceMm: number;
  /** A heading does not end a column. */
  staysWithNext?: boolean;
  /** What stands above it once more where it begins a further column: the heading of its table. */
  again?: Block;
  /** The parts of it, its top left corner at a place of the page. */
  place(x: number, y: number): PagePart;
}

/**
 * Puts blocks one under the other in columns, in their order; what does not fit goes to further pages, whose columns are `next`. Nothing is
 * left out: a block higher than a whole column stands in one of its own. The parts of each page, the first page first.
 */
export function flowBlocks(blocks: readonly Block[], first: Box[], next: Box[]): PagePart[][] {
  const pages: PagePart[][] = [[]];
  let columns = first;
  let column = 0;
  let y = first[0]?.y ?? 0;
  let isTop = true;
  const advance = () => {
    column += 1;
    if (column === columns.length) {
      pages.push([]);
      columns = next;
      column = 0;
    }
    y = columns[column]?.y ?? 0;
    isTop = true;
  };
  for (const [i, block] of blocks.entries()) {
    const box = () => columns[column] as Box;
    const needed = heightWithNext(blocks, i);
    const bottom = (space: number) => y + space + needed;
    const isOver = !isTop && bottom(block.spaceMm) > box().y + box().height + ROUNDING_MM;
    if (isOver) advance();
    const again = isOver ? block.again : undefined;
    if (again) {
      pages.at(-1)?.push(again.place(box().x, y));
      y += again.heightMm;
    }
    const top = isTop ? y : y + block.spaceMm;
    const part = block.place(box().x, top);
    pages.at(-1)?.push(again ? { ...part, isContinued: true } : part);
    y = top + block.heightMm;
    isTop = false;
  }
  return pages.map(gathered);
}

/** The height of a block, and of what it stays with. */
function heightWithNext(blocks: readonly Block[], i: number): number {
  const block = blocks[i] as Block;
  const after = blocks[i + 1];
  if (!block.staysWithNext || !after) return block.heightMm;
  return block.heightMm + after.spaceMm + heightWithNext(blocks, i + 1);
}

/** Items that follow one another are one list, and rows one table. */
function gathered(parts: PagePart[]): PagePart[] {
  const out: PagePart[] = [];
  for (const part of parts) {
    const last = out.at(-1);
    const whole = part.role === 'LI' ? 'L' : part.role === 'TR' ? 'Table' : null;
    if (whole === null) out.push(part);
    else if (last?.role === whole) last.parts?.push(part);
    else {
      const { isContinued = false, ...own } = part;
      out.push({ role: whole, parts: [own], ...(isContinued && { isContinued }) });
    }
  }
  return out;
}

const ROUNDING_MM = 1e-6;
