import type { SchemaTree } from 'hyparquet';
import type { Value } from '../../../domain/feature.ts';
import type { Field } from '../../../domain/layer.ts';
import { inferColumn } from '../../../loaders/infer-fields.ts';

/**
 * A column of decoded cells as values, all of one type: decimals have the digits of their scale, integers beyond 2⁵³ stay
 * text, moments that are all at midnight are days, bytes without a type UTF-8 text, and anything nested is its JSON.
 */
export function typeCells(
  { element }: SchemaTree,
  cells: readonly unknown[],
): { field: Field; values: Value[] } {
  const { name, scale } = element;
  const isDecimal =
    element.converted_type === 'DECIMAL' || element.logical_type?.type === 'DECIMAL';
  const values = cells.map((cell) => {
    const value = plainValue(cell);
    return isDecimal && typeof value === 'number' ? Number(value.toFixed(scale ?? 0)) : value;
  });
  const isMidnight = values.every((value) => value === null || MIDNIGHT.test(String(value)));
  const typed = inferColumn(
    name,
    isMidnight ? values.map((value) => value && String(value).slice(0, 10)) : values,
  );
  const isFractional =
    element.type === 'DOUBLE' || element.type === 'FLOAT' || (isDecimal && scale);
  if (typed.field.type === 'integer' && isFractional) {
    return { ...typed, field: { ...typed.field, type: 'number' } };
  }
  return typed;
}

function plainValue(cell: unknown): Value {
  if (cell === null || cell === undefined) return null;
  if (typeof cell === 'string' || typeof cell === 'boolean') return cell;
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : null;
  if (typeof cell === 'bigint') return plainInteger(cell);
  if (cell instanceof Uint8Array) return new TextDecoder().decode(cell);
  return JSON.stringify(cell, (_, value: unknown) => {
    if (typeof value === 'bigint') return plainInteger(value);
    return value instanceof Uint8Array ? new TextDecoder().decode(value) : value;
  });
}

function plainInteger(value: bigint): Value {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : String(value);
}

const MIDNIGHT = /^\d{4}-\d\d-\d\dT00:00:00(\.0+)?Z$/;
