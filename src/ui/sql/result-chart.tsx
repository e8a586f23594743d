import { useMemo, useState } from 'react';
import type { RowSource } from '../../state/effects.ts';
import { ChartView } from '../charts/chart-view.tsx';
import { sqlScreen } from '../strings/sql-screen.ts';
import {
  type ChartChoice,
  chartResult,
  firstChoice,
  placesOf,
  type ResultColumn,
} from './chart-result.ts';
import { isNumeric } from './sql-cell.ts';

const words = sqlScreen.chart;
/** Bars beyond which a figure is no longer read, and is not drawn. */
const MOST_BARS = 200;

/** A figure of a result, of the columns that the reader chooses. */
export function ResultChart({ rows, columns }: { rows: RowSource; columns: ResultColumn[] }) {
  const [choice, setChoice] = useState<ChartChoice | null>(() => firstChoice(columns));
  const figure = useMemo(
    () => choice && chartResult(rows, columns, choice),
    [rows, columns, choice],
  );
  const numbers = placesOf(columns, isNumeric);
  if (!choice || !figure) return <p className="quiet">{words.none}</p>;
  const { spec, missing } = figure;
  return (
    <div className="sql-chart">
      <fieldset className="sql-chart-choice">
        <legend className="visually-hidden">{words.title}</legend>
        <Choice
          label={words.kind}
          value={choice.kind}
          options={kindsFor(numbers).map((kind) => [kind, words.kinds[kind]])}
          onChoose={(kind) => setChoice(choiceOf(kind, columns, numbers))}
        />
        <ColumnChoices columns={columns} choice={choice} onChoose={setChoice} />
      </fieldset>
      {spec.kind === 'bars' && spec.bars.length > MOST_BARS ? (
        <p className="quiet">{words.tooMany(spec.bars.length, MOST_BARS)}</p>
      ) : (
        <ChartView spec={spec} label={words.label(words.kinds[choice.kind])} />
      )}
      {missing > 0 && <p className="quiet">{words.missing(missing)}</p>}
    </div>
  );
}

function kindsFor(numbers: number[]): ChartChoice['kind'][] {
  if (numbers.length === 0) return ['bars'];
  return numbers.length === 1 ? ['bars', 'histogram'] : ['bars', 'histogram', 'points'];
}

function choiceOf(
  kind: string,
  columns: readonly ResultColumn[],
  [x = 0, y = x]: number[],
): ChartChoice {
  if (kind === 'histogram') return { kind, x };
  if (kind === 'points') return { kind, x, y };
  const [category = 0] = placesOf(columns, (type) => type === 'text' || type === 'boolean');
  return { kind: 'bars', category, amount: x };
}

interface ColumnChoicesProps {
  columns: readonly ResultColumn[];
  choice: ChartChoice;
  onChoose: (choice: ChartChoice) => void;
}

function ColumnChoices({ columns, choice, onChoose }: ColumnChoicesProps) {
  const optionsOf = (places: number[]): [string, string][] =>
    places.map((place) => [String(place), columns[place]?.name ?? '']);
  const numbers = optionsOf(placesOf(columns, isNumeric));
  if (choice.kind === 'bars') {
    const named = optionsOf(placesOf(columns, (type) => type !== 'geometry'));
    return (
      <>
        <Choice
          label={words.category}
          value={String(choice.category)}
          options={named}
          onChoose={(place) => onChoose({ ...choice, category: Number(place) })}
        />
        <Choice
          label={words.amount}
          value={String(choice.amount ?? '')}
          options={[['', words.count], ...numbers]}
          onChoose={(place) => onChoose({ ...choice, amount: place === '' ? null : Number(place) })}
        />
      </>
    );
  }
  return (
    <>
      <Choice
        label={words.x}
        value={String(choice.x)}
        options={numbers}
        onChoose={(place) => onChoose({ ...choice, x: Number(place) })}
      />
      {choice.kind === 'points' && (
        <Choice
          label={words.y}
          value={String(choice.y)}
          options={numbers}
          onChoose={(place) => onChoose({ ...choice, y: Number(place) })}
        />
      )}
    </>
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  options: (readonly [value: string, name: string])[];
  onChoose: (value: string) => void;
}

function Choice({ label, value, options, onChoose }: ChoiceProps) {
  return (
    <label>
      {label}
      <select value={value} onChange={({ target }) => onChoose(target.value)}>
        {options.map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
