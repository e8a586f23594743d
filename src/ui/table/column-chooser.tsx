import { ArrowDown, ArrowUp, Columns3 } from 'lucide-react';
import {
  changeView,
  currentView,
  groupBy,
  moveColumn,
  toggleColumn,
} from '../../state/answer-view-actions.ts';
import { useAct, useAppState } from '../app-context.tsx';
import { IconButton } from '../frame/icon-button.tsx';
import { Popover } from '../frame/popover.tsx';
import { answerView } from '../strings/answer-view.ts';
import type { TableColumn } from './table-columns.ts';

/** The columns of the table: which are shown, in which order, and by which it is grouped. */
export function ColumnChooser({ columns }: { columns: TableColumn[] }) {
  const { hidden, group } = useAppState(currentView);
  const act = useAct();
  const grouped = columns.find(({ name }) => name === group);
  const label = answerView.columnsHidden(hidden.length);
  return (
    <>
      {grouped && (
        <button
          type="button"
          className="filter-chip"
          title={answerView.ungroup}
          onClick={() => act((state) => groupBy(state, null))}
        >
          {answerView.grouped(grouped.label)} <span aria-hidden="true">×</span>
        </button>
      )}
      <Popover
        label={label}
        className="button drawer-columns"
        face={
          <>
            <Columns3 size={16} aria-hidden="true" />
            {label}
          </>
        }
      >
        {() => <ColumnList columns={columns} />}
      </Popover>
    </>
  );
}

function ColumnList({ columns }: { columns: TableColumn[] }) {
  const { hidden, order } = useAppState(currentView);
  const act = useAct();
  const ranked = inOrder(columns, order);
  const names = ranked.map(({ name }) => name);
  return (
    <>
      <ul className="column-list">
        {ranked.map(({ name, label }, index) => (
          <li key={name}>
            <label>
              <input
                type="checkbox"
                checked={!hidden.includes(name)}
                onChange={() => act((state) => toggleColumn(state, name))}
              />
              {label}
            </label>
            <IconButton
              label={`${label} : ${answerView.moveLeft.toLowerCase()}`}
              icon={ArrowUp}
              isDisabled={index === 0}
              onClick={() => act((state) => moveColumn(state, names, name, -1))}
            />
            <IconButton
              label={`${label} : ${answerView.moveRight.toLowerCase()}`}
              icon={ArrowDown}
              isDisabled={index === ranked.length - 1}
              onClick={() => act((state) => moveColumn(state, names, name, 1))}
            />
          </li>
        ))}
      </ul>
      {hidden.length > 0 && (
        <button
          type="button"
          className="link-button"
          onClick={() => act((state) => changeView(state, { hidden: [] }))}
        >
          {answerView.showAll}
        </button>
      )}
    </>
  );
}

/** Columns in the order that the reader gave them, those not named after them. */
function inOrder(columns: TableColumn[], order: string[]): TableColumn[] {
  const rank = ({ name }: TableColumn) => {
    const at = order.indexOf(name);
    return at < 0 ? order.length : at;
  };
  return [...columns].sort((a, b) => rank(a) - rank(b));
}
