import { AppError } from '../../domain/errors.ts';
import type { Value } from '../../domain/feature.ts';
import type { LayerStore } from '../layer-store.ts';
import type { Work } from '../work.ts';
import { groupRows } from './answer-groups.ts';
import { allRows } from './row-sets.ts';

/** A value of a field and how many features have it. */
export interface ValueCount {
  value: Value;
  count: number;
}

/**
 * Distinct values of a field with their counts, the most frequent first, then by value, none last of its count. Of a layer of
 * several row groups that is not in memory it reads that field alone, and not where the footer tells that all have one value.
 * @throws {AppError} `field-unknown`, or what the loaders throw.
 */
export async function fieldValues(
  store: LayerStore,
  id: string,
  field: string,
  work: Work,
): Promise<ValueCount[]> {
  const layer = store.layer(id);
  if (!layer.fields.some(({ name }) => name === field)) {
    throw new AppError('field-unknown', `${id} has no column "${field}"`, { layer: id, field });
  }
  if (await store.isCut(id)) return countCut(store, id, field, work);
  const { table } = await store.whole(id, work);
  return countValues(table.columns[field] ?? []);
}

function countValues(values: readonly Value[]): ValueCount[] {
  return groupRows(allRows(values.length), values, null).map(({ value, count }) => {
    return { value, count };
  });
}

async function countCut(
  store: LayerStore,
  id: string,
  field: string,
  work: Work,
): Promise<ValueCount[]> {
  const file = await store.file(id);
  const bounds = file.boundsOf(field);
  const values: Value[] = [];
  const read: number[] = [];
  for (const { index, rows } of file.rowGroups) {
    const { min, max, nulls } = bounds[index] ?? {};
    const isOne = min !== undefined && min !== null && min === max && nulls === 0;
    if (!isOne) read.push(index);
    else for (let row = 0; row < rows; row++) values.push(min);
  }
  for (let i = 0; i < read.length; i += GROUPS_A_READ) {
    const { signal } = work;
    const groups = read.slice(i, i + GROUPS_A_READ);
    const columns = await file.readAttributes(groups, [field], { signal });
    for (const value of columns[field] ?? []) values.push(value);
  }
  return countValues(values);
}

/** Row groups read at once, a request each unless they are close. */
const GROUPS_A_READ = 32;
