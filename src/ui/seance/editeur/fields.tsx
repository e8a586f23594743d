import { useEffect, useId, useState } from 'react';
import { isFault } from '../../../domain/check-seance.ts';
import { formatPlain } from '../../strings/french-number.ts';
import { parseQuantity } from '../../strings/parse-quantity.ts';
import { seanceFaultSentence } from '../../strings/seance-editor.ts';
import { faultAt, useEditing } from './editor-context.ts';

interface FieldProps {
  label: string;
  /** Of the session: `items.2.title`; a fault there is said under the field. */
  path: string;
  help?: string;
}

interface TextProps extends FieldProps {
  value: string;
  type?: 'text' | 'date';
  /** Lines of a long text. */
  rows?: number;
  onChange: (value: string) => void;
}

/** A text of the session, with its label, its help and its fault. */
export function TextField({ label, path, help, value, type = 'text', rows, onChange }: TextProps) {
  const { id, isWrong, describedBy, note } = useFieldNote(path, help);
  const shared = {
    id: `${id}-field`,
    value,
    'aria-invalid': isWrong,
    'aria-describedby': describedBy,
    onChange: ({ target }: { target: { value: string } }) => onChange(target.value),
  };
  return (
    <div className="seance-field">
      <label htmlFor={shared.id}>{label}</label>
      {rows ? <textarea rows={rows} {...shared} /> : <input type={type} {...shared} />}
      {note}
    </div>
  );
}

interface NumberProps extends FieldProps {
  /** NaN while it is still to be written. */
  value: number;
  onChange: (value: number) => void;
}

/** A number as a reader types it, with a comma or a point; NaN while it is none. */
export function NumberField({ label, path, help, value, onChange }: NumberProps) {
  const { id, isWrong, describedBy, note } = useFieldNote(path, help);
  const [text, setText] = useState(() => formatPlain(value));
  useEffect(() => {
    setText((current) =>
      Object.is(parseQuantity(current, undefined), value) ? current : formatPlain(value),
    );
  }, [value]);
  return (
    <div className="seance-field">
      <label htmlFor={`${id}-field`}>{label}</label>
      <input
        id={`${id}-field`}
        type="text"
        inputMode="decimal"
        value={text}
        aria-invalid={isWrong}
        aria-describedby={describedBy}
        onChange={({ target }) => {
          setText(target.value);
          onChange(parseQuantity(target.value, undefined));
        }}
        onBlur={() => {
          if (!Number.isNaN(value)) setText(formatPlain(value));
        }}
      />
      {note}
    </div>
  );
}

interface ChoiceProps extends FieldProps {
  value: string;
  options: (readonly [value: string, label: string])[];
  onChange: (value: string) => void;
}

/** A choice of one value. */
export function ChoiceField({ label, path, help, value, options, onChange }: ChoiceProps) {
  const { id, isWrong, describedBy, note } = useFieldNote(path, help);
  return (
    <div className="seance-field">
      <label htmlFor={`${id}-field`}>{label}</label>
      <select
        id={`${id}-field`}
        value={value}
        aria-invalid={isWrong}
        aria-describedby={describedBy}
        onChange={({ target }) => onChange(target.value)}
      >
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
      {note}
    </div>
  );
}

/** The fault or the help of a field, and how the field names it. */
function useFieldNote(path: string, help: string | undefined) {
  const id = useId();
  const fault = faultAt(useEditing().faults, path);
  const isWrong = fault !== null && isFault(fault);
  const note =
    fault || help ? (
      <p id={id} className={isWrong ? 'fault' : 'quiet'}>
        {fault ? seanceFaultSentence(fault) : help}
      </p>
    ) : null;
  return { id, isWrong, describedBy: note ? id : undefined, note };
}
