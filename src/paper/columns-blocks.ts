import { type Block, flowBlocks } from './flow-blocks.ts';
import type { Box } from './page.ts';

/** How blocks are set in columns side by side. */
export interface ColumnsOptions {
  /** Width of one column: the blocks are made for it. */
  columnMm: number;
  gapMm: number;
  count: number;
  /** Height that any page has room for. */
  mostMm: number;
}

/** Blocks in columns of about the same height, as one block; as several where that would be higher than a page. */
export function columnsBlocks(blocks: readonly Block[], options: ColumnsOptions): Block[] {
  if (blocks.length === 0) return [];
  const heightMm = balancedHeight(blocks, options);
  const middle = blocks.findIndex((block, i) => i + 1 >= blocks.length / 2 && !block.staysWithNext);
  if (heightMm > options.mostMm && middle >= 0 && middle + 1 < blocks.length) {
    return [blocks.slice(0, middle + 1), blocks.slice(middle + 1)].flatMap((half) =>
      columnsBlocks(half, options),
    );
  }
  return [
    {
      heightMm,
      spaceMm: 1,
      place(x, y) {
        const columns = columnsAt(x, y, heightMm, options);
        return { role: 'Div', parts: flowBlocks(blocks, columns, columns).flat() };
      },
    },
  ];
}

/** The least height, to the millimetre, at which the columns hold all. */
function balancedHeight(blocks: readonly Block[], options: ColumnsOptions): number {
  const whole = blocks.reduce((sum, { heightMm, spaceMm }) => sum + heightMm + spaceMm, 0);
  let height = Math.ceil(Math.max(whole / options.count, ...blocks.map((one) => one.heightMm)));
  const pages = () => {
    const columns = columnsAt(0, 0, height, options);
    return flowBlocks(blocks, columns, columns).length;
  };
  while (height < whole && pages() > 1) height += 1;
  return height;
}

function columnsAt(x: number, y: number, height: number, options: ColumnsOptions): Box[] {
  const { columnMm: width, gapMm, count } = options;
  return Array.from({ length: count }, (_, i) => ({
    x: x + i * (width + gapMm),
    y,
    width,
    height,
  }));
}
