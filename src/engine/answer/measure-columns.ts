import type { MeasureColumn } from '../../domain/answer.ts';
import type { RelationCondition } from '../../domain/question.ts';
import { type Evaluation, recordOf } from './evaluate.ts';
import type { RowSet } from './row-sets.ts';

/** The columns of measures of an answer, and their values: one array a column, one number a row found, NaN for none. */
export interface Measures {
  columns: MeasureColumn[];
  values: Float64Array[];
}

/**
 * The measures of an answer's rows: the feature's area (m²) or length (m), and for each relation measured the distance (m),
 * the time of travel (minutes), or the overlap (m², m for lines) with its share of the feature (0 to 1). NaN where a relation does not hold.
 */
export function measureColumns(
  rows: RowSet,
  relations: RelationCondition[],
  context: Evaluation,
): Measures {
  const { layer } = context.target;
  const columns: MeasureColumn[] = [];
  const values: Float64Array[] = [];
  const unit = layer.geometry === 'polygon' ? 'm²' : 'm';
  const add = (column: MeasureColumn, measureOf: (row: number) => number) => {
    columns.push(column);
    values.push(Float64Array.from(rows, measureOf));
  };
  const sizes = context.target.sizes();
  const size = (row: number) => sizes?.[row] ?? Number.NaN;
  if (layer.geometry === 'polygon') add({ name: 'area_m2', kind: 'area', unit }, size);
  if (layer.geometry === 'line') add({ name: 'length_m', kind: 'length', unit }, size);
  relations.forEach((relation, i) => {
    const measured = recordOf(relation, context).values;
    if (!measured) return;
    const value = (row: number) => measured[row] as number;
    const n = i + 1;
    if (relation.kind === 'distance') {
      add({ name: `distance_${n}_m`, kind: 'distance', unit: 'm', relation }, value);
    } else if (relation.kind === 'travel') {
      add({ name: `minutes_${n}`, kind: 'time', unit: 'min', relation }, value);
    } else {
      const suffix = unit === 'm²' ? 'm2' : 'm';
      add({ name: `overlap_${n}_${suffix}`, kind: 'overlap', unit, relation }, value);
      add(
        { name: `share_${n}`, kind: 'share', unit: null, relation },
        (row) => value(row) / size(row),
      );
    }
  });
  return { columns, values };
}
