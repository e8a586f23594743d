import type { SqlType } from '../../engine/protocol.ts';
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

/** The figure, and the rows that have no value to be put in it. */
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
  if (choice.kind === 'histogram') return histogram(rows, columns, choice.x);
  return points(rows, columns, choice);
}

/** Points that a figure still tells apart. */
const MAX_POINTS = 4000;
/** Classes that a histogram aims at, and cells of a density on each side. */
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
    const value = amount === null ? 1 : rows.valueAt(row, amount);
    if (named instanceof Uint8Array || typeof value !== 'number') missing += 1;
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

function histogram(rows: RowSource, columns: readonly ResultColumn[], x: number): ResultChart {
  const values: number[] = [];
  for (let row = 0; row < rows.length; row++) {
    const value = rows.valueAt(row, x);
    if (typeof value === 'number' && Number.isFinite(value)) values.push(value);
  }
  const { from, step, length } = classesOf(values, CLASSES);
  const bins = Array.from({ length }, (_, i) => ({
    from: from + i * step,
    to: from + (i + 1) * step,
    count: 0,
  }));
  for (const value of values) {
    const bin = bins[Math.min(length - 1, Math.floor((value - from) / step))];
    if (bin) bin.count += 1;
  }
  return {
    missing: rows.length - values.length,
    spec: { kind: 'histogram', x: axis(columns, x), count, bins },
  };
}

function points(
  rows: RowSource,
  columns: readonly ResultColumn[],
  { x, y }: Extract<ChartChoice, { kind: 'points' }>,
): ResultChart {
  const [title] = placesOf(columns, (type) => type === 'text');
  const found: { id: string; label: string; x: number; y: number }[] = [];
  for (let row = 0; row < rows.length; row++) {
    const [a, b] = [rows.valueAt(row, x), rows.valueAt(row, y)];
    if (typeof a !== 'number' || typeof b !== 'number') continue;
    const label = title === undefined ? `${row + 1}` : String(rows.valueAt(row, title));
    found.push({ id: String(row), label, x: a, y: b });
  }
  const missing = rows.length - found.length;
  const axes = { x: axis(columns, x), y: axis(columns, y) };
  if (found.length <= MAX_POINTS)
    return { missing, spec: { kind: 'points', ...axes, points: found } };
  return { missing, spec: { kind: 'cells', ...axes, cells: density(found) } };
}

function density(found: { x: number; y: number }[]) {
  const across = classesOf(
    found.map(({ x }) => x),
    CELLS,
  );
  const up = classesOf(
    found.map(({ y }) => y),
    CELLS,
  );
  const placeOf = (value: number, { from, step, length }: Classes) =>
    Math.min(length - 1, Math.floor((value - from) / step));
  const counts = new Map<number, number>();
  for (const { x, y } of found) {
    const cell = placeOf(x, across) * up.length + placeOf(y, up);
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
  }
  return [...counts].map(([cell, number]) => {
    const [i, j] = [Math.floor(cell / up.length), cell % up.length];
    const x0 = across.from + i * across.step;
    const y0 = up.from + j * up.step;
    return { x0, x1: x0 + across.step, y0, y1: y0 + up.step, count: number };
  });
}

interface Classes {
  from: number;
  step: number;
  length: number;
}

/** About so many classes of a round width that hold all values; none for no value. */
function classesOf(values: number[], wanted: number): Classes {
  if (values.length === 0) return { from: 0, step: 1, length: 0 };
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  const rough = (most - least) / wanted || 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((digit) => digit * power >= rough) ?? 10) * power;
  const from = Math.floor(least / step) * step;
  return { from, step, length: Math.max(1, Math.ceil((most - from) / step + 1e-9)) };
}
