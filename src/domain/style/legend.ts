import type { GeometryFamily, Layer, LayerSymbol, ProportionalSize } from '../layer.ts';

/** A line of a legend. */
export interface LegendEntry {
  /** Label of the class, or the layer's title for the symbol that all its features share. */
  label: string;
  symbol: LayerSymbol;
  geometry: GeometryFamily;
  /** Height of the picture that shows the symbol in its true size, in pixels; absent: that of all pictures. */
  height?: number;
  /** What a proportional point of that size stands for. */
  value?: number;
}

/**
 * The legend of a layer, in the order of its classes, what has no class last, from the very symbols that the map draws.
 * Proportional points are shown in their size for three round numbers, the largest first.
 */
export function legendOf({ style, geometry, title, fields }: Layer): LegendEntry[] {
  if (style.proportional) {
    const unit = fields.find(({ name }) => name === style.proportional?.field)?.unit;
    return proportionalEntries(style.symbol, style.proportional, unit);
  }
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

/** What the ranges or sizes of a layer measure: the label of its field. */
export function measureOf({ style, fields }: Layer): string | null {
  const measured = style.proportional?.field ?? (style.graduated ? style.field : undefined);
  return fields.find(({ name }) => name === measured)?.label ?? null;
}

function proportionalEntries(
  symbol: LayerSymbol,
  { maxRadius, maxValue }: ProportionalSize,
  unit: string | undefined,
): LegendEntry[] {
  const values = new Set(SHOWN_SHARES.map((share) => roundDown(share * maxValue)));
  return [...values].map((value) => {
    const radius = maxRadius * Math.sqrt(value / maxValue);
    return {
      label: new Intl.NumberFormat('fr-FR').format(value) + (unit ? `\u202f${unit}` : ''),
      symbol: { ...symbol, radius },
      geometry: 'point',
      value,
      height: Math.ceil(2 * radius) + EDGE_PX,
    };
  });
}

/** Shares of the largest value whose points the legend shows. */
const SHOWN_SHARES = [1, 0.3, 0.05];

/** Room for the edge of a point, in pixels. */
const EDGE_PX = 4;

/** The largest of 1, 2 and 5 times a power of ten that is not above `value`. */
function roundDown(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const factor = [5, 2, 1].find((candidate) => candidate * power <= value) ?? 1;
  return Number((factor * power).toPrecision(1));
}

function isDrawn({ fill, line, hatch }: LayerSymbol): boolean {
  return fill !== undefined || line !== undefined || hatch !== undefined;
}
