import { type FormEvent, useId, useState } from 'react';
import { PLAIN_ANNOTATION } from '../../domain/annotation.ts';
import { AppError, errorToData } from '../../domain/errors.ts';
import { annotate } from '../../state/annotation-actions.ts';
import { useAct, useAppState, useEffects } from '../app-context.tsx';
import { NumberField } from '../frame/number-field.tsx';
import { InkChoice } from '../outils/annotations/ink-choice.tsx';
import { annotationProblem, annotations as words } from '../strings/annotations.ts';

/** What is changed of a drawn shape beside its outline: its ink, its note; and the zone around it, which is a new shape. */
export function DrawnDetails({ name }: { name: string }) {
  const id = useId();
  const act = useAct();
  const annotation = useAppState((state) => state.annotations[name]) ?? PLAIN_ANNOTATION;
  return (
    <div className="drawn-details">
      <InkChoice
        label={words.inkOf}
        ink={annotation.ink}
        onInk={(ink) => act((state) => annotate(state, name, { ink }))}
      />
      <label htmlFor={`${id}-note`}>{words.note}</label>
      <textarea
        id={`${id}-note`}
        rows={2}
        value={annotation.note}
        onChange={({ target }) => act((state) => annotate(state, name, { note: target.value }))}
      />
      <ZoneForm name={name} />
    </div>
  );
}

function ZoneForm({ name }: { name: string }) {
  const { addZone } = useEffects();
  const [metres, setMetres] = useState(100);
  const [problem, setProblem] = useState('');
  const make = async (event: FormEvent) => {
    event.preventDefault();
    try {
      setProblem('');
      await addZone(name, metres, words.zoneName(name, metres));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      setProblem(annotationProblem(errorToData(error)));
    }
  };
  return (
    <form className="zone-form" aria-label={words.zone} onSubmit={make}>
      <span>{words.zone}</span>
      <NumberField label={words.distance} value={metres} unit="m" onChange={setMetres} />
      <button type="submit" className="button" disabled={Number.isNaN(metres)}>
        {words.makeZone}
      </button>
      <p className="quiet">{words.zoneHelp}</p>
      {problem && (
        <p className="drawing-fault" role="alert">
          {problem}
        </p>
      )}
    </form>
  );
}
