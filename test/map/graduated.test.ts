import {
  createExpression,
  featureFilter,
  type StylePropertySpecification,
  validateStyleMin,
} from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import type { LayerStyle } from '../../src/domain/layer.ts';
import { legendOf } from '../../src/domain/style/legend.ts';
import { symbolFor } from '../../src/domain/style/symbol-for.ts';
import { layerToSpecifications } from '../../src/map/style/layer-specifications.ts';
import { byClass, classFilter } from '../../src/map/style/symbol-classes.ts';
import { createLayer } from '../helpers/create-catalogue.ts';

const STYLE: LayerStyle = {
  symbol: { fill: '#dddddd' },
  field: 'taux',
  graduated: true,
  classes: [
    { value: -5, label: 'moins de 0', symbol: { fill: '#2166ac' } },
    { value: 0, label: '0 à 9', symbol: { fill: '#fddbc7' } },
    { value: 10, label: '10 et plus', symbol: { fill: '#b2182b', hatch: 'crossed' } },
  ],
};

/** Values at, between and around the limits, and what is no number. */
const VALUES = [-6, -5, -0.001, 0, 9.999, 10, 1e9, null, undefined, '10', Number.NaN];

/** A file of features holds no NaN; MapLibre would warn of one. */
const DRAWN = VALUES.filter((value) => !Number.isNaN(value));

const fillOf = (style: LayerStyle, value: unknown) => symbolFor(style, value).fill;

/** What MapLibre makes of the expression for a feature whose field has `value`. */
function evaluate(style: LayerStyle, value: unknown): unknown {
  const expression = byClass(style, ({ fill = '' }) => fill);
  if (typeof expression === 'string') return expression;
  const parsed = createExpression(expression, { type: 'string' } as StylePropertySpecification);
  if (parsed.result === 'error') throw new Error(parsed.value.map(String).join());
  return parsed.value.evaluate({ zoom: 10 }, { type: 3, properties: { taux: value } });
}

describe('a graduated style', () => {
  it('begins each class at its value, the one for all below the first and for no number', () => {
    expect(VALUES.map((value) => fillOf(STYLE, value))).toEqual([
      '#dddddd',
      '#2166ac',
      '#2166ac',
      '#fddbc7',
      '#fddbc7',
      '#b2182b',
      '#b2182b',
      '#dddddd',
      '#dddddd',
      '#dddddd',
      '#dddddd',
    ]);
  });

  it.each(DRAWN)('is drawn by MapLibre as the legend says, for %s', (value) => {
    expect(evaluate(STYLE, value)).toBe(fillOf(STYLE, value));
  });

  it('hatches the classes that have a hatch and no others', () => {
    const filter = classFilter(STYLE, ({ hatch }) => hatch !== undefined);
    const { filter: keeps } = featureFilter(filter as never);
    const kept = DRAWN.filter((value) =>
      keeps({ zoom: 10 }, { type: 3, properties: { taux: value } }),
    );
    expect(kept).toEqual([10, 1e9]);
    expect(classFilter(STYLE, () => true)).toBe(true);
  });

  it('is one symbol where all classes agree', () => {
    expect(byClass(STYLE, () => 2)).toBe(2);
    expect(byClass({ ...STYLE, classes: [] }, ({ fill = '' }) => fill)).toBe('#dddddd');
  });

  it('is valid for MapLibre, and its legend has a line a range', () => {
    const layer = createLayer({ id: 'essai', style: STYLE });
    const layers = layerToSpecifications(layer, 1);
    const data = { type: 'FeatureCollection', features: [] };
    const sources = { essai: { type: 'geojson', data } };
    expect(validateStyleMin({ version: 8, sources, layers } as never)).toEqual([]);
    expect(legendOf(layer).map(({ label }) => label)).toEqual([
      'moins de 0',
      '0 à 9',
      '10 et plus',
    ]);
  });
});
