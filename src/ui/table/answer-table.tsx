import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type { Answer } from '../../domain/answer.ts';
import type { Catalogue } from '../../domain/catalogue.ts';
import type { Value } from '../../domain/feature.ts';
import type { Layer } from '../../domain/layer.ts';
import type { Sort } from '../../engine/protocol.ts';
import { useAppState } from '../app-context.tsx';
import { fr } from '../strings/fr.ts';
import { RowsFailed } from './rows-failed.tsx';
import { type TableColumn, tableColumns } from './table-columns.ts';
import { useAnswerRows } from './use-answer-rows.ts';

/** What the two forms of the rows of an answer, table and cards, are given. */
export interface AnswerRowsProps {
  answer: Answer;
  target: Layer;
  catalogue: Catalogue;
  sort: Sort | null;
  onSort: (sort: Sort | null) => void;
  /** Shows the feature of that key on the map and in its card. */
  onOpen: (key: string) => void;
}

/** All rows of an answer in a table that draws only those in sight. */
export function AnswerTable({ answer, target, catalogue, sort, onSort, onOpen }: AnswerRowsProps) {
  const columns = useMemo(
    () => tableColumns(answer, target, catalogue),
    [answer, target, catalogue],
  );
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: answer.count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT_PX,
    overscan: 12,
    scrollMargin: HEADER_HEIGHT_PX,
  });
  const items = virtualizer.getVirtualItems();
  const rows = useAnswerRows(answer.id, sort, items[0]?.index ?? 0, items.at(-1)?.index ?? 0);
  const [focused, setFocused] = useState(0);
  const tabStop = items.find(({ index }) => index === focused)?.index ?? items[0]?.index;
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  const template = columns
    .map((column) => `minmax(${column.width}px, ${column.width}fr)`)
    .join(' ');
  return (
    <div className="table-scroll" ref={scroller}>
      {rows.failure && <RowsFailed error={rows.failure} onRetry={rows.retry} />}
      <table
        aria-rowcount={answer.count + 1}
        className="table"
        style={{ minWidth: width, height: virtualizer.getTotalSize() + HEADER_HEIGHT_PX }}
      >
        <caption className="visually-hidden">{fr.table.title}</caption>
        <TableHead columns={columns} template={template} sort={sort} onSort={onSort} />
        <tbody>
          {items.map((item) => (
            <TableRow
              key={item.key}
              index={item.index}
              count={answer.count}
              top={item.start}
              columns={columns}
              template={template}
              row={rows.rowAt(item.index)}
              names={rows.columns}
              target={target}
              onOpen={onOpen}
              isTabStop={item.index === tabStop}
              onFocus={() => setFocused(item.index)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const ROW_HEIGHT_PX = 32;
const HEADER_HEIGHT_PX = 44;

interface TableHeadProps {
  columns: TableColumn[];
  template: string;
  sort: Sort | null;
  onSort: (sort: Sort | null) => void;
}

function TableHead({ columns, template, sort, onSort }: TableHeadProps) {
  return (
    <thead className="table-head">
      <tr aria-rowindex={1} style={{ gridTemplateColumns: template }}>
        {columns.map((column) => {
          const isSorted = sort?.column === column.name;
          const isDescending = isSorted && sort.descending;
          const Arrow = isDescending ? ArrowDown : ArrowUp;
          return (
            <th
              key={column.name}
              scope="col"
              aria-sort={isSorted ? (isDescending ? 'descending' : 'ascending') : 'none'}
              data-number={column.isNumber}
            >
              <button
                type="button"
                title={fr.table.sortBy(column.label)}
                onClick={() => onSort(nextSort(sort, column.name))}
              >
                <span>{column.label}</span>
                {isSorted && <Arrow size={14} aria-hidden="true" />}
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

/** Ascending, then descending, then the order of the file again. */
function nextSort(sort: Sort | null, column: string): Sort | null {
  if (sort?.column !== column) return { column, descending: false };
  return sort.descending ? null : { column, descending: true };
}

interface TableRowProps {
  index: number;
  count: number;
  top: number;
  columns: TableColumn[];
  template: string;
  row: Value[] | null;
  names: string[];
  target: Layer;
  onOpen: (key: string) => void;
  /** Whether Tab stops at it: one row alone does, the arrows lead to the others. */
  isTabStop: boolean;
  onFocus: () => void;
}

function TableRow(props: TableRowProps) {
  const { index, count, top, columns, template, row, names, target, onOpen } = props;
  const key = row ? String(row[names.indexOf(target.key)] ?? '') : '';
  const isSelected = useAppState(
    ({ selection }) => key !== '' && selection?.layer === target.id && selection.key === key,
  );
  const open = () => key !== '' && onOpen(key);
  return (
    <tr
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      tabIndex={props.isTabStop ? 0 : -1}
      onFocus={props.onFocus}
      className="table-row"
      data-index={index}
      style={{ gridTemplateColumns: template, transform: `translateY(${top}px)` }}
      onClick={open}
      onKeyDown={(event) => onRowKey(event, index, count, open)}
    >
      {columns.map((column) => (
        <td key={column.name} data-number={column.isNumber}>
          {row ? column.format(row[names.indexOf(column.name)] ?? null) : '…'}
        </td>
      ))}
    </tr>
  );
}

/** Enter opens the row; the arrows go from row to row. */
function onRowKey(event: KeyboardEvent, index: number, count: number, open: () => void): void {
  if (event.key === 'Enter' || event.key === ' ') {
    event.preventDefault();
    open();
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const next = index + (step ?? 0);
  if (step === undefined || next < 0 || next >= count) return;
  event.preventDefault();
  const row = event.currentTarget.parentElement?.querySelector<HTMLElement>(
    `[data-index="${next}"]`,
  );
  row?.focus();
}
