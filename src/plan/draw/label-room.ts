import type { Extent } from '../../domain/units.ts';

/** The paper that names have not taken yet. */
export interface LabelRoom {
  /** Takes some boxes (millimetres) when all of them are in the frame and free; says whether it did. A name that must stand may cover points. */
  take(boxes: readonly Extent[], mayCover?: boolean): boolean;
  /** Keeps a box free of names, where it is not yet taken. */
  spare(box: Extent): void;
}

/** The free paper of a frame. */
export function createLabelRoom([minX, minY, maxX, maxY]: Extent): LabelRoom {
  const taken = new Map<string, Extent[]>();
  const spared = new Map<string, Extent[]>();
  const cellsOf = ([left, top, right, bottom]: Extent): string[] => {
    const keys: string[] = [];
    for (let x = Math.floor(left / CELL_MM); x <= right / CELL_MM; x++) {
      for (let y = Math.floor(top / CELL_MM); y <= bottom / CELL_MM; y++) keys.push(`${x} ${y}`);
    }
    return keys;
  };
  const isFree = (cells: Map<string, Extent[]>, box: Extent) =>
    cellsOf(box).every((key) => !cells.get(key)?.some((held) => overlaps(held, box)));
  const isWithin = ([left, top, right, bottom]: Extent) =>
    left >= minX && top >= minY && right <= maxX && bottom <= maxY;
  const hold = (cells: Map<string, Extent[]>, box: Extent) => {
    for (const key of cellsOf(box)) {
      const held = cells.get(key);
      if (held) held.push(box);
      else cells.set(key, [box]);
    }
  };
  return {
    take(boxes, mayCover = false) {
      const fits = (box: Extent) =>
        isWithin(box) && isFree(taken, box) && (mayCover || isFree(spared, box));
      if (!boxes.every(fits)) return false;
      for (const box of boxes) hold(taken, box);
      return true;
    },
    spare: (box) => hold(spared, box),
  };
}

function overlaps(a: Extent, b: Extent): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}

const CELL_MM = 8;
