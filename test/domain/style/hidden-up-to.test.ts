import { expect, it } from 'vitest';
import {
  BASE_LINE_SCALE,
  firmnessAt,
  hiddenUpTo,
  ROAD_SCALE,
  scaleAt,
} from '../../../src/domain/style/size-scale.ts';

it.each([
  { of: 'roads', scale: ROAD_SCALE },
  { of: 'rivers', scale: BASE_LINE_SCALE },
])(
  'lines of $of are left out of the tiles where they would have no opacity, and of no other',
  ({ scale }) => {
    for (let size = 0.4; size < 5; size += 0.2) {
      const hidden = hiddenUpTo(size, scale);
      for (let tile = 7; tile < 19; tile += 1) {
        const seen = [0, 0.5, 1].some((part) => firmnessAt(size * scaleAt(scale, tile + part)) > 0);
        if (seen) expect(tile + 1, `size ${size}, tile ${tile}`).toBeGreaterThan(hidden);
      }
      if (hidden > 0) expect(firmnessAt(size * scaleAt(scale, hidden))).toBe(0);
    }
  },
);
