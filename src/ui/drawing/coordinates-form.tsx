import { type FormEvent, useId, useState } from 'react';
import { METRIC_CRS } from '../../domain/crs.ts';
import { errorToData } from '../../domain/errors.ts';
import { parseCoordinates } from '../../domain/parse-coordinates.ts';
import { shapeOfPositions } from '../../domain/shape-of-positions.ts';
import type { DrawingKind } from '../../state/drawing-state.ts';
import { useAppState, useEffects } from '../app-context.tsx';
import { coordinatesProblem, drawing as words } from '../strings/drawing.ts';

const { coordinates } = words;
const SYSTEMS = ['degrees', 'EPSG:2154', 'EPSG:3950'] as const;
const KINDS = ['polygon', 'line', 'point'] as const;

/** A shape by the coordinates of its vertices, typed or pasted; an example shows their order. */
export function CoordinatesForm() {
  const id = useId();
  const { addPlacedShape } = useEffects();
  const drawn = useAppState((state) => state.drawn);
  const asked = useAppState((state) => state.drawing?.kind);
  const [kind, setKind] = useState<DrawingKind>(asked ?? 'polygon');
  const [system, setSystem] = useState<(typeof SYSTEMS)[number]>('degrees');
  const [text, setText] = useState('');
  const [problem, setProblem] = useState('');
  const add = async (event: FormEvent) => {
    event.preventDefault();
    try {
      const geometry = shapeOfPositions(kind, parseCoordinates(text));
      const crs = METRIC_CRS.find((candidate) => candidate === system) ?? null;
      await addPlacedShape({ name: words.newName(kind, drawn), geometry }, crs);
      setText('');
      setProblem('');
    } catch (error) {
      setProblem(coordinatesProblem(errorToData(error)));
    }
  };
  return (
    <form className="coordinates-form" onSubmit={add}>
      <h4>{coordinates.legend}</h4>
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
          setSystem(SYSTEMS.find((own) => own === target.value) ?? 'degrees')
        }
      >
        {SYSTEMS.map((own) => (
          <option key={own} value={own}>
            {coordinates.systems[own]}
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
        {coordinates.example[system]}
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
