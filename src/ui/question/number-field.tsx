import { useEffect, useState } from 'react';
import { formatPlain, parseFrenchNumber } from '../strings/french-number.ts';

interface NumberFieldProps {
  label: string;
  /** NaN while it is still to be written. */
  value: number;
  unit?: string | undefined;
  onChange: (value: number) => void;
}

/** A number as a reader types it, with a comma or a point, and its unit beside it; gives NaN while it is no number. */
export function NumberField({ label, value, unit, onChange }: NumberFieldProps) {
  const [text, setText] = useState(() => formatPlain(value));
  useEffect(() => {
    setText((current) =>
      Object.is(parseFrenchNumber(current), value) ? current : formatPlain(value),
    );
  }, [value]);
  return (
    <span className="number-field">
      <input
        type="text"
        inputMode="decimal"
        aria-label={unit ? `${label} (${unit})` : label}
        aria-invalid={Number.isNaN(value)}
        size={Math.max(5, text.length)}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          onChange(parseFrenchNumber(event.target.value));
        }}
      />
      {unit && <span>{unit}</span>}
    </span>
  );
}
