import { useEffect, useState } from 'react';
import { formatPlain, parseFrenchNumber } from '../strings/french-number.ts';

interface QuantityFieldProps {
  label: string;
  /** NaN while it is still to be written. */
  value: number;
  unit: string;
  onChange: (value: number) => void;
}

/** A quantity as a reader types it, with a comma or a point, and its unit beside it; gives NaN while it is no number. */
export function QuantityField({ label, value, unit, onChange }: QuantityFieldProps) {
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
        aria-label={`${label} (${unit})`}
        size={Math.max(5, text.length)}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          onChange(parseFrenchNumber(target.value));
        }}
      />
      <span>{unit}</span>
    </span>
  );
}
