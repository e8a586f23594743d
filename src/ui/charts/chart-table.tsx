import { useState } from 'react';
import { charts, formatPeriod } from '../strings/charts.ts';
import { isPeriodPicked, isRangePicked, isValuePicked, toggleValue } from './chart-pick.ts';
import type { ChartPick, ChartSpec } from './chart-spec.ts';
import type { ChartViewProps } from './chart-view.tsx';

/** The data of a chart as a table, written when it is opened; its rows pick what bars, bins and periods do. */
export function ChartTable({ spec, label, picked = null, onPick }: ChartViewProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="chart-data" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{charts.data}</summary>
      {isOpen && <DataTable spec={spec} label={label} picked={picked} onPick={onPick} />}
    </details>
  );
}

function DataTable({ spec, label, picked = null, onPick }: ChartViewProps) {
  const { heads, rows } = tableOf(spec, picked);
  return (
    <table>
      <caption className="visually-hidden">{label}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells, pick, isKept }) => (
          <tr key={key} data-kept={isKept}>
            <th scope="row">
              {onPick && pick !== undefined ? (
                <button
                  type="button"
                  className="link-button"
                  aria-pressed={picked !== null && isKept}
                  title={charts.keepAlso(cells[0] ?? '')}
                  onClick={() => onPick(pick)}
                >
                  {cells[0]}
                </button>
              ) : (
                cells[0]
              )}
            </th>
            {cells.slice(1).map((cell, i) => (
              <td key={heads[i + 1]} data-number="true">
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface DataRow {
  key: string;
  /** The first names the row. */
  cells: string[];
  /** What choosing the row picks; absent where it picks nothing. */
  pick?: ChartPick;
  isKept: boolean;
}

function tableOf(spec: ChartSpec, picked: ChartPick): { heads: string[]; rows: DataRow[] } {
  switch (spec.kind) {
    case 'bars':
      return {
        heads: [spec.category, spec.amount.title],
        rows: spec.bars.map(({ value, label, amount }) => ({
          key: `${typeof value} ${value}`,
          cells: [label, spec.amount.format(amount)],
          pick: toggleValue(picked, value),
          isKept: isValuePicked(picked, value),
        })),
      };
    case 'histogram':
      return {
        heads: [spec.x.title, spec.count.title],
        rows: spec.bins.map(({ from, to, count }) => ({
          key: String(from),
          cells: [charts.binFrom(spec.x.format(from), spec.x.format(to)), spec.count.format(count)],
          pick: { kind: 'range', min: from, max: to },
          isKept: isRangePicked(picked, from, to),
        })),
      };
    case 'points':
      return {
        heads: ['', spec.x.title, spec.y.title],
        rows: spec.points.map(({ id, label, x, y }) => ({
          key: id,
          cells: [label, spec.x.format(x), spec.y.format(y)],
          isKept: isRangePicked(picked, x, x),
        })),
      };
    case 'cells': {
      const between = (from: number, to: number, format: (value: number) => string) =>
        charts.binFrom(format(from), format(to));
      return {
        heads: [spec.x.title, spec.y.title, charts.rows],
        rows: spec.cells.map(({ x0, x1, y0, y1, count }) => ({
          key: `${x0} ${y0}`,
          cells: [between(x0, x1, spec.x.format), between(y0, y1, spec.y.format), String(count)],
          isKept: isRangePicked(picked, x0, x1),
        })),
      };
    }
    case 'time':
      return {
        heads: [spec.title, spec.amount.title],
        rows: spec.periods.map(({ period, amount }) => ({
          key: period,
          cells: [formatPeriod(period), spec.amount.format(amount)],
          pick: { kind: 'period', from: period, to: period },
          isKept: isPeriodPicked(picked, period),
        })),
      };
  }
}
