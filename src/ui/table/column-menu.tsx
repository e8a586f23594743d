import { EllipsisVertical } from 'lucide-react';
import {
  addChart,
  type ColumnFilter,
  changeView,
  currentView,
  filterColumn,
  groupBy,
  moveColumn,
  toggleColumn,
  unfilterColumn,
} from '../../state/answer-view-actions.ts';
import type { AppState } from '../../state/app-state.ts';
import { chartFor } from '../answer/chart-choices.ts';
import { useAct, useAppState } from '../app-context.tsx';
import { Popover } from '../frame/popover.tsx';
import { answerView } from '../strings/answer-view.ts';
import { PeriodEditor, RangeEditor, TextEditor } from './filter-editor.tsx';
import type { TableColumn } from './table-columns.ts';
import { ValueFilter } from './value-filter.tsx';

interface ColumnMenuProps {
  answer: string;
  column: TableColumn;
  /** Names of all columns, in the order in which they stand. */
  order: string[];
  /** Names of the columns that are summed. */
  sums: string[];
  width: number;
}

/** The menu of a column: its filter, its order, its group, its place and its sum. */
export function ColumnMenu(props: ColumnMenuProps) {
  const { column } = props;
  const isFiltered = useAppState((state) =>
    currentView(state).filters.some((filter) => filter.column === column.name),
  );
  return (
    <Popover
      label={answerView.columnMenu(column.label)}
      className="icon-button column-menu"
      tabIndex={-1}
      face={<EllipsisVertical size={16} aria-hidden="true" data-filtered={isFiltered} />}
    >
      {(close) => (
        <>
          <FilterPart {...props} close={close} />
          <MenuItems {...props} close={close} />
        </>
      )}
    </Popover>
  );
}

function FilterPart({ answer, column, close }: ColumnMenuProps & { close: () => void }) {
  const act = useAct();
  const view = useAppState(currentView);
  const filter = view.filters.find((other) => other.column === column.name) ?? null;
  const onFilter = (next: ColumnFilter | null) =>
    act((state) => (next ? filterColumn(state, next) : unfilterColumn(state, column.name)));
  const closing = (next: ColumnFilter | null) => {
    onFilter(next);
    close();
  };
  return (
    <section className="filter-part" aria-label={answerView.filterTitle}>
      <h3>{answerView.filterTitle}</h3>
      {column.filter === 'range' && (
        <RangeEditor column={column} filter={filter} onFilter={closing} />
      )}
      {column.filter === 'period' && (
        <PeriodEditor column={column} filter={filter} onFilter={closing} />
      )}
      {column.filter === 'text' && (
        <TextEditor column={column} filter={filter} onFilter={closing} />
      )}
      {(column.filter === 'among' || column.filter === 'text') && (
        <ValueFilter answer={answer} column={column} filter={filter} onFilter={onFilter} />
      )}
      <ul className="menu-items">
        <MenuItem
          label={answerView.onlyEmpty}
          onChoose={() => closing({ kind: 'among', column: column.name, values: [null] })}
        />
        {filter && <MenuItem label={answerView.clear} onChoose={() => closing(null)} />}
      </ul>
    </section>
  );
}

function MenuItems({ column, order, sums, width, close }: ColumnMenuProps & { close: () => void }) {
  const act = useAct();
  const { sort, group, widths } = useAppState(currentView);
  const then = (action: (state: AppState) => AppState) => () => {
    act(action);
    close();
  };
  const sorted = (descending: boolean) =>
    then((state) => changeView(state, { sort: { column: column.name, descending } }));
  const chart = chartFor(column);
  const isGrouped = group === column.name;
  const isSummed = sums.includes(column.name);
  const resized = (share: number) => () =>
    act((state) =>
      changeView(state, { widths: { ...widths, [column.name]: Math.round(width * share) } }),
    );
  return (
    <ul className="menu-items">
      <MenuItem label={answerView.ascending} onChoose={sorted(false)} />
      <MenuItem label={answerView.descending} onChoose={sorted(true)} />
      {sort?.column === column.name && (
        <MenuItem
          label={answerView.unsorted}
          onChoose={then((state) => changeView(state, { sort: null }))}
        />
      )}
      <MenuItem
        label={isGrouped ? answerView.ungroup : answerView.group}
        onChoose={then((state) => groupBy(state, isGrouped ? null : column.name))}
      />
      {column.isNumber && (
        <li>
          <label className="menu-check">
            <input
              type="checkbox"
              checked={isSummed}
              onChange={() =>
                act((state) =>
                  changeView(state, {
                    sums: isSummed
                      ? sums.filter((name) => name !== column.name)
                      : [...sums, column.name],
                  }),
                )
              }
            />
            {answerView.sum}
          </label>
        </li>
      )}
      <MenuItem label={answerView.chart} onChoose={then((state) => addChart(state, chart))} />
      <MenuItem
        label={answerView.moveLeft}
        onChoose={() => act((state) => moveColumn(state, order, column.name, -1))}
      />
      <MenuItem
        label={answerView.moveRight}
        onChoose={() => act((state) => moveColumn(state, order, column.name, 1))}
      />
      <MenuItem label={answerView.wider} onChoose={resized(1.25)} />
      <MenuItem label={answerView.narrower} onChoose={resized(0.8)} />
      <MenuItem
        label={answerView.hide}
        onChoose={then((state) => toggleColumn(state, column.name))}
      />
    </ul>
  );
}

function MenuItem({ label, onChoose }: { label: string; onChoose: () => void }) {
  return (
    <li>
      <button type="button" className="choice" onClick={onChoose}>
        {label}
      </button>
    </li>
  );
}
