import { expect, test } from 'vitest';
import { createAppStore } from '../../src/state/store.ts';
import { mapPadding } from '../../src/ui/map/map-padding.ts';

const closed = createAppStore().getState();
const open = createAppStore({ card: { kind: 'loading' } }).getState();
const wide = { width: 1000, height: 800 };

test('flights keep clear of the open card', () => {
  expect(mapPadding(open, wide, false).right).toBeGreaterThan(420);
  expect(mapPadding(closed, wide, false).right).toBeLessThan(100);
});

test('on a narrow window what is covered is below', () => {
  const phone = { width: 390, height: 700 };
  expect(mapPadding(open, phone, true).bottom).toBe(420);
  expect(mapPadding(closed, phone, true).bottom).toBeLessThan(420);
});

test('some of the map is left to fly to, however small it is', () => {
  for (const isNarrow of [true, false]) {
    for (const size of [wide, { width: 320, height: 120 }, { width: 460, height: 300 }]) {
      const { top, right, bottom, left } = mapPadding(open, size, isNarrow);
      expect(left + right).toBeLessThan(size.width);
      expect(top + bottom).toBeLessThan(size.height);
    }
  }
});
