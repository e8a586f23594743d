import { type FormEvent, useId, useState } from 'react';
import type { ColumnFilter } from '../../state/answer-view-actions.ts';
import { answerView } from '../strings/answer-view.ts';
import { formatPlain, parseFrenchNumber } from '../strings/french-number.ts';
import type { TableColumn } from './table-columns.ts';

/** What an editor of a column's filter is given; `onFilter` with null takes the filter off. */
export interface FilterEditorProps {
  column: TableColumn;
  filter: ColumnFilter | null;
  onFilter: (filter: ColumnFilter | null) => void;
}

/** The filter of a column of numbers: from, to, or one of both. */
export function RangeEditor({ column, filter, onFilter }: FilterEditorProps) {
  const range = filter?.kind === 'range' ? filter : null;
  const scale = column.isShare ? 100 : 1;
  const typed = (value: number | null | undefined) =>
    value === null || value === undefined ? '' : formatPlain(value * scale);
  const [from, setFrom] = useState(typed(range?.min));
  const [to, setTo] = useState(typed(range?.max));
  const [isWrong, setWrong] = useState(false);
  const id = useId();
  const wrong = isWrong ? id : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const [min, max] = [from, to].map((text) =>
      text.trim() === '' ? null : parseFrenchNumber(text) / scale,
    ) as [number | null, number | null];
    const isBad =
      (min === null && max === null) ||
      [min, max].some((value) => value !== null && !Number.isFinite(value)) ||
      (min !== null && max !== null && min > max);
    setWrong(isBad);
    if (!isBad) onFilter({ kind: 'range', column: column.name, min, max });
  };
  return (
    <form className="filter-editor" onSubmit={submit}>
      <Bound label={answerView.from} column={column} value={from} onValue={setFrom} wrong={wrong} />
      <Bound label={answerView.to} column={column} value={to} onValue={setTo} wrong={wrong} />
      <button type="submit" className="button">
        {answerView.apply}
      </button>
      {wrong && <Wrong id={wrong} sentence={answerView.badRange} />}
    </form>
  );
}

/** The filter of a column of dates. */
export function PeriodEditor({ column, filter, onFilter }: FilterEditorProps) {
  const period = filter?.kind === 'period' ? filter : null;
  const [from, setFrom] = useState(period?.from ?? '');
  const [to, setTo] = useState(period?.to ?? '');
  const [isWrong, setWrong] = useState(false);
  const id = useId();
  const wrong = isWrong ? id : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const isBad = (from === '' && to === '') || (from !== '' && to !== '' && from > to);
    setWrong(isBad);
    if (isBad) return;
    onFilter({ kind: 'period', column: column.name, from: from || null, to: to || null });
  };
  return (
    <form className="filter-editor" onSubmit={submit}>
      <Bound
        type="date"
        label={answerView.fromDate}
        column={column}
        value={from}
        onValue={setFrom}
        wrong={wrong}
      />
      <Bound
        type="date"
        label={answerView.toDate}
        column={column}
        value={to}
        onValue={setTo}
        wrong={wrong}
      />
      <button type="submit" className="button">
        {answerView.apply}
      </button>
      {wrong && <Wrong id={wrong} sentence={answerView.badPeriod} />}
    </form>
  );
}

/** The filter of a column of text: a part of it. */
export function TextEditor({ column, filter, onFilter }: FilterEditorProps) {
  const [text, setText] = useState(filter?.kind === 'text' ? filter.text : '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const part = text.trim();
    onFilter(part === '' ? null : { kind: 'text', column: column.name, text: part });
  };
  return (
    <form className="filter-editor" onSubmit={submit}>
      <Bound label={answerView.text} column={column} value={text} onValue={setText} isWide />
      <button type="submit" className="button">
        {answerView.apply}
      </button>
    </form>
  );
}

interface BoundProps {
  label: string;
  column: TableColumn;
  value: string;
  onValue: (value: string) => void;
  type?: 'text' | 'date';
  isWide?: boolean;
  /** The id of what says that it is wrong. */
  wrong?: string | undefined;
}

function Bound({
  label,
  column,
  value,
  onValue,
  type = 'text',
  isWide = false,
  wrong,
}: BoundProps) {
  return (
    <label data-wide={isWide}>
      {label}{' '}
      <input
        type={type}
        value={value}
        inputMode={type === 'text' && !isWide ? 'decimal' : undefined}
        aria-label={`${column.label}, ${label}`}
        aria-invalid={wrong !== undefined}
        aria-describedby={wrong}
        onChange={(event) => onValue(event.target.value)}
      />
    </label>
  );
}

const Wrong = ({ id, sentence }: { id: string; sentence: string }) => (
  <p id={id} className="warning" role="alert">
    {sentence}
  </p>
);
