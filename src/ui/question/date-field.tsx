import { useEffect, useId, useState } from 'react';
import { today } from '../carte/today.ts';
import { builder as words } from '../strings/builder.ts';
import { formatShortDate } from '../strings/format.ts';
import { fr } from '../strings/fr.ts';
import { parseFrenchDate } from '../strings/parse-date.ts';
import { useBuilder } from './builder-context.ts';
import { useFaultId } from './field-fault.tsx';

interface DateFieldProps {
  /** ISO day; empty while it is still to be written. */
  value: string;
  onChange: (value: string, step?: string) => void;
}

/** A day as a reader types it; gives an empty text, and says why, while it is none. */
export function DateField({ value, onChange }: DateFieldProps) {
  const { endStep } = useBuilder();
  const [text, setText] = useState(() => formatShortDate(value));
  const id = useId();
  const faultId = useFaultId('value');
  useEffect(() => {
    setText((current) => (isoOf(current) === value ? current : formatShortDate(value)));
  }, [value]);
  const read = parseFrenchDate(text);
  const fault =
    read.kind === 'nonsense' || read.kind === 'absent' ? words.date[read.kind](text.trim()) : null;
  return (
    <>
      <span className="number-field">
        <input
          type="text"
          aria-label={fr.condition.value}
          aria-invalid={fault !== null || faultId !== undefined}
          aria-describedby={[fault && id, faultId].filter(Boolean).join(' ') || undefined}
          placeholder={words.date.placeholder}
          size={10}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            onChange(isoOf(event.target.value), 'date');
          }}
          onFocus={endStep}
        />
        {fault && (
          <span id={id} className="fault" role="alert">
            {fault}
          </span>
        )}
      </span>
      <fieldset className="quick-values">
        <legend className="visually-hidden">{words.date.quick}</legend>
        {QUICK_YEARS.map((years) => (
          <button
            key={years}
            type="button"
            className="chip"
            onClick={() => onChange(yearsAgo(years))}
          >
            {words.date.yearsAgo(years)}
          </button>
        ))}
      </fieldset>
    </>
  );
}

function isoOf(text: string): string {
  const read = parseFrenchDate(text);
  return read.kind === 'day' ? read.iso : '';
}

/** The same day some years ago; of 29 February the 28th. */
function yearsAgo(years: number): string {
  const day = today();
  const before = `${Number(day.slice(0, 4)) - years}${day.slice(4)}`;
  return parseFrenchDate(before).kind === 'day' ? before : `${before.slice(0, 8)}28`;
}

const QUICK_YEARS = [1, 5, 10];
