import type { Xy } from '../../src/domain/units.ts';
import type { Direction } from '../../src/ui/strings/commune-pages.ts';

/**
 * On which side of a middle something lies: `offset` is from the middle, easting and northing; nearer to it than a seventh of `size`
 * (both metres), it is on no side.
 */
export function directionOf([east, north]: Xy, size: number): Direction {
  if (Math.hypot(east, north) < size * MIDDLE) return 'centre';
  const eighths = Math.round((Math.atan2(east, north) / Math.PI) * 4);
  return COMPASS[(eighths + 8) % 8] as Direction;
}

const COMPASS: Direction[] = ['n', 'ne', 'e', 'se', 's', 'so', 'o', 'no'];
const MIDDLE = 1 / 7;
