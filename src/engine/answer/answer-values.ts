import { AppError } from '../../domain/errors.ts';
import type { Value } from '../../domain/feature.ts';
import type { Field } from '../../domain/layer.ts';
import type { HeldAnswer } from './answer-question.ts';

/** One column of an answer: a field of its layer, or a measure. */
export interface AnswerColumn {
  field: Pick<Field, 'name' | 'type' | 'codes'>;
  /** The value of the answer's row at a place (0 for the first row found). */
  valueAt(place: number): Value;
}

/** Every column of an answer: the layer's fields, then the measures. They read what is in memory; nothing is copied. */
export function answerColumns({ answer, target, rows, measures }: HeldAnswer): AnswerColumn[] {
  const fields = target.layer.fields.map((field): AnswerColumn => {
    const values = target.table.columns[field.name] ?? [];
    return { field, valueAt: (place) => values[rows[place] as number] ?? null };
  });
  const measured = answer.measures.map(({ name }, i): AnswerColumn => {
    const values = measures.values[i] as Float64Array;
    return {
      field: { name, type: 'number' },
      valueAt: (place) => finiteOrNull(values[place] as number),
    };
  });
  return [...fields, ...measured];
}

/**
 * The column of an answer of that name.
 * @throws {AppError} `field-unknown`.
 */
export function answerColumn(held: HeldAnswer, name: string): AnswerColumn {
  const column = answerColumns(held).find(({ field }) => field.name === name);
  if (column) return column;
  const layer = held.target.layer.id;
  throw new AppError('field-unknown', `the answer on ${layer} has no column "${name}"`, {
    layer,
    field: name,
  });
}

/** A value as views and filters see it: an empty text, and a number that is not finite, are none. */
export function presentValue(value: Value): Value {
  if (typeof value === 'number') return finiteOrNull(value);
  return value === '' ? null : value;
}

/** The number that a column has at a place; null where it has none, or something else. */
export function numberAt({ valueAt }: AnswerColumn, place: number): number | null {
  const value = valueAt(place);
  return typeof value === 'number' ? finiteOrNull(value) : null;
}

function finiteOrNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
