import type { Extent } from '../../domain/units.ts';

/** The paper that names have not taken yet. */
export interface LabelRoom {
  /** Takes some boxes (millimetres) when all of them are in the frame and free; says whether it did. */
  take(boxes: readonly Extent[]): boolean;
  /** Takes a box, whatever is there: what names shall not cover. */
  block(box: Extent): void;
}

/** The free paper of a frame. */
export function createLabelRoom([minX, minY, maxX, maxY]: Extent): LabelRoom {
  const cells = new Map<string, Extent[]>();
  const cellsOf = ([left, top, right, bottom]: Extent): string[] => {
    const keys: string[] = [];
    for (let x = Math.floor(left / CELL_MM); x <= right / CELL_MM; x++) {
      for (let y = Math.floor(top / CELL_MM); y <= bottom / CELL_MM; y++) keys.push(`${x} ${y}`);
    }
    return keys;
  };
  const isFree = (box: Extent) =>
    cellsOf(box).every((key) => !cells.get(key)?.some((taken) => overlaps(taken, box)));
  const isWithin = ([left, top, right, bottom]: Extent) =>
    left >= minX && top >= minY && right <= maxX && bottom <= maxY;
  const block = (box: Extent) => {
    for (const key of cellsOf(box)) {
      const taken = cells.get(key);
      if (taken) taken.push(box);
      else cells.set(key, [box]);
    }
  };
  return {
    take(boxes) {
      if (!boxes.every((box) => isWithin(box) && isFree(box))) return false;
      boxes.forEach(block);
      return true;
    },
    block,
  };
}

function overlaps(a: Extent, b: Extent): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}

const CELL_MM = 8;
