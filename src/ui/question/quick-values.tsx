import { formatQuantity } from '../strings/format.ts';

interface QuickValuesProps {
  title: string;
  values: number[];
  unit: string;
  onChoose: (value: number) => void;
}

/** Buttons with the numbers that planners' questions name most. */
export function QuickValues({ title, values, unit, onChoose }: QuickValuesProps) {
  return (
    <fieldset className="quick-values">
      <legend className="visually-hidden">{title}</legend>
      {values.map((value) => (
        <button key={value} type="button" className="chip" onClick={() => onChoose(value)}>
          {formatQuantity(value, unit)}
        </button>
      ))}
    </fieldset>
  );
}
