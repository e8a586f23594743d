import type { GeometryFamily, LayerStyle, LayerSymbol, StyleClass } from '../../../domain/layer.ts';
import type { Figure, FigureKind } from './figures.ts';

/**
 * The style of a table of prescriptions or information: one class for each type that has a figure. Dashes and hatches
 * repeat what colours say.
 */
export function figureStyle(
  field: string,
  family: GeometryFamily,
  figures: Record<string, Figure>,
  meanings: Record<string, string>,
): LayerStyle {
  const classes = Object.entries(figures)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([value, figure], index): StyleClass => {
      const meaning = meanings[value] ?? value;
      const label = meaning.charAt(0).toUpperCase() + meaning.slice(1);
      return { value, label, symbol: SYMBOLS[family](figure, index) };
    });
  return {
    symbol: SYMBOLS[family](['#6e6e6e', 'outline'], 0),
    field,
    classes,
    otherLabel: 'Autre',
    labelField: 'TXT',
    labelMinZoom: 15,
  };
}

const SYMBOLS: Record<GeometryFamily, (figure: Figure, index: number) => LayerSymbol> = {
  polygon: ([colour, kind]) => ({
    fill: colour,
    fillOpacity: kind === 'outline' ? 0.06 : 0.2,
    ...HATCHES[kind],
    line: colour,
    lineWidth: kind === 'outline' ? 2 : 1.2,
    ...(kind === 'outline' && { dash: [5, 3] }),
  }),
  line: ([colour], index) => ({ line: colour, lineWidth: 2.5, ...DASHES[index % DASHES.length] }),
  point: ([colour]) => ({ fill: colour, line: '#343434', lineWidth: 1.5, radius: 6 }),
};

const HATCHES: Record<FigureKind, Pick<LayerSymbol, 'hatch'>> = {
  plain: {},
  outline: {},
  hatching: { hatch: 'diagonal' },
  dots: { hatch: 'dotted' },
};

const DASHES: Pick<LayerSymbol, 'dash'>[] = [
  {},
  { dash: [4, 2] },
  { dash: [1, 1.5] },
  { dash: [6, 2, 1, 2] },
];
