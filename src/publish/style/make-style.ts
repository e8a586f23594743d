import type { Value } from '../../domain/feature.ts';
import type { Field, GeometryFamily, LayerStyle, LayerSymbol } from '../../domain/layer.ts';
import { POINT_SHAPES } from '../../domain/style/point-shape.ts';
import { defaultStyle } from '../describe/default-style.ts';
import { classLabels, NO_NUMBER, OTHER_VALUES } from '../strings/class-labels.ts';
import { type ClassMethod, classify } from './classify.ts';
import { CATEGORY_COLOURS, type Ramp, rampColours } from './palettes.ts';

/** A value of a field and how many rows have it, as the engine counts them. */
export interface ValueCount {
  value: Value;
  count: number;
}

/** How a layer is to be drawn, in the words of the form; `makeStyle` makes the style of it. */
export type StyleChoice =
  | { kind: 'single'; colour: string }
  | { kind: 'categories'; field: string }
  | { kind: 'classes'; field: string; method: ClassMethod; count: number; ramp: Ramp }
  | { kind: 'proportional'; field: string; colour: string; maxRadius: number };

/** The choice that a style looks like: what it was made of is not kept, so that method and ramp are the usual ones. */
export function choiceOf({ symbol, field, graduated, proportional }: LayerStyle): StyleChoice {
  const colour = symbol.fill ?? symbol.line ?? CATEGORY_COLOURS[0];
  if (proportional) {
    const { field: measured, maxRadius } = proportional;
    return { kind: 'proportional', field: measured, colour, maxRadius };
  }
  if (field === undefined) return { kind: 'single', colour };
  if (!graduated) return { kind: 'categories', field };
  return { kind: 'classes', field, method: 'quantiles', count: 5, ramp: 'blues' };
}

/** What a style is made for. */
export interface StyledLayer {
  family: GeometryFamily;
  /** The field of the choice; null for a single symbol. */
  field: Field | null;
  /** Every value of that field. */
  values: readonly ValueCount[];
}

/** Categories that have a symbol of their own: the most frequent; the others share one, which the legend names. */
export const MAX_CATEGORIES = 12;

/**
 * The style of a choice. Categories differ by hatch, dash or outline as well as by colour; ranges by lightness; proportional
 * points by their area. Without a usable value the symbol is one for all.
 */
export function makeStyle(choice: StyleChoice, layer: StyledLayer): LayerStyle {
  const { family } = layer;
  switch (choice.kind) {
    case 'single':
      return { symbol: symbolOf(family, choice.colour) };
    case 'categories':
      return categoryStyle(choice.field, layer);
    case 'classes':
      return classStyle(choice, layer);
    case 'proportional':
      return proportionalStyle(choice, layer);
  }
}

function categoryStyle(field: string, { family, field: described, values }: StyledLayer) {
  const known = values.filter(({ value }) => value !== null && value !== '');
  const shown = known.slice(0, MAX_CATEGORIES).sort((a, b) => compareValues(a.value, b.value));
  const classes = shown.map(({ value }, index) => ({
    value: value as string | number | boolean,
    label: labelOf(value, described),
    symbol: categorySymbol(family, index),
  }));
  const hasOthers = shown.length < values.length;
  const symbol = symbolOf(family, OTHER_COLOUR);
  return { symbol, field, classes, ...(hasOthers && { otherLabel: OTHER_VALUES }) };
}

function classStyle(
  { field, method, count, ramp }: Extract<StyleChoice, { kind: 'classes' }>,
  { family, field: described, values }: StyledLayer,
): LayerStyle {
  const found = classify(numbersOf(values), method, count);
  if (!found) return { symbol: symbolOf(family, OTHER_COLOUR) };
  const labels = classLabels(found, described?.unit);
  const colours = rampColours(ramp, found.breaks.length);
  const classes = found.breaks.map((value, index) => ({
    value,
    label: labels[index] as string,
    symbol: rangeSymbol(family, colours[index] as string),
  }));
  const hasOthers = values.some(({ value }) => typeof value !== 'number');
  const symbol = symbolOf(family, OTHER_COLOUR);
  return {
    symbol,
    field,
    classes,
    graduated: true,
    ...(hasOthers && { otherLabel: NO_NUMBER }),
  };
}

function proportionalStyle(
  { field, colour, maxRadius }: Extract<StyleChoice, { kind: 'proportional' }>,
  { family, values }: StyledLayer,
): LayerStyle {
  const symbol = { ...symbolOf(family, colour), fillOpacity: 0.7 };
  const maxValue = numbersOf(values).reduce((max, value) => Math.max(max, value), 0);
  return maxValue > 0 ? { symbol, proportional: { field, maxRadius, maxValue } } : { symbol };
}

/** Every number among the values, as often as it occurs. */
function numbersOf(values: readonly ValueCount[]): number[] {
  return values.flatMap(({ value, count }) =>
    typeof value === 'number' ? new Array<number>(count).fill(value) : [],
  );
}

function symbolOf(family: GeometryFamily, colour: string): LayerSymbol {
  const { symbol } = defaultStyle('', family);
  if (family === 'line') return { ...symbol, line: colour };
  if (family === 'point') return { ...symbol, fill: colour };
  return { ...symbol, fill: colour, line: colour };
}

/** Ranges fill whole areas: their colour is the message, so that it is stronger than that of a single symbol. */
function rangeSymbol(family: GeometryFamily, colour: string): LayerSymbol {
  const symbol = symbolOf(family, colour);
  if (family === 'polygon')
    return { ...symbol, fillOpacity: 0.8, line: '#55606b', lineWidth: 0.75 };
  return family === 'point' ? { ...symbol, line: '#55606b', lineWidth: 1 } : symbol;
}

function categorySymbol(family: GeometryFamily, index: number): LayerSymbol {
  const colour = CATEGORY_COLOURS[index % CATEGORY_COLOURS.length] as string;
  const symbol = symbolOf(family, colour);
  if (family === 'line') return { ...symbol, ...DASHES[index % DASHES.length] };
  if (family === 'point') return { ...symbol, ...withShape(index) };
  return { ...symbol, fillOpacity: 0.35, ...HATCHES[index % HATCHES.length] };
}

const HATCHES: readonly LayerSymbol[] = [
  {},
  { hatch: 'diagonal' },
  { hatch: 'dotted' },
  { hatch: 'crossed' },
];

const DASHES: readonly LayerSymbol[] = [{}, { dash: [4, 2] }, { dash: [1, 1.5] }];

/** Points have neither hatch nor dash: their outline tells them apart. */
function withShape(index: number): LayerSymbol {
  const shape = POINT_SHAPES[index % POINT_SHAPES.length] ?? 'circle';
  return shape === 'circle' ? {} : { shape };
}

/** What has no class: neutral, so that it is seen and means nothing. */
const OTHER_COLOUR = '#8a8f94';

function labelOf(value: Value, field: Field | null): string {
  const meaning = field?.codes?.[String(value)];
  if (meaning) return `${value} – ${meaning}`;
  if (typeof value === 'boolean') return value ? 'Oui' : 'Non';
  return typeof value === 'number' ? new Intl.NumberFormat('fr-FR').format(value) : String(value);
}

function compareValues(a: Value, b: Value): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a).localeCompare(String(b), 'fr', { numeric: true });
}
