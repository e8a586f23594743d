import type { GeometryFamily, Layer, LayerSymbol } from '../domain/layer.ts';

/** A line of a legend. */
export interface LegendEntry {
  /** Label of the class, or the layer's title for the symbol that all its features share. */
  label: string;
  symbol: LayerSymbol;
  geometry: GeometryFamily;
}

/** The legend of a layer, in the order of its classes, from the very symbols that the map draws. */
export function legendOf({ style, geometry, title }: Layer): LegendEntry[] {
  const classes = (style.field ? (style.classes ?? []) : []).map(({ label, symbol }) => ({
    label,
    symbol,
    geometry,
  }));
  if (classes.length > 0) return classes;
  return isDrawn(style.symbol) ? [{ label: title, symbol: style.symbol, geometry }] : [];
}

function isDrawn({ fill, line, hatch }: LayerSymbol): boolean {
  return fill !== undefined || line !== undefined || hatch !== undefined;
}
