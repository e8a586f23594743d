import { describe, expect, it } from 'vitest';
import {
  CATEGORY_COLOURS,
  MAX_CLASSES,
  RAMPS,
  rampColours,
} from '../../../src/publish/style/palettes.ts';
import { leastDifference } from '../../helpers/colour-vision.ts';

describe('the palettes', () => {
  it('have neighbouring classes that every eye tells apart', () => {
    for (const ramp of RAMPS) {
      for (let count = 2; count <= MAX_CLASSES; count++) {
        const colours = rampColours(ramp, count);
        expect(new Set(colours).size).toBe(count);
        for (let i = 1; i < count; i++) {
          const [a, b] = colours.slice(i - 1, i + 1) as [string, string];
          expect(leastDifference(a, b), `${ramp} ${count}: ${a} ${b}`).toBeGreaterThan(0.03);
        }
      }
    }
  });

  it('have categories that every eye tells apart, each from all others', () => {
    for (const [i, a] of CATEGORY_COLOURS.entries()) {
      for (const b of CATEGORY_COLOURS.slice(i + 1)) {
        expect(leastDifference(a, b), `${a} ${b}`).toBeGreaterThan(0.06);
      }
    }
  });
});
