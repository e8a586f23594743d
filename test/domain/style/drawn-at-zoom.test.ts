import { expect, it } from 'vitest';
import { isDrawnAt } from '../../../src/domain/style/drawn-at-zoom.ts';
import { createLayer } from '../../helpers/create-catalogue.ts';

const outline = { line: '#5b5148', lineWidth: 0.8 };

it('a class is left out below the zoom of its layer', () => {
  const layer = createLayer({ minZoom: 11 });
  expect(isDrawnAt(layer, { fill: '#ffffff' }, 10.9)).toBe(false);
  expect(isDrawnAt(layer, { fill: '#ffffff' }, 11)).toBe(true);
});

it('an outline alone is left out where the scale makes it thinner than a hairline, a fill never', () => {
  const layer = createLayer();
  expect(isDrawnAt(layer, outline, 8)).toBe(false);
  expect(isDrawnAt(layer, outline, 14)).toBe(true);
  expect(isDrawnAt(layer, { ...outline, fill: '#ffffff' }, 8)).toBe(true);
  expect(isDrawnAt(layer, { ...outline, hatch: 'diagonal' }, 8)).toBe(true);
});

it('a line of a theme and a point are always drawn', () => {
  expect(isDrawnAt(createLayer({ geometry: 'line' }), outline, 8)).toBe(true);
  expect(isDrawnAt(createLayer({ geometry: 'point' }), outline, 8)).toBe(true);
});
