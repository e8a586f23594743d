/** A box on the screen, in CSS pixels from its upper left corner. */
export interface ScreenBox {
  left: number;
  top: number;
  width: number;
  height: number;
}

/**
 * Where a note of that size stands beside `target` on a screen of that size: on its right, below, on its left, above, else within it, low.
 * It is whole on the screen where that has room for it.
 */
export function placeBeside(
  target: ScreenBox,
  note: { width: number; height: number },
  screen: { width: number; height: number },
): { left: number; top: number } {
  const inside = (at: number, size: number, whole: number) =>
    Math.max(EDGE_PX, Math.min(at, whole - size - EDGE_PX));
  const right = target.left + target.width + GAP_PX;
  const below = target.top + target.height + GAP_PX;
  const before = target.left - GAP_PX - note.width;
  const top = inside(target.top, note.height, screen.height);
  if (right + note.width + EDGE_PX <= screen.width) return { left: right, top };
  const left = inside(target.left, note.width, screen.width);
  if (below + note.height + EDGE_PX <= screen.height) return { left, top: below };
  if (before >= EDGE_PX) return { left: before, top };
  const above = target.top - GAP_PX - note.height;
  if (above >= EDGE_PX) return { left, top: inside(above, note.height, screen.height) };
  return { left, top: inside(below - 2 * GAP_PX - note.height, note.height, screen.height) };
}

const EDGE_PX = 12;
const GAP_PX = 12;
