import { type ReactNode, useId } from 'react';

interface FieldProps {
  label: string;
  value: string;
  /** What is wrong with it, one sentence. */
  fault?: string | null;
  help?: string | undefined;
  onChange: (value: string) => void;
}

interface TextFieldProps extends FieldProps {
  type?: 'text' | 'date';
  /** Several lines. */
  isLong?: boolean;
}

/** A field to be written in, with its label, its help and its fault. */
export function TextField({ type = 'text', isLong = false, ...props }: TextFieldProps) {
  const id = useId();
  const { label, value, fault = null, help, onChange } = props;
  const shared = {
    value,
    'aria-invalid': fault !== null,
    'aria-describedby': fault || help ? id : undefined,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  };
  return (
    <LabelledField id={id} label={label} fault={fault} help={help}>
      {isLong ? <textarea rows={3} {...shared} /> : <input type={type} {...shared} />}
    </LabelledField>
  );
}

interface SelectFieldProps extends FieldProps {
  /** Values and what they are called. */
  options: (readonly [value: string, label: string])[];
  /** What is shown for a value that is not among the options; without it there is always one. */
  unset?: string;
}

/** A field to be chosen in. */
export function SelectField({ options, unset, ...props }: SelectFieldProps) {
  const id = useId();
  const { label, value, fault = null, help, onChange } = props;
  const isKnown = options.some(([option]) => option === value);
  return (
    <LabelledField id={id} label={label} fault={fault} help={help}>
      <select
        value={isKnown ? value : ''}
        aria-invalid={fault !== null}
        aria-describedby={fault || help ? id : undefined}
        onChange={(event) => onChange(event.target.value)}
      >
        {(unset !== undefined || !isKnown) && <option value="">{unset ?? ''}</option>}
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </LabelledField>
  );
}

interface LabelledFieldProps {
  id: string;
  label: string;
  fault: string | null;
  help: string | undefined;
  children: ReactNode;
}

function LabelledField({ id, label, fault, help, children }: LabelledFieldProps) {
  return (
    <div className="publier-field" data-faulty={fault !== null}>
      {/* biome-ignore lint/a11y/noLabelWithoutControl: the control is the child. */}
      <label>
        <span>{label}</span>
        {children}
      </label>
      {(fault || help) && (
        <p id={id} className={fault ? 'warning' : 'quiet'}>
          {[fault, help].filter(Boolean).join(' ')}
        </p>
      )}
    </div>
  );
}
