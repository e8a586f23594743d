import { simplifyPath } from './simplify-path.ts';
import { thinPath } from './thin-path.ts';

/**
 * A path (flat `x, y`, millimetres of paper) without the vertices that no print shows: its course stays within `UNSEEN_MM` of the
 * original's, half a pixel at 300 dpi, so that a street is drawn the same with a third of the vertices at 1:100 000. Its ends stay.
 */
export function onPaper(path: Float64Array): Float64Array {
  return simplifyPath(thinPath(path, NEAR_MM), UNSEEN_MM - NEAR_MM);
}

/** How far a line on paper may be from the ground's: a metre in 25 000. */
export const UNSEEN_MM = 0.04;

/** Vertices that are dropped at once, which makes the others quicker to judge. */
const NEAR_MM = 0.01;
