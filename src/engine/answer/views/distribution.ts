import type { Bin } from '../../../domain/answer-view.ts';
import { AppError } from '../../../domain/errors.ts';
import { histogram } from '../../../domain/histogram.ts';
import type { LoadedRows } from '../../loaded-rows.ts';

/**
 * How the numbers of a field of a layer spread, or the areas (m²) or lengths (m) of its features where `field` is null; see
 * `histogram`. What is no finite number is missing.
 * @throws {AppError} `field-unknown`.
 */
export function distribution(
  rows: LoadedRows,
  field: string | null,
  bins: number,
): { bins: Bin[]; missing: number } {
  const { layer, table } = rows;
  const meta = layer.fields.find(({ name }) => name === field);
  if (field !== null && !meta) {
    const context = { layer: layer.id, field };
    throw new AppError('field-unknown', `${layer.id} has no column "${field}"`, context);
  }
  const values: ArrayLike<unknown> =
    field === null ? (rows.sizes() ?? []) : (table.columns[field] ?? []);
  const numbers = Array.from({ length: table.geometry.length }, (_, row) => {
    const value = values[row];
    return typeof value === 'number' && Number.isFinite(value) ? value : null;
  });
  return histogram(numbers, bins, meta?.type === 'integer');
}
