import { expect, it } from 'vitest';
import { directionOf } from '../../scripts/pages/direction-of.ts';

it('a place is on the side of the nearest of eight directions', () => {
  const sides = Array.from({ length: 16 }, (_, i) => {
    const angle = (i * Math.PI) / 8 - 0.01;
    return directionOf([Math.sin(angle) * 1000, Math.cos(angle) * 1000], 3000);
  });
  expect(sides.join(' ')).toBe('n n ne ne e e se se s s so so o o no no');
});

it('near the middle it is on no side', () => {
  expect(directionOf([100, -100], 3000)).toBe('centre');
  expect(directionOf([0, 0], 3000)).toBe('centre');
});
