import { expect, it } from 'vitest';
import { nearestStop } from '../../src/ui/frame/use-sheet-drag.ts';

it('a sheet that is let go of stops where it is nearest to', () => {
  expect([60, 96, 200, 230, 480, 490, 720].map((height) => nearestStop(height, 700))).toEqual([
    'peek',
    'peek',
    'peek',
    'half',
    'half',
    'half',
    'full',
  ]);
});
