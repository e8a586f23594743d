import { MapPin } from 'lucide-react';
import {
  type ColumnFilter,
  changeView,
  currentView,
  unfilterAll,
  unfilterColumn,
} from '../../state/answer-view-actions.ts';
import { useAct, useAppState } from '../app-context.tsx';
import { answerView } from '../strings/answer-view.ts';
import { filterSentence } from '../strings/filter-sentence.ts';
import type { TableColumn } from '../table/table-columns.ts';

/** What is kept of the answer: a chip a filter, each to be taken off, and the switch of what the map has in sight. */
export function FilterChips({ columns }: { columns: TableColumn[] }) {
  const { filters, isInSight } = useAppState(currentView);
  const act = useAct();
  return (
    <ul className="filter-chips" aria-label={answerView.filters}>
      <li>
        <button
          type="button"
          className="filter-chip"
          aria-pressed={isInSight}
          onClick={() => act((state) => changeView(state, { isInSight: !isInSight }))}
        >
          <MapPin size={14} aria-hidden="true" />
          {answerView.inSightToggle}
        </button>
      </li>
      {filters.map((filter) => (
        <FilterChip
          key={filter.column}
          filter={filter}
          columns={columns}
          onRemove={() => act((state) => unfilterColumn(state, filter.column))}
        />
      ))}
      {filters.length + Number(isInSight) > 1 && (
        <li>
          <button type="button" className="link-button" onClick={() => act(unfilterAll)}>
            {answerView.unfilterAll}
          </button>
        </li>
      )}
    </ul>
  );
}

interface FilterChipProps {
  filter: ColumnFilter;
  columns: TableColumn[];
  onRemove: () => void;
}

function FilterChip({ filter, columns, onRemove }: FilterChipProps) {
  const column = columns.find(({ name }) => name === filter.column);
  const sentence = filterSentence(filter, column?.label ?? filter.column, column?.say ?? String);
  return (
    <li>
      <button
        type="button"
        className="filter-chip"
        aria-pressed={true}
        title={answerView.unfilter(sentence)}
        aria-label={answerView.unfilter(sentence)}
        onClick={onRemove}
      >
        <span>{sentence}</span> <span aria-hidden="true">×</span>
      </button>
    </li>
  );
}
