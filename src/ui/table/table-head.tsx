import { ArrowDown, ArrowUp } from 'lucide-react';
import type { Sort } from '../../engine/protocol.ts';
import { answerView } from '../strings/answer-view.ts';
import { fr } from '../strings/fr.ts';
import { ColumnMenu } from './column-menu.tsx';
import type { ShownColumn } from './table-model.ts';
import type { GridCell } from './use-grid-focus.ts';

interface TableHeadProps {
  answer: string;
  columns: ShownColumn[];
  order: string[];
  sums: string[];
  template: string;
  sort: Sort | null;
  onSort: (sort: Sort | null) => void;
  /** The cell that Tab stops at. */
  cell: GridCell;
  onFocusCell: (cell: GridCell) => void;
}

/** The headings: each sorts by a press, has a menu, and an edge that is dragged to another width. */
export function TableHead(props: TableHeadProps) {
  const { answer, columns, order, sums, template, sort, onSort, cell, onFocusCell } = props;
  return (
    <thead className="table-head">
      <tr aria-rowindex={1} style={{ gridTemplateColumns: template }}>
        <th scope="col">
          <span className="visually-hidden">{answerView.why}</span>
        </th>
        {columns.map((column, index) => {
          const isSorted = sort?.column === column.name;
          const isDescending = isSorted && sort.descending;
          const Arrow = isDescending ? ArrowDown : ArrowUp;
          const at = { line: -1, column: index + 1 };
          const resize = column.header.getResizeHandler();
          return (
            <th
              key={column.name}
              scope="col"
              aria-sort={isSorted ? (isDescending ? 'descending' : 'ascending') : 'none'}
              data-number={column.isNumber}
              onFocus={() => onFocusCell(at)}
              onKeyDown={onHeadKey}
            >
              <button
                type="button"
                className="table-sort"
                data-cell={`-1:${index + 1}`}
                tabIndex={cell.line === -1 && Math.max(1, cell.column) === index + 1 ? 0 : -1}
                title={fr.table.sortBy(column.label)}
                onClick={() => onSort(nextSort(sort, column.name))}
              >
                <span>{column.label}</span>
                {isSorted && <Arrow size={14} aria-hidden="true" />}
              </button>
              <ColumnMenu
                answer={answer}
                column={column}
                order={order}
                sums={sums}
                width={column.width}
              />
              <span
                className="table-resize"
                aria-hidden="true"
                title={answerView.resize(column.label)}
                onMouseDown={resize}
                onTouchStart={resize}
              />
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

/** Alt and the down arrow open the menu of a column, as they open a list. */
function onHeadKey(event: React.KeyboardEvent): void {
  if (!event.altKey || event.key !== 'ArrowDown') return;
  event.preventDefault();
  event.stopPropagation();
  event.currentTarget.querySelector<HTMLElement>('.column-menu')?.click();
}

/** Ascending, then descending, then the order of the file again. */
function nextSort(sort: Sort | null, column: string): Sort | null {
  if (sort?.column !== column) return { column, descending: false };
  return sort.descending ? null : { column, descending: true };
}
