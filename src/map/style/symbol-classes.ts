import type { ExpressionSpecification, FilterSpecification } from 'maplibre-gl';
import type { LayerStyle, LayerSymbol } from '../../domain/layer.ts';

/** A value that is the same for all features, or found for each by its class. */
export type ByClass<T> = T | ExpressionSpecification;

/** What `pick` reads from each symbol, as a constant when all agree, else as a MapLibre expression on the field. */
export function byClass<T extends string | number>(
  style: LayerStyle,
  pick: (symbol: LayerSymbol) => T,
): ByClass<T> {
  const fallback = pick(style.symbol);
  if (style.graduated) return byRange(style, pick);
  const cases = new Map<string, T>();
  for (const { value, symbol } of style.classes ?? []) {
    const key = String(value);
    if (!cases.has(key) && pick(symbol) !== fallback) cases.set(key, pick(symbol));
  }
  if (!style.field || cases.size === 0) return fallback;
  const pairs = [...cases].flat();
  return [
    'match',
    fieldText(style.field),
    ...pairs,
    fallback,
  ] as unknown as ExpressionSpecification;
}

/** A step for each class; what is below the first, or no number, is as `style.symbol`. */
function byRange<T extends string | number>(
  style: LayerStyle,
  pick: (symbol: LayerSymbol) => T,
): ByClass<T> {
  const fallback = pick(style.symbol);
  const steps = (style.classes ?? []).flatMap(({ value, symbol }) => [value, pick(symbol)]);
  if (!style.field || steps.every((entry, i) => i % 2 === 0 || entry === fallback)) return fallback;
  const step = ['step', ['get', style.field], fallback, ...steps];
  return ['case', isNumber(style.field), step, fallback] as unknown as ExpressionSpecification;
}

/**
 * The filter that keeps the features whose symbol meets `test`: `true` when all do, `false` when none does.
 * Values are compared as text, since MapLibre matches neither booleans nor mixed types.
 */
export function classFilter(
  style: LayerStyle,
  test: (symbol: LayerSymbol) => boolean,
): FilterSpecification | boolean {
  const others = test(style.symbol);
  if (style.graduated) return rangeFilter(style, test);
  const exceptions = (style.classes ?? [])
    .filter(({ symbol }) => test(symbol) !== others)
    .map(({ value }) => String(value));
  if (!style.field || exceptions.length === 0) return others;
  const among: ExpressionSpecification = [
    'in',
    fieldText(style.field),
    ['literal', [...new Set(exceptions)]],
  ];
  return others ? ['!', among] : among;
}

function rangeFilter(
  style: LayerStyle,
  test: (symbol: LayerSymbol) => boolean,
): FilterSpecification | boolean {
  const others = test(style.symbol);
  const steps = (style.classes ?? []).flatMap(({ value, symbol }) => [value, test(symbol)]);
  if (!style.field || steps.every((entry, i) => i % 2 === 0 || entry === others)) return others;
  const step = ['step', ['get', style.field], others, ...steps];
  return ['case', isNumber(style.field), step, others] as unknown as ExpressionSpecification;
}

function isNumber(field: string): ExpressionSpecification {
  return ['==', ['typeof', ['get', field]], 'number'];
}

function fieldText(field: string): ExpressionSpecification {
  return ['to-string', ['get', field]];
}
