import { MAX_POINTS } from '../../domain/answer-view.ts';
import { countCells } from '../../domain/count-cells.ts';
import type { Value } from '../../domain/feature.ts';
import { histogram } from '../../domain/histogram.ts';
import type { SqlType } from '../../domain/sql-result.ts';
import type { RowSource } from '../../state/effects.ts';
import type { ChartSpec } from '../charts/chart-spec.ts';
import { formatNumber } from '../strings/format.ts';
import { sqlScreen } from '../strings/sql-screen.ts';
import { formatSqlCell, isNumeric } from './sql-cell.ts';

/** A column of a result. */
export interface ResultColumn {
  name: string;
  type: SqlType;
}

/** Which figure a reader makes of a result; columns by their place, `null` for the count of rows. */
export type ChartChoice =
  | { kind: 'bars'; category: number; amount: number | null }
  | { kind: 'histogram'; x: number }
  | { kind: 'points'; x: number; y: number };

/** The figure, and the rows that have no value, or none that is finite, to be put in it. */
export interface ResultChart {
  spec: ChartSpec;
  missing: number;
}

/** The figure that is proposed first: bars of the first number by the first text, else the numbers; null without any. */
export function firstChoice(columns: readonly ResultColumn[]): ChartChoice | null {
  const numbers = placesOf(columns, isNumeric);
  const texts = placesOf(columns, (type) => type === 'text' || type === 'boolean');
  const [x, y] = numbers;
  const [category] = texts;
  if (category !== undefined) return { kind: 'bars', category, amount: x ?? null };
  if (x === undefined) return null;
  return y === undefined ? { kind: 'histogram', x } : { kind: 'points', x, y };
}

/** Places of the columns of some types. */
export function placesOf(
  columns: readonly ResultColumn[],
  isWanted: (type: SqlType) => boolean,
): number[] {
  return columns.flatMap(({ type }, place) => (isWanted(type) ? [place] : []));
}

/** The figure of all rows of a result. Of more points than can be told apart it gives the density. */
export function chartResult(
  rows: RowSource,
  columns: readonly ResultColumn[],
  choice: ChartChoice,
): ResultChart {
  if (choice.kind === 'bars') return bars(rows, columns, choice);
  if (choice.kind === 'histogram') return histogramOf(rows, columns, choice.x);
  return points(rows, columns, choice);
}

/** Classes of a histogram, and cells of a density on each side, at most. */
const CLASSES = 20;
const CELLS = 40;

const count = { title: sqlScreen.chart.count, format: (value: number) => formatNumber(value, 0) };

function axis(columns: readonly ResultColumn[], place: number) {
  return { title: columns[place]?.name ?? '', format: (value: number) => formatNumber(value) };
}

function bars(
  rows: RowSource,
  columns: readonly ResultColumn[],
  { category, amount }: Extract<ChartChoice, { kind: 'bars' }>,
): ResultChart {
  const totals = new Map<string | number | boolean | null, number>();
  let missing = 0;
  for (let row = 0; row < rows.length; row++) {
    const named = rows.valueAt(row, category);
    const value = amount === null ? 1 : finite(rows.valueAt(row, amount));
    if (named instanceof Uint8Array || value === null) missing += 1;
    else totals.set(named, (totals.get(named) ?? 0) + value);
  }
  const type = columns[category]?.type ?? 'text';
  return {
    missing,
    spec: {
      kind: 'bars',
      category: columns[category]?.name ?? '',
      amount: amount === null ? count : axis(columns, amount),
      bars: [...totals].map(([value, total]) => ({
        value,
        label: formatSqlCell(value, type),
        amount: total,
      })),
    },
  };
}

function histogramOf(rows: RowSource, columns: readonly ResultColumn[], x: number): ResultChart {
  const values = Array.from({ length: rows.length }, (_, row) => finite(rows.valueAt(row, x)));
  const { bins, missing } = histogram(values, CLASSES, columns[x]?.type === 'integer');
  return { missing, spec: { kind: 'histogram', x: axis(columns, x), count, bins } };
}

function points(
  rows: RowSource,
  columns: readonly ResultColumn[],
  { x, y }: Extract<ChartChoice, { kind: 'points' }>,
): ResultChart {
  const [title] = placesOf(columns, (type) => type === 'text');
  const found: { id: string; label: string; x: number; y: number }[] = [];
  for (let row = 0; row < rows.length; row++) {
    const [a, b] = [finite(rows.valueAt(row, x)), finite(rows.valueAt(row, y))];
    if (a === null || b === null) continue;
    const label = title === undefined ? `${row + 1}` : String(rows.valueAt(row, title));
    found.push({ id: String(row), label, x: a, y: b });
  }
  const missing = rows.length - found.length;
  const axes = { x: axis(columns, x), y: axis(columns, y) };
  if (found.length <= MAX_POINTS)
    return { missing, spec: { kind: 'points', ...axes, points: found } };
  const isInteger = (place: number) => columns[place]?.type === 'integer';
  const cells = countCells(found, CELLS, { x: isInteger(x), y: isInteger(y) });
  return { missing, spec: { kind: 'cells', ...axes, cells } };
}

function finite(value: Value | Uint8Array): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}
