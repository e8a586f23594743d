/** Rows in a small block, and in a large one. */
export const BLOCK_ROWS = 16;
/** See `BLOCK_ROWS`. */
export const LARGE_BLOCK_ROWS = 256;

/**
 * The rows of a column that have geometry, in an order where neighbours in the list are neighbours on the ground, cut
 * into blocks of `BLOCK_ROWS` and of `LARGE_BLOCK_ROWS` consecutive ones, each with the box of its rows.
 */
export interface RowBlocks {
  order: Uint32Array;
  /** Four numbers a block. */
  boxes: Float64Array;
  largeBoxes: Float64Array;
}

/** The blocks of rows in a given order, from the boxes of all rows (four numbers a row). Linear. */
export function createRowBlocks(order: Uint32Array, rowBoxes: Float64Array): RowBlocks {
  return {
    order,
    boxes: uniteBoxes(order, rowBoxes, BLOCK_ROWS),
    largeBoxes: uniteBoxes(order, rowBoxes, LARGE_BLOCK_ROWS),
  };
}

function uniteBoxes(order: Uint32Array, rowBoxes: Float64Array, rows: number): Float64Array {
  const boxes = new Float64Array(4 * Math.ceil(order.length / rows));
  for (let i = 0; i < order.length; i++) {
    const from = 4 * order[i]!;
    const to = 4 * Math.floor(i / rows);
    const isFirst = i % rows === 0;
    boxes[to] = isFirst ? rowBoxes[from]! : Math.min(boxes[to]!, rowBoxes[from]!);
    boxes[to + 1] = isFirst ? rowBoxes[from + 1]! : Math.min(boxes[to + 1]!, rowBoxes[from + 1]!);
    boxes[to + 2] = isFirst ? rowBoxes[from + 2]! : Math.max(boxes[to + 2]!, rowBoxes[from + 2]!);
    boxes[to + 3] = isFirst ? rowBoxes[from + 3]! : Math.max(boxes[to + 3]!, rowBoxes[from + 3]!);
  }
  return boxes;
}
