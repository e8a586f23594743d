import type { Layer, LayerSymbol } from '../../domain/layer.ts';

/** One line of a legend. */
export interface LegendEntry {
  label: string;
  symbol: LayerSymbol;
}

/** The lines of a layer's legend: one a class, or one for the whole layer under its title. */
export function legendEntries(layer: Layer): LegendEntry[] {
  const { classes, symbol } = layer.style;
  if (!classes || classes.length === 0) return [{ label: layer.title, symbol }];
  return classes.map((styleClass) => ({ label: styleClass.label, symbol: styleClass.symbol }));
}
