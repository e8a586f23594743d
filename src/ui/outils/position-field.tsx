import { type FormEvent, useId, useState } from 'react';
import type { MetricCrs } from '../../domain/crs.ts';
import { errorToData } from '../../domain/errors.ts';
import { parsePosition, type TypedPosition } from '../../domain/parse-position.ts';
import type { LngLat } from '../../domain/units.ts';
import { toDegrees } from '../../map/measure/places.ts';
import { useAppState } from '../app-context.tsx';
import { positionProblem, coordonnees as words } from '../strings/coordonnees.ts';

interface PositionFieldProps {
  label: string;
  /** What to write, for a territory measured in a system. */
  hint: (crs: MetricCrs) => string;
  button: string;
  onPosition: (at: LngLat, typed: TypedPosition) => void;
}

/** A field for one position in any system that planners write; says how it was understood, or why it was not. */
export function PositionField({ label, hint, button, onPosition }: PositionFieldProps) {
  const id = useId();
  const territory = useAppState((state) => state.catalogue?.territory);
  const [text, setText] = useState('');
  const [problem, setProblem] = useState('');
  const [told, setTold] = useState('');
  const take = (event: FormEvent) => {
    event.preventDefault();
    setTold('');
    try {
      const typed = parsePosition(text);
      const { system, position } = typed;
      const at = system === 'degrees' ? position : toDegrees(position, system);
      const [west, south, east, north] = territory?.extent ?? [-180, -90, 180, 90];
      const isOutside = at[0] < west || at[0] > east || at[1] < south || at[1] > north;
      onPosition(at, typed);
      setProblem('');
      setTold([words.understood(typed), isOutside ? words.outside : ''].join(' ').trim());
    } catch (error) {
      setProblem(positionProblem(errorToData(error)));
    }
  };
  return (
    <form className="position-field" onSubmit={take}>
      <label htmlFor={id}>{label}</label>
      <span className="position-line">
        <input
          id={id}
          type="text"
          autoComplete="off"
          spellCheck={false}
          value={text}
          aria-invalid={problem !== ''}
          aria-describedby={problem ? `${id}-fault` : `${id}-hint`}
          onChange={({ target }) => setText(target.value)}
        />
        <button type="submit" className="button">
          {button}
        </button>
      </span>
      <p id={`${id}-hint`} className="quiet">
        {hint(territory?.metricCrs ?? 'EPSG:2154')}
      </p>
      {problem && (
        <p id={`${id}-fault`} className="drawing-fault" role="alert">
          {problem}
        </p>
      )}
      <p role="status">{told}</p>
    </form>
  );
}
