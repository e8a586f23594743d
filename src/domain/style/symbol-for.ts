import type { LayerStyle, LayerSymbol } from '../layer.ts';

/** Every symbol of a style: the one for all (or for what has no class) first, then those of the classes. */
export function symbolsOf(style: LayerStyle): LayerSymbol[] {
  return [style.symbol, ...(style.classes ?? []).map(({ symbol }) => symbol)];
}

/** The symbol of a feature whose style field has `value`. */
export function symbolFor(style: LayerStyle, value: unknown): LayerSymbol {
  return style.classes?.[classFor(style, value)]?.symbol ?? style.symbol;
}

/** The index of the class that a feature whose style field has `value` is drawn in; -1 for those without any. */
export function classFor(style: LayerStyle, value: unknown): number {
  if (style.graduated) {
    if (typeof value !== 'number') return -1;
    return style.classes?.findLastIndex((entry) => Number(entry.value) <= value) ?? -1;
  }
  return style.classes?.findIndex((entry) => String(entry.value) === String(value)) ?? -1;
}
