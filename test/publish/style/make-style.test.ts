import { describe, expect, it } from 'vitest';
import type { Field } from '../../../src/domain/layer.ts';
import { legendOf } from '../../../src/domain/style/legend.ts';
import { symbolFor } from '../../../src/domain/style/symbol-for.ts';
import { choiceOf, MAX_CATEGORIES, makeStyle } from '../../../src/publish/style/make-style.ts';
import { createLayer } from '../../helpers/create-catalogue.ts';

const FIELD: Field = {
  name: 'typezone',
  label: 'Type',
  type: 'text',
  codes: { U: 'zone urbaine' },
};

const categories = (names: (string | null)[], family: 'polygon' | 'line' | 'point') =>
  makeStyle(
    { kind: 'categories', field: 'typezone' },
    { family, field: FIELD, values: names.map((value) => ({ value, count: 2 })) },
  );

describe('makeStyle', () => {
  it('labels categories with the meaning of their code, and gathers what has none', () => {
    const style = categories(['N', 'U', null], 'polygon');
    expect(style.classes?.map(({ label }) => label)).toEqual(['N', 'U – zone urbaine']);
    expect(style.otherLabel).toBe('Autre ou non renseigné');
  });

  it.each(['polygon', 'line', 'point'] as const)(
    'never lets colour alone part two neighbouring categories of a %s layer',
    (family) => {
      const symbols = (categories(['a', 'b', 'c', 'd'], family).classes ?? []).map(
        ({ symbol: { fill: _fill, line: _line, ...rest } }) => JSON.stringify(rest),
      );
      for (const [i, symbol] of symbols.entries()) {
        if (i > 0) expect(symbol).not.toBe(symbols[i - 1]);
      }
    },
  );

  it('gives no two of the categories that it names the same symbol', () => {
    const names = Array.from({ length: MAX_CATEGORIES + 3 }, (_, i) => `z${i}`);
    for (const family of ['polygon', 'line', 'point'] as const) {
      const style = categories(names, family);
      expect(style.classes).toHaveLength(MAX_CATEGORIES);
      expect(new Set(style.classes?.map(({ symbol }) => JSON.stringify(symbol))).size).toBe(
        MAX_CATEGORIES,
      );
      expect(style.otherLabel).toBeDefined();
    }
  });

  it('counts each value as often as it occurs when it makes ranges', () => {
    const style = makeStyle(
      { kind: 'classes', field: 'n', method: 'quantiles', count: 2, ramp: 'blues' },
      {
        family: 'polygon',
        field: { name: 'n', label: 'n', type: 'integer', unit: 'ha' },
        values: [
          { value: 1, count: 6 },
          { value: 2, count: 1 },
          { value: 10, count: 5 },
          { value: null, count: 1 },
        ],
      },
    );
    expect(style.graduated).toBe(true);
    expect(style.classes?.map(({ label }) => label)).toEqual([
      '1 à 2\u202fha',
      '2\u202fha et plus',
    ]);
    expect(style.otherLabel).toBe('Non renseigné');
    expect(symbolFor(style, 1)).toEqual(style.classes?.[0]?.symbol);
    expect(symbolFor(style, null)).toEqual(style.symbol);
  });

  it('makes points whose area is in proportion, and a legend of three of them', () => {
    const style = makeStyle(
      { kind: 'proportional', field: 'pop', colour: '#0072b2', maxRadius: 20 },
      {
        family: 'point',
        field: null,
        values: [
          { value: 27000, count: 1 },
          { value: -4, count: 1 },
        ],
      },
    );
    expect(style.proportional).toEqual({ field: 'pop', maxRadius: 20, maxValue: 27000 });
    const legend = legendOf({ ...createLayer({ id: 'villes' }), geometry: 'point', style });
    expect(legend.map(({ label }) => label.replace(/\s/g, ' '))).toEqual([
      '20 000',
      '5 000',
      '1 000',
    ]);
    expect(legend[0]?.symbol.radius).toBeCloseTo(20 * Math.sqrt(20 / 27), 10);
  });

  it('is told again from the style that it made', () => {
    const size = { kind: 'proportional', field: 'x', colour: '#0072b2', maxRadius: 9 } as const;
    const values = [{ value: 3, count: 1 }];
    expect(choiceOf(makeStyle(size, { family: 'point', field: null, values }))).toEqual(size);
    const one = { kind: 'single', colour: '#009e73' } as const;
    for (const family of ['point', 'line', 'polygon'] as const) {
      expect(choiceOf(makeStyle(one, { family, field: null, values: [] }))).toEqual(one);
    }
    expect(choiceOf(categories(['a'], 'line'))).toEqual({ kind: 'categories', field: 'typezone' });
  });

  it('falls back to one symbol where a field has no number', () => {
    const layer = { family: 'point', field: null, values: [{ value: null, count: 3 }] } as const;
    const size = { kind: 'proportional', field: 'x', colour: '#0072b2', maxRadius: 9 } as const;
    expect(makeStyle(size, layer).proportional).toBeUndefined();
    const ranges = {
      kind: 'classes',
      field: 'x',
      method: 'jenks',
      count: 3,
      ramp: 'blues',
    } as const;
    expect(makeStyle(ranges, layer).classes).toBeUndefined();
  });
});
