import type { ExpressionSpecification, FilterSpecification } from 'maplibre-gl';
import type { LayerStyle, LayerSymbol } from '../../domain/layer.ts';

/** A value that is the same for all features, or found for each by its class. */
export type ByClass<T> = T | ExpressionSpecification;

/** Every symbol of a style: the one for all (or for what has no class) first, then those of the classes. */
export function symbolsOf(style: LayerStyle): LayerSymbol[] {
  return [style.symbol, ...(style.classes ?? []).map(({ symbol }) => symbol)];
}

/** The symbol of a feature whose style field has `value`. */
export function symbolFor(style: LayerStyle, value: unknown): LayerSymbol {
  const found = style.classes?.find((entry) => String(entry.value) === String(value));
  return found?.symbol ?? style.symbol;
}

/** What `pick` reads from each symbol, as a constant when all agree, else as a MapLibre expression on the field. */
export function byClass<T extends string | number>(
  style: LayerStyle,
  pick: (symbol: LayerSymbol) => T,
): ByClass<T> {
  const fallback = pick(style.symbol);
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

/**
 * The filter that keeps the features whose symbol meets `test`: `true` when all do, `false` when none does.
 * Values are compared as text, since MapLibre matches neither booleans nor mixed types.
 */
export function classFilter(
  style: LayerStyle,
  test: (symbol: LayerSymbol) => boolean,
): FilterSpecification | boolean {
  const others = test(style.symbol);
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

function fieldText(field: string): ExpressionSpecification {
  return ['to-string', ['get', field]];
}
