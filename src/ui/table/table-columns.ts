import type { Answer } from '../../domain/answer.ts';
import type { Catalogue } from '../../domain/catalogue.ts';
import type { Value } from '../../domain/feature.ts';
import type { Field, Layer } from '../../domain/layer.ts';
import { formatNumber, formatShortDate, formatValue, upperFirst } from '../strings/format.ts';
import { measureLabel } from '../strings/measure-label.ts';

/** One column of the table of an answer. */
export interface TableColumn {
  /** Name in the rows of the answer, which is also what they are sorted by. */
  name: string;
  label: string;
  isNumber: boolean;
  /** Width in pixels. */
  width: number;
  format(value: Value): string;
}

/** The columns of an answer: the name of the feature, what was measured, then its other attributes. */
export function tableColumns(answer: Answer, target: Layer, catalogue: Catalogue): TableColumn[] {
  const title = target.fields.filter((field) => field.name === target.titleField);
  const others = target.fields.filter((field) => field.name !== target.titleField);
  return [
    ...title.map(fieldColumn),
    ...answer.measures.map((measure) => {
      const isShare = measure.kind === 'share';
      const label = upperFirst(measureLabel(measure, target, catalogue));
      return {
        name: measure.name,
        label,
        isNumber: true,
        width: Math.max(NUMBER_WIDTH_PX, label.length * 5),
        format: (value: Value) => formatMeasure(value, isShare),
      };
    }),
    ...others.map(fieldColumn),
  ];
}

const NUMBER_WIDTH_PX = 120;
const TEXT_WIDTH_PX = 160;

function fieldColumn(field: Field): TableColumn {
  const isNumber = !field.codes && (field.type === 'number' || field.type === 'integer');
  return {
    name: field.name,
    label: isUnitTold(field) ? field.label : `${field.label} (${field.unit})`,
    isNumber,
    width: isNumber || field.type === 'date' ? NUMBER_WIDTH_PX : TEXT_WIDTH_PX,
    format: (value) => formatCell(value, field),
  };
}

/** Whether a label does without its unit: there is none, or the label is its name ("Habitants"). */
function isUnitTold({ label, unit }: Field): boolean {
  return unit === undefined || unit.toLowerCase() === label.toLowerCase();
}

/** Measures keep one decimal: the engine's figures are not surveyed to the centimetre. */
function formatMeasure(value: Value, isShare: boolean): string {
  if (typeof value !== 'number') return '—';
  return formatNumber(isShare ? value * 100 : value, 1);
}

/** The unit stands in the heading, so the cell has the number alone. */
function formatCell(value: Value, field: Field): string {
  if (typeof value === 'string' && field.type === 'date') return formatShortDate(value);
  const { unit: _inHeading, ...withoutUnit } = field;
  return formatValue(value, withoutUnit);
}
