import { Crosshair, Undo2 } from 'lucide-react';
import { useEffect } from 'react';
import {
  addVertex,
  clearMeasure,
  FEWEST_VERTICES,
  finishMeasure,
  startMeasure,
  undoVertex,
} from '../../../state/measure-actions.ts';
import { HelpHint } from '../../aide/help-hint.tsx';
import { useAct, useAppState } from '../../app-context.tsx';
import { mesure as words } from '../../strings/mesure.ts';
import { PositionField } from '../position-field.tsx';
import { useMapCentre } from '../use-map-centre.ts';
import { MeasuredFigures } from './measured-figures.tsx';
import { MeasuredNext } from './measured-next.tsx';
import { useMeasureKeys } from './use-measure-keys.ts';
import '../../styles/mesure.css';

const KINDS = ['line', 'polygon', 'point'] as const;

/** Measures a length, an area or a point, by clicks, by the middle of the map or by coordinates. */
export function MesurePanel() {
  const act = useAct();
  const measure = useAppState((state) => state.measure);
  const centre = useMapCentre();
  useEffect(() => {
    act((state) => (state.measure ? state : startMeasure(state, 'line')));
  }, [act]);
  useMeasureKeys(centre);
  if (!measure) return null;
  const { kind, vertices, isDone } = measure;
  return (
    <div className="mesure">
      {!isDone && <span className="map-aim" />}
      <div className="with-hint">
        <fieldset className="mesure-kinds">
          <legend className="visually-hidden">{words.kindLabel}</legend>
          {KINDS.map((own) => (
            <label key={own}>
              <input
                type="radio"
                name="mesure"
                checked={kind === own}
                onChange={() => act((state) => startMeasure(state, own))}
              />
              {words.kinds[own]}
            </label>
          ))}
        </fieldset>
        <HelpHint about="measure" />
      </div>
      {!isDone && <p>{words.how[kind]}</p>}
      <MeasuredFigures measure={measure} />
      <p className="mesure-steps">
        {!isDone && (
          <button
            type="button"
            className="button"
            disabled={!centre}
            onClick={() => centre && act((state) => addVertex(state, centre))}
          >
            <Crosshair size={16} aria-hidden="true" />
            {words.centre}
          </button>
        )}
        {vertices.length > 0 && (
          <button type="button" className="button" onClick={() => act(undoVertex)}>
            <Undo2 size={16} aria-hidden="true" />
            {isDone && kind !== 'point' ? words.resume : words.undo}
          </button>
        )}
        {!isDone && vertices.length >= FEWEST_VERTICES[kind] && (
          <button type="button" className="button" onClick={() => act(finishMeasure)}>
            {words.finish}
          </button>
        )}
        {vertices.length > 0 && (
          <button
            type="button"
            className="button"
            onClick={() => act((state) => startMeasure(clearMeasure(state), kind))}
          >
            {words.restart}
          </button>
        )}
      </p>
      <MeasuredNext measure={measure} />
      {!isDone && (
        <>
          <PositionField
            label={words.typed}
            hint={words.typedHint}
            button={words.add}
            onPosition={(at) => act((state) => addVertex(state, at))}
          />
          <p className="quiet">{words.keys}</p>
        </>
      )}
    </div>
  );
}
