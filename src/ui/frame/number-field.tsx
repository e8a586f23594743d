import { useEffect, useId, useState } from 'react';
import { builder as words } from '../strings/builder.ts';
import { formatPlain } from '../strings/french-number.ts';
import { parseQuantity } from '../strings/parse-quantity.ts';

interface NumberFieldProps {
  label: string;
  /** NaN while it is still to be written. */
  value: number;
  unit?: string | undefined;
  onChange: (value: number) => void;
  onFocus?: () => void;
  /** Id of what is said elsewhere of this field, while something is wrong with it. */
  faultId?: string | undefined;
}

/**
 * A number as a reader types it, with a comma or a point, in the unit beside it or in another of its kind (`1 ha` where m² are
 * wanted); gives NaN, and says why, while it is no number.
 */
export function NumberField({ label, value, unit, onChange, onFocus, faultId }: NumberFieldProps) {
  const [text, setText] = useState(() => formatPlain(value));
  const id = useId();
  useEffect(() => {
    setText((current) =>
      Object.is(parseQuantity(current, unit), value) ? current : formatPlain(value),
    );
  }, [value, unit]);
  const isWrong = Number.isNaN(value) && text.trim() !== '';
  const settle = () => {
    if (!Number.isNaN(value)) setText(formatPlain(value));
  };
  return (
    <span className="number-field">
      <input
        type="text"
        inputMode="text"
        aria-label={unit ? `${label} (${unit})` : label}
        aria-invalid={isWrong || faultId !== undefined}
        aria-describedby={[isWrong && id, faultId].filter(Boolean).join(' ') || undefined}
        size={Math.max(5, text.length)}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          onChange(parseQuantity(event.target.value, unit));
        }}
        onFocus={onFocus}
        onBlur={settle}
      />
      {unit && <span>{unit}</span>}
      {isWrong && (
        <span id={id} className="fault" role="alert">
          {/\d/.test(text) && unit
            ? words.quantity.unit(text.trim(), unit)
            : words.quantity.nonsense(text.trim())}
        </span>
      )}
    </span>
  );
}
