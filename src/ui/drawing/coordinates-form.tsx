import { type FormEvent, useId, useState } from 'react';
import { type MetricCrs, systemsOf } from '../../domain/crs.ts';
import { errorToData } from '../../domain/errors.ts';
import { parseCoordinates } from '../../domain/parse-coordinates.ts';
import { shapeOfPositions } from '../../domain/shape-of-positions.ts';
import type { Extent, Xy } from '../../domain/units.ts';
import { toMetres } from '../../map/measure/places.ts';
import type { DrawingKind } from '../../state/drawing-state.ts';
import { useAppState, useEffects } from '../app-context.tsx';
import { coordinatesProblem, drawing as words } from '../strings/drawing.ts';

const { coordinates } = words;
const KINDS = ['polygon', 'line', 'point'] as const;

/** A shape by the coordinates of its vertices, typed or pasted; an example shows their order. */
export function CoordinatesForm() {
  const id = useId();
  const { addPlacedShape } = useEffects();
  const drawn = useAppState((state) => state.drawn);
  const asked = useAppState((state) => state.drawing?.kind);
  const [kind, setKind] = useState<DrawingKind>(asked ?? 'polygon');
  const territory = useAppState(({ catalogue }) => catalogue?.territory);
  const systems = ['degrees' as const, ...systemsOf(territory?.metricCrs ?? 'EPSG:2154')];
  const [system, setSystem] = useState<'degrees' | MetricCrs>('degrees');
  const [text, setText] = useState('');
  const [problem, setProblem] = useState('');
  const add = async (event: FormEvent) => {
    event.preventDefault();
    try {
      const geometry = shapeOfPositions(kind, parseCoordinates(text));
      const crs = system === 'degrees' ? null : system;
      await addPlacedShape({ name: words.newName(kind, drawn), geometry }, crs);
      setText('');
      setProblem('');
    } catch (error) {
      setProblem(coordinatesProblem(errorToData(error)));
    }
  };
  return (
    <form className="coordinates-form" onSubmit={add}>
      <h3>{coordinates.legend}</h3>
      <label htmlFor={`${id}-kind`}>{coordinates.kind}</label>
      <select
        id={`${id}-kind`}
        value={kind}
        onChange={({ target }) => setKind(KINDS.find((own) => own === target.value) ?? 'polygon')}
      >
        {KINDS.map((own) => (
          <option key={own} value={own}>
            {words.draw[own]}
          </option>
        ))}
      </select>
      <label htmlFor={`${id}-crs`}>{coordinates.crs}</label>
      <select
        id={`${id}-crs`}
        value={system}
        onChange={({ target }) =>
          setSystem(systems.find((own) => own === target.value) ?? 'degrees')
        }
      >
        {systems.map((own) => (
          <option key={own} value={own}>
            {coordinates.system(own)}
          </option>
        ))}
      </select>
      <label htmlFor={`${id}-text`}>{coordinates.label}</label>
      <textarea
        id={`${id}-text`}
        rows={4}
        value={text}
        aria-invalid={problem !== ''}
        aria-describedby={problem ? `${id}-fault ${id}-example` : `${id}-example`}
        onChange={({ target }) => setText(target.value)}
      />
      <p id={`${id}-example`} className="quiet">
        {territory && coordinates.example(system, middleIn(territory.extent, system))}
      </p>
      {problem && (
        <p id={`${id}-fault`} className="drawing-fault" role="alert">
          {problem}
        </p>
      )}
      <button type="submit" className="button" disabled={text.trim() === ''}>
        {coordinates.add}
      </button>
    </form>
  );
}

/** The middle of an extent in degrees, in a system. */
function middleIn([west, south, east, north]: Extent, system: 'degrees' | MetricCrs): Xy {
  const middle = [(west + east) / 2, (south + north) / 2] as const;
  return system === 'degrees' ? [...middle] : toMetres(middle, system);
}
