import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { SqlResult } from '../../domain/sql-result.ts';
import type { RowSource } from '../../state/effects.ts';
import { chooseResultRow, flyToResultRow } from '../../state/sql-actions.ts';
import { useAct, useAppState } from '../app-context.tsx';
import { ScrollRegion } from '../frame/scroll-region.tsx';
import { sqlScreen } from '../strings/sql-screen.ts';
import '../styles/table.css';
import '../styles/table-rows.css';
import { nextSort, type ResultSort, sortRows } from './sort-rows.ts';
import { formatSqlCell, isNumeric } from './sql-cell.ts';

/** All rows of a result, of which those in sight are drawn: sorted by a column, and chosen here or on the map. */
export function ResultTable({ result, rows }: { result: SqlResult; rows: RowSource }) {
  const { columns, rowCount } = result;
  const scroller = useRef<HTMLDivElement>(null);
  const [sort, setSort] = useState<ResultSort | null>(null);
  const order = useMemo(() => sortRows(rows, sort), [rows, sort]);
  const virtualizer = useVirtualizer({
    count: rowCount,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT_PX,
    overscan: 12,
    scrollMargin: HEADER_HEIGHT_PX,
  });
  const chosen = useChosenRow(order, (place) =>
    virtualizer.scrollToIndex(place, { align: 'center' }),
  );
  const template = columns.map(() => `minmax(${COLUMN_WIDTH_PX}px, 1fr)`).join(' ');
  const height = virtualizer.getTotalSize() + HEADER_HEIGHT_PX;
  return (
    <ScrollRegion className="table-scroll sql-rows" ref={scroller} label={sqlScreen.resultRows}>
      <table
        className="table"
        aria-label={sqlScreen.resultRows}
        aria-rowcount={rowCount + 1}
        style={{ minWidth: columns.length * COLUMN_WIDTH_PX, height }}
      >
        <thead className="table-head">
          <tr aria-rowindex={1} style={{ gridTemplateColumns: template }}>
            {columns.map((column, place) => (
              <ColumnHead
                // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one name, their place is theirs
                key={place}
                name={column.name}
                isNumber={isNumeric(column.type)}
                sort={sort?.column === place ? sort : null}
                onSort={() => setSort(nextSort(sort, place))}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {virtualizer.getVirtualItems().map(({ key, index, start }) => {
            const row = order?.[index] ?? index;
            return (
              <tr
                key={key}
                aria-rowindex={index + 2}
                aria-selected={chosen.isOn ? chosen.row === row : undefined}
                className="table-row sql-row"
                data-chosen={chosen.row === row}
                onClick={() => chosen.choose(row)}
                style={{ gridTemplateColumns: template, transform: `translateY(${start}px)` }}
              >
                {columns.map((column, i) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one name, their place is theirs
                  <td key={i} data-number={isNumeric(column.type)}>
                    {formatSqlCell(rows.valueAt(row, i), column.type)}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** The row that is chosen on the map, which is scrolled to when it was chosen there. */
function useChosenRow(order: Uint32Array | null, scrollTo: (place: number) => void) {
  const sqlMap = useAppState((state) => state.sqlMap);
  const act = useAct();
  const isOwn = useRef(false);
  const row = sqlMap?.chosen ?? null;
  const scroll = useRef(scrollTo);
  scroll.current = scrollTo;
  useEffect(() => {
    if (row !== null && !isOwn.current) scroll.current(order ? order.indexOf(row) : row);
    isOwn.current = false;
  }, [row, order]);
  return {
    isOn: sqlMap !== null,
    row,
    choose(next: number) {
      if (!sqlMap) return;
      isOwn.current = true;
      act((state) => (row === next ? chooseResultRow(state, null) : flyToResultRow(state, next)));
    },
  };
}

interface ColumnHeadProps {
  name: string;
  isNumber: boolean;
  sort: ResultSort | null;
  onSort: () => void;
}

function ColumnHead({ name, isNumber, sort, onSort }: ColumnHeadProps) {
  const { ascending, descending, none } = sqlScreen.sort;
  const help = !sort ? ascending(name) : sort.descending ? none(name) : descending(name);
  const Icon = sort?.descending ? ArrowDown : ArrowUp;
  const direction = sort?.descending ? 'descending' : 'ascending';
  return (
    <th scope="col" data-number={isNumber} aria-sort={sort ? direction : 'none'}>
      <button type="button" className="sql-column" title={help} onClick={onSort}>
        {name}
        {sort && <Icon size={14} aria-hidden="true" />}
      </button>
    </th>
  );
}

const ROW_HEIGHT_PX = 32;
const HEADER_HEIGHT_PX = 44;
const COLUMN_WIDTH_PX = 120;
