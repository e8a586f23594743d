import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowUpDown } from 'lucide-react';
import { useRef } from 'react';
import type { Value } from '../../domain/feature.ts';
import type { Layer } from '../../domain/layer.ts';
import type { Sort } from '../../engine/protocol.ts';
import { changeView, currentView } from '../../state/answer-view-actions.ts';
import { useAct, useAppState } from '../app-context.tsx';
import { answerView } from '../strings/answer-view.ts';
import { fr } from '../strings/fr.ts';
import type { AnswerRowsProps } from './answer-table.tsx';
import { RowsFailed } from './rows-failed.tsx';
import type { TableColumn } from './table-columns.ts';
import { useAnswerRows } from './use-answer-rows.ts';

/** All rows of an answer as cards, for narrow windows; only those in sight are drawn. */
export function AnswerCards(props: AnswerRowsProps) {
  const { answer, target, columns, lines, filters, onOpen } = props;
  const { sort, hidden } = useAppState(currentView);
  const act = useAct();
  const shown = columns.filter(({ name }) => !hidden.includes(name)).slice(0, LINES_SHOWN + 1);
  const scroller = useRef<HTMLUListElement>(null);
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => CARD_HEIGHT_PX,
    overscan: 4,
  });
  const items = virtualizer.getVirtualItems();
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0];
  const rows = useAnswerRows(answer.id, sort, filters, lines, first, last);
  return (
    <>
      <SortChoice
        columns={columns}
        sort={sort}
        onSort={(next) => act((state) => changeView(state, { sort: next }))}
      />
      {rows.failure && <RowsFailed error={rows.failure} onRetry={rows.retry} />}
      <ul className="answer-cards" ref={scroller} aria-label={fr.table.title}>
        <li aria-hidden="true" style={{ height: virtualizer.getTotalSize() }} />
        {items.map((item) => (
          <RowCard
            key={item.key}
            index={item.index}
            count={lines.length}
            top={item.start}
            columns={shown}
            row={rows.rowOf(lines.lineAt(item.index))}
            names={rows.columns}
            target={target}
            onOpen={onOpen}
          />
        ))}
      </ul>
      {lines.length === 0 && <p className="table-none quiet">{answerView.noneKept}</p>}
    </>
  );
}

const LINES_SHOWN = 4;
const CARD_HEIGHT_PX = 152;

interface SortChoiceProps {
  columns: TableColumn[];
  sort: Sort | null;
  onSort: (sort: Sort | null) => void;
}

function SortChoice({ columns, sort, onSort }: SortChoiceProps) {
  return (
    <p className="sort-choice">
      <label>
        {fr.table.sortLabel}{' '}
        <select
          value={sort?.column ?? ''}
          onChange={({ target: { value } }) =>
            onSort(value === '' ? null : { column: value, descending: false })
          }
        >
          <option value="">{fr.table.fileOrder}</option>
          {columns.map((column) => (
            <option key={column.name} value={column.name}>
              {column.label}
            </option>
          ))}
        </select>
      </label>
      <button
        type="button"
        className="icon-button"
        aria-label={fr.table.reverse}
        disabled={sort === null}
        onClick={() => sort && onSort({ ...sort, descending: !sort.descending })}
      >
        <ArrowUpDown size={18} aria-hidden="true" />
      </button>
    </p>
  );
}

interface RowCardProps {
  index: number;
  count: number;
  top: number;
  columns: TableColumn[];
  row: Value[] | null;
  names: string[];
  target: Layer;
  onOpen: (key: string) => void;
}

function RowCard(props: RowCardProps) {
  const { index, count, top, columns, row, names, target, onOpen } = props;
  const cell = (name: string) => row?.[names.indexOf(name)] ?? null;
  const key = String(cell(target.key) ?? '');
  const [title, ...lines] = columns;
  return (
    <li
      className="answer-card"
      aria-posinset={index + 1}
      aria-setsize={count}
      style={{ transform: `translateY(${top}px)` }}
    >
      <button
        type="button"
        className="answer-card-button"
        disabled={key === ''}
        onClick={() => onOpen(key)}
      >
        <strong>{row && title ? title.format(cell(title.name)) : '…'}</strong>
        {lines.map((column) => (
          <span key={column.name} className="answer-card-line">
            <span className="quiet">{column.label}</span>
            <span>{row ? column.format(cell(column.name)) : '…'}</span>
          </span>
        ))}
      </button>
    </li>
  );
}
