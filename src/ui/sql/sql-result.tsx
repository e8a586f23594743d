import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import type { SqlResult } from '../../engine/protocol.ts';
import type { RowSource } from '../../state/effects.ts';
import { useEffects } from '../app-context.tsx';
import { sqlScreen } from '../strings/sql-screen.ts';
import '../styles/table.css';
import { formatSqlCell, isNumeric } from './sql-cell.ts';

/** What a statement gave: all its rows, of which those in sight are drawn, with how they were found. */
export function SqlResultView({ result }: { result: SqlResult }) {
  const { rowCount, elapsedMs, layers, joins, notices } = result;
  const rows = useRows(result);
  return (
    <section className="sql-result" aria-label={sqlScreen.result}>
      <p role="status">{sqlScreen.rows(rowCount, elapsedMs)}</p>
      {joins.map(({ aliases, pairs }) => (
        <p key={aliases.join()} className="quiet">
          {sqlScreen.join(aliases, pairs)}
        </p>
      ))}
      {notices.map(({ kind, position }) => (
        <p key={`${kind} ${position}`} className="sql-notice">
          {sqlScreen.notices[kind]}
        </p>
      ))}
      {rowCount === 0 && <p>{sqlScreen.noRow}</p>}
      {rowCount > 0 && (rows ? <Rows result={result} rows={rows} /> : <p>{sqlScreen.reading}</p>)}
      {Object.keys(layers).length > 0 && <p className="quiet">{sqlScreen.versions(layers)}</p>}
    </section>
  );
}

function useRows(result: SqlResult): RowSource | null {
  const { openRows } = useEffects();
  const [read, setRead] = useState<{ of: SqlResult; rows: RowSource } | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void openRows(result.ipc).then((rows) => isCurrent && setRead({ of: result, rows }));
    return () => {
      isCurrent = false;
    };
  }, [result, openRows]);
  return read?.of === result ? read.rows : null;
}

function Rows({ result, rows }: { result: SqlResult; rows: RowSource }) {
  const { columns, rowCount } = result;
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rowCount,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT_PX,
    overscan: 12,
    scrollMargin: HEADER_HEIGHT_PX,
  });
  const template = columns.map(() => `minmax(${COLUMN_WIDTH_PX}px, 1fr)`).join(' ');
  const height = virtualizer.getTotalSize() + HEADER_HEIGHT_PX;
  return (
    <section
      className="table-scroll sql-rows"
      ref={scroller}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
      tabIndex={0}
      aria-label={sqlScreen.result}
    >
      <table
        className="table"
        aria-rowcount={rowCount + 1}
        style={{ minWidth: columns.length * COLUMN_WIDTH_PX, height }}
      >
        <thead className="table-head">
          <tr aria-rowindex={1} style={{ gridTemplateColumns: template }}>
            {columns.map((column) => (
              <th key={column.name} scope="col" data-number={isNumeric(column.type)}>
                <span className="sql-column">{column.name}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {virtualizer.getVirtualItems().map(({ key, index, start }) => {
            const values = rows.rowAt(index);
            return (
              <tr
                key={key}
                aria-rowindex={index + 2}
                className="table-row sql-row"
                style={{ gridTemplateColumns: template, transform: `translateY(${start}px)` }}
              >
                {columns.map((column, i) => (
                  <td key={column.name} data-number={isNumeric(column.type)}>
                    {formatSqlCell(values[i] ?? null, column.type)}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

const ROW_HEIGHT_PX = 32;
const HEADER_HEIGHT_PX = 44;
const COLUMN_WIDTH_PX = 120;
