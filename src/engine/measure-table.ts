import { makeTable, tableToIPC } from 'apache-arrow';
import type { MeasureColumn } from '../domain/answer.ts';
import type { Layer } from '../domain/layer.ts';
import type { RelationCondition } from '../domain/question.ts';
import { ROW_COLUMN } from '../loaders/to-arrow.ts';
import type { Evaluation } from './evaluate.ts';
import type { RowSet } from './row-sets.ts';

/**
 * The measures of an answer's rows: `row`, the feature's area (m²) or length (m), and for each relation measured the
 * distance (m), or the overlap (m², m for lines) with its share of the feature (0 to 1). NaN where a relation does not
 * hold. `columns` describes them in order, `ipc` is their Arrow IPC stream.
 */
export function measureTable(
  layer: Layer,
  rows: RowSet,
  relations: RelationCondition[],
  { sizes, measures }: Evaluation,
): { columns: MeasureColumn[]; ipc: Uint8Array } {
  const columns: MeasureColumn[] = [];
  const values: Record<string, Float64Array> = {};
  const unit = layer.geometry === 'polygon' ? 'm²' : 'm';
  const add = (column: MeasureColumn, measureOf: (row: number) => number) => {
    columns.push(column);
    values[column.name] = Float64Array.from(rows, measureOf);
  };
  const size = (row: number) => sizes?.[row] ?? Number.NaN;
  if (layer.geometry === 'polygon') add({ name: 'area_m2', kind: 'area', unit }, size);
  if (layer.geometry === 'line') add({ name: 'length_m', kind: 'length', unit }, size);
  relations.forEach((relation, i) => {
    const measured = measures.get(relation)?.values;
    if (!measured) return;
    const value = (row: number) => measured[row] as number;
    const n = i + 1;
    if (relation.kind === 'distance') {
      add({ name: `distance_${n}_m`, kind: 'distance', unit: 'm', relation }, value);
    } else {
      const suffix = unit === 'm²' ? 'm2' : 'm';
      add({ name: `overlap_${n}_${suffix}`, kind: 'overlap', unit, relation }, value);
      add(
        { name: `share_${n}`, kind: 'share', unit: null, relation },
        (row) => value(row) / size(row),
      );
    }
  });
  return { columns, ipc: tableToIPC(makeTable({ [ROW_COLUMN]: rows, ...values }), 'stream') };
}
