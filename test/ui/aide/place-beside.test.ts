import { expect, it } from 'vitest';
import { placeBeside } from '../../../src/ui/aide/visite/place-beside.ts';

const note = { width: 320, height: 220 };

it('a note stands on the right of what it is about, where there is room', () => {
  const panel = { left: 80, top: 48, width: 360, height: 852 };
  const { left, top } = placeBeside(panel, note, { width: 1440, height: 900 });
  expect(left).toBeGreaterThan(440);
  expect(top).toBe(48);
});

it('a note stands above a sheet that fills the foot of a phone', () => {
  const sheet = { left: 0, top: 440, width: 390, height: 340 };
  const { top } = placeBeside(sheet, note, { width: 390, height: 844 });
  expect(top + note.height).toBeLessThan(440);
});

it('a note is whole on the screen, wherever what it is about is', () => {
  for (const screen of [
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
    { width: 350, height: 400 },
  ]) {
    for (const left of [0, 0.3, 0.9]) {
      for (const top of [0, 0.5, 0.95]) {
        for (const share of [0.1, 0.6, 1]) {
          const box = {
            left: left * screen.width,
            top: top * screen.height,
            width: share * screen.width,
            height: share * screen.height,
          };
          const placed = placeBeside(box, note, screen);
          expect(placed.left).toBeGreaterThanOrEqual(12);
          expect(placed.top).toBeGreaterThanOrEqual(12);
          expect(placed.left + note.width).toBeLessThanOrEqual(screen.width - 12);
          expect(placed.top + note.height).toBeLessThanOrEqual(screen.height - 12);
        }
      }
    }
  }
});
