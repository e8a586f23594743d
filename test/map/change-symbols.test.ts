import { describe, expect, it } from 'vitest';
import type { GeometryFamily } from '../../src/domain/layer.ts';
import { contrast, PAPER } from '../../src/domain/style/colour.ts';
import { CHANGE_COLOURS, CHANGE_SYMBOLS } from '../../src/map/style/change-symbols.ts';
import { comparisonLayer } from '../../src/map/style/comparison-layer.ts';
import { layerToSpecifications } from '../../src/map/style/layer-specifications.ts';
import { createLayer } from '../helpers/create-catalogue.ts';

describe('the signs of a comparison', () => {
  it('stand out from paper', () => {
    for (const colour of Object.values(CHANGE_COLOURS)) {
      expect(contrast(colour, PAPER)).toBeGreaterThan(3);
    }
  });

  it.each(['polygon', 'line', 'point'] as const)(
    'of a %s are told apart without colour',
    (family) => {
      const signs = Object.values(CHANGE_SYMBOLS[family]).map((symbol) => signOf(family, symbol));
      expect(new Set(signs).size).toBe(signs.length);
    },
  );

  it('are drawn for every kind, at every zoom', () => {
    const layer = createLayer({ minZoom: 14, base: true });
    const specifications = layerToSpecifications(comparisonLayer(layer), 1);
    expect(specifications.map(({ id }) => id)).toEqual([
      'comparison/fill',
      'comparison/hatch',
      'comparison/line',
      'comparison/line-1',
      'comparison/line-2',
    ]);
    expect(specifications.every(({ minzoom }) => minzoom === undefined)).toBe(true);
  });
});

/** What is left of a symbol in the eyes of somebody who sees no colour: hatch, dash, filled or hollow, size. */
function signOf(
  family: GeometryFamily,
  { hatch, dash, fill, lineWidth, radius }: (typeof CHANGE_SYMBOLS)['point']['added'],
): string {
  const isHollow = fill === undefined || fill === PAPER;
  return JSON.stringify([hatch, dash, isHollow, family === 'point' ? [radius, lineWidth] : null]);
}
