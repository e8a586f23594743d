import type { GeometryFamily, Layer, LayerSymbol } from '../domain/layer.ts';

/** A line of a legend. */
export interface LegendEntry {
  /** Label of the class, or the layer's title for the symbol that all its features share. */
  label: string;
  symbol: LayerSymbol;
  geometry: GeometryFamily;
}

/** The legend of a layer, in the order of its classes, what has no class last, from the very symbols that the map draws. */
export function legendOf({ style, geometry, title }: Layer): LegendEntry[] {
  const classes = (style.field ? (style.classes ?? []) : []).map(({ label, symbol }) => ({
    label,
    symbol,
    geometry,
  }));
  if (classes.length > 0) {
    const { otherLabel, symbol } = style;
    return otherLabel ? [...classes, { label: otherLabel, symbol, geometry }] : classes;
  }
  return isDrawn(style.symbol) ? [{ label: title, symbol: style.symbol, geometry }] : [];
}

/** What the ranges of a graduated layer measure: the label of its field. */
export function measureOf({ style, fields }: Layer): string | null {
  if (!style.graduated) return null;
  return fields.find(({ name }) => name === style.field)?.label ?? null;
}

function isDrawn({ fill, line, hatch }: LayerSymbol): boolean {
  return fill !== undefined || line !== undefined || hatch !== undefined;
}
