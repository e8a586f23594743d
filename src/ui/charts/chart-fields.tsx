import { type FormEvent, useId, useState } from 'react';
import { charts, formatPeriod } from '../strings/charts.ts';
import { formatPlain, parseFrenchNumber } from '../strings/french-number.ts';
import { fillPeriods, periodPick } from './chart-pick.ts';
import type { ChartPick, ChartSpec } from './chart-spec.ts';

interface ChartFieldsProps {
  spec: ChartSpec;
  picked: ChartPick;
  onPick: (pick: ChartPick) => void;
}

/** The same picks as the pointer's, by number fields or lists, and the way back to all rows. Bars are picked in their table. */
export function ChartFields({ spec, picked, onPick }: ChartFieldsProps) {
  const clear = picked && (
    <button type="button" className="link-button" onClick={() => onPick(null)}>
      {charts.clear}
    </button>
  );
  if (spec.kind === 'bars') return clear ? <p className="chart-fields">{clear}</p> : null;
  if (spec.kind === 'time') {
    return (
      <PeriodFields spec={spec} picked={picked} onPick={onPick}>
        {clear}
      </PeriodFields>
    );
  }
  const range = picked?.kind === 'range' ? picked : null;
  return (
    <RangeFields
      key={`${range?.min} ${range?.max}`}
      range={range}
      title={spec.x.title}
      onPick={onPick}
    >
      {clear}
    </RangeFields>
  );
}

interface RangeFieldsProps {
  range: { min: number; max: number } | null;
  title: string;
  onPick: (pick: ChartPick) => void;
  children: React.ReactNode;
}

function RangeFields({ range, title, onPick, children }: RangeFieldsProps) {
  const [min, setMin] = useState(range ? bound(range.min) : '');
  const [max, setMax] = useState(range ? bound(range.max) : '');
  const [isWrong, setWrong] = useState(false);
  const id = useId();
  const apply = (event: FormEvent) => {
    event.preventDefault();
    const [low, high] = [parseFrenchNumber(min), parseFrenchNumber(max)];
    const isRange = low <= high;
    setWrong(!isRange);
    if (isRange) onPick({ kind: 'range', min: low, max: high });
  };
  const field = (label: string, value: string, set: (text: string) => void) => (
    <label>
      {label}{' '}
      <input
        type="text"
        inputMode="decimal"
        value={value}
        aria-label={`${title}, ${label}`}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? id : undefined}
        onChange={(event) => set(event.target.value)}
      />
    </label>
  );
  return (
    <form className="chart-fields" onSubmit={apply}>
      {field(charts.from, min, setMin)}
      {field(charts.to, max, setMax)}
      <button type="submit" className="button">
        {charts.apply}
      </button>
      {children}
      {isWrong && (
        <span id={id} className="warning" role="alert">
          {charts.notNumber}
        </span>
      )}
    </form>
  );
}

/** A side that is open shows nothing. */
const bound = (value: number) => (Number.isFinite(value) ? formatPlain(value) : '');

interface PeriodFieldsProps extends ChartFieldsProps {
  spec: Extract<ChartSpec, { kind: 'time' }>;
  children: React.ReactNode;
}

function PeriodFields({ spec, picked, onPick, children }: PeriodFieldsProps) {
  const periods = fillPeriods(spec.periods).map(({ period }) => period);
  const [first, last] = [periods[0], periods.at(-1)];
  if (first === undefined || last === undefined) return null;
  const { from, to } = picked?.kind === 'period' ? picked : { from: first, to: last };
  const list = (label: string, value: string, pick: (period: string) => ChartPick) => (
    <label>
      {label}{' '}
      <select
        value={value}
        aria-label={`${charts.period}, ${label}`}
        onChange={(event) => onPick(pick(event.target.value))}
      >
        {periods.map((period) => (
          <option key={period} value={period}>
            {formatPeriod(period)}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <p className="chart-fields">
      {list(charts.from, from, (start) => periodPick(start, to))}
      {list(charts.to, to, (end) => periodPick(from, end))}
      {children}
    </p>
  );
}
