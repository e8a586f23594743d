import { useMemo, useState } from 'react';
import type { Value } from '../../domain/feature.ts';
import { useAnswerView, useRowFilters } from '../answer/use-answer-view.ts';
import { answerView } from '../strings/answer-view.ts';
import { formatNumber } from '../strings/format.ts';
import { matchesText } from '../strings/match-text.ts';
import type { FilterEditorProps } from './filter-editor.tsx';

/** The values of a column among the rows that the other filters keep, with their counts, to be ticked. */
export function ValueFilter({
  answer,
  column,
  filter,
  onFilter,
}: FilterEditorProps & { answer: string }) {
  const filters = useRowFilters();
  const others = useMemo(
    () => filters.filter((other) => other.kind === 'extent' || other.column !== column.name),
    [filters, column.name],
  );
  const { result } = useAnswerView(answer, others, {
    kind: 'groups',
    column: column.name,
    sums: [],
  });
  const [sought, setSought] = useState('');
  if (!result) return <p className="quiet">{answerView.reading}</p>;
  const ticked = filter?.kind === 'among' ? filter.values : [];
  const label = (value: Value) =>
    value === null || value === '' ? answerView.empty : column.format(value);
  const found = result.groups.filter(({ value }) => matchesText(label(value), sought));
  const shown = found.slice(0, VALUES_SHOWN);
  const tick = (value: Value) => {
    const values = ticked.includes(value)
      ? ticked.filter((other) => other !== value)
      : [...ticked, value];
    onFilter(values.length === 0 ? null : { kind: 'among', column: column.name, values });
  };
  return (
    <div className="value-filter">
      {result.groups.length > FEW_VALUES && (
        <input
          type="text"
          value={sought}
          placeholder={answerView.findValue}
          aria-label={answerView.findValue}
          onChange={(event) => setSought(event.target.value)}
        />
      )}
      <ul>
        {shown.map(({ value, count }) => (
          <li key={`${typeof value} ${value}`}>
            <label>
              <input
                type="checkbox"
                checked={ticked.includes(value)}
                onChange={() => tick(value)}
              />
              <span>{label(value)}</span>
              <span className="quiet">{formatNumber(count, 0)}</span>
            </label>
          </li>
        ))}
      </ul>
      {found.length > shown.length && (
        <p className="quiet">{answerView.moreValues(shown.length, found.length)}</p>
      )}
    </div>
  );
}

const FEW_VALUES = 8;

/** Values listed at once; the list says how many there are, and the search finds the others. */
const VALUES_SHOWN = 200;
