import type { Answer, MeasureColumn } from '../../domain/answer.ts';
import type { Catalogue } from '../../domain/catalogue.ts';
import type { Value } from '../../domain/feature.ts';
import type { Field, Layer } from '../../domain/layer.ts';
import {
  formatAligned,
  formatNumber,
  formatShortDate,
  formatValue,
  isYear,
  upperFirst,
} from '../strings/format.ts';
import { measureLabel } from '../strings/measure-label.ts';

/** One column of the table of an answer. */
export interface TableColumn {
  /** Name in the rows of the answer, which is also what they are sorted and filtered by. */
  name: string;
  label: string;
  isNumber: boolean;
  /** How its values are filtered. */
  filter: 'range' | 'period' | 'among' | 'text';
  /** A share from 0 to 1, shown and typed as a percentage. */
  isShare: boolean;
  /** A year, not cut in thousands. */
  isYear: boolean;
  /** Whether its sum says something: sizes and amounts, not distances or years. */
  isSummed: boolean;
  /** Width in pixels. */
  width: number;
  /** The value as a dense table shows it: the unit stands in the heading. */
  format(value: Value): string;
  /** The value as a sentence says it: without the decimals that only line numbers up. */
  say(value: Value): string;
}

/** The columns of an answer: the name of the feature, what was measured, then its other attributes. */
export function tableColumns(answer: Answer, target: Layer, catalogue: Catalogue): TableColumn[] {
  const title = target.fields.filter((field) => field.name === target.titleField);
  const others = target.fields.filter((field) => field.name !== target.titleField);
  return [
    ...title.map((field) => ({ ...fieldColumn(field), width: TITLE_WIDTH_PX })),
    ...answer.measures.map((measure) => measureColumn(measure, target, catalogue)),
    ...others.map(fieldColumn),
  ];
}

function measureColumn(measure: MeasureColumn, target: Layer, catalogue: Catalogue): TableColumn {
  const isShare = measure.kind === 'share';
  const label = upperFirst(measureLabel(measure, target, catalogue));
  return {
    name: measure.name,
    label,
    isNumber: true,
    filter: 'range',
    isShare,
    isYear: false,
    isSummed: ['area', 'length', 'overlap'].includes(measure.kind),
    width: Math.max(NUMBER_WIDTH_PX, label.length * 5),
    format: (value: Value) => formatMeasure(value, isShare),
    say: (value: Value) => sayNumber(isShare && typeof value === 'number' ? value * 100 : value),
  };
}

const NUMBER_WIDTH_PX = 120;
const TEXT_WIDTH_PX = 160;

/** The names that rows are known by are the longest texts, and the last to be cut. */
const TITLE_WIDTH_PX = 220;

function fieldColumn(field: Field): TableColumn {
  const isNumber = !field.codes && (field.type === 'number' || field.type === 'integer');
  return {
    name: field.name,
    label: isUnitTold(field) ? field.label : `${field.label} (${field.unit})`,
    isNumber,
    filter: filterOf(field, isNumber),
    isShare: false,
    isYear: isYear(field),
    isSummed: isNumber && SUMMED_UNITS.includes(field.unit ?? ''),
    width: isNumber || field.type === 'date' ? NUMBER_WIDTH_PX : TEXT_WIDTH_PX,
    format: (value) => formatCell(value, field),
    say: (value) => (isNumber && !isYear(field) ? sayNumber(value) : formatCell(value, field)),
  };
}

function filterOf(field: Field, isNumber: boolean): TableColumn['filter'] {
  if (isNumber) return 'range';
  if (field.type === 'date') return 'period';
  return field.codes || field.type === 'boolean' ? 'among' : 'text';
}

/** Units of amounts that add up. */
const SUMMED_UNITS = [
  'm²',
  'ha',
  'm',
  'km',
  'm³',
  '€',
  'k€',
  'M€',
  'logements',
  'habitants',
  'places',
];

/** Whether a label does without its unit: there is none, or the label is its name ("Habitants"). */
function isUnitTold({ label, unit }: Field): boolean {
  return unit === undefined || unit.toLowerCase() === label.toLowerCase();
}

/** Measures keep one decimal, shown even when it is 0 so that commas stand in line: they are not surveyed to the centimetre. */
function formatMeasure(value: Value, isShare: boolean): string {
  if (typeof value !== 'number') return '—';
  return formatAligned(isShare ? value * 100 : value, 1);
}

const sayNumber = (value: Value): string =>
  typeof value === 'number' ? formatNumber(value, 2) : '—';

/** Numbers of a column have as many decimals each, two for what is no integer. */
function formatCell(value: Value, field: Field): string {
  if (typeof value === 'string' && field.type === 'date') return formatShortDate(value);
  if (typeof value === 'number' && field.type === 'number' && !field.codes) {
    return formatAligned(value, 2);
  }
  const { unit: _inHeading, ...withoutUnit } = field;
  return formatValue(value, withoutUnit);
}
