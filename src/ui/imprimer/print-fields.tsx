import { useId } from 'react';
import type { Territory } from '../../domain/catalogue.ts';
import { ORIENTATIONS, PAPERS } from '../../paper/paper-size.ts';
import { SCALES } from '../../paper/print-framing.ts';
import type { SheetParts } from '../../paper/print-request.ts';
import { imprimer } from '../strings/imprimer.ts';
import type { PrintWish } from './print-wish.ts';

interface PrintFieldsProps {
  wish: PrintWish;
  scale: number | { fault: string };
  territory: Territory;
  onChange: (part: Partial<PrintWish>) => void;
}

/** Title, paper, scale and parts of a sheet. */
export function PrintFields({ wish, scale, onChange }: PrintFieldsProps) {
  const id = useId();
  return (
    <>
      <label className="print-field">
        <span>{imprimer.heading}</span>
        <input
          type="text"
          maxLength={MOST_LETTERS}
          value={wish.title}
          onChange={(event) => onChange({ title: event.target.value })}
        />
      </label>
      <label className="print-field">
        <span>{imprimer.subtitle}</span>
        <input
          type="text"
          maxLength={MOST_LETTERS}
          value={wish.subtitle}
          onChange={(event) => onChange({ subtitle: event.target.value })}
        />
      </label>
      <div className="print-row">
        <Choice
          legend={imprimer.paper}
          values={PAPERS}
          names={imprimer.papers}
          chosen={wish.paper}
          onChoose={(paper) => onChange({ paper })}
        />
        <Choice
          legend={imprimer.orientation}
          values={ORIENTATIONS}
          names={imprimer.orientations}
          chosen={wish.orientation}
          onChoose={(orientation) => onChange({ orientation })}
        />
      </div>
      <div className="print-row">
        <label className="print-field">
          <span>{imprimer.scale}</span>
          <select
            value={wish.scale ?? OWN}
            onChange={({ target }) =>
              onChange(
                target.value === OWN
                  ? { scale: null, ownScale: wish.scale ? imprimer.scaleOf(wish.scale) : '' }
                  : { scale: Number(target.value) },
              )
            }
          >
            {SCALES.map((offered) => (
              <option key={offered} value={offered}>
                {imprimer.scaleOf(offered)}
              </option>
            ))}
            <option value={OWN}>{imprimer.ownScale}</option>
          </select>
        </label>
        {wish.scale === null && (
          <label className="print-field">
            <span>{imprimer.ownScaleLabel}</span>
            <input
              type="text"
              value={wish.ownScale}
              aria-invalid={typeof scale !== 'number'}
              aria-describedby={`${id}-scale`}
              onChange={(event) => onChange({ ownScale: event.target.value })}
            />
          </label>
        )}
      </div>
      {wish.scale === null && (
        <p
          id={`${id}-scale`}
          className={typeof scale === 'number' ? 'quiet' : 'fault'}
          role="status"
        >
          {typeof scale === 'number' ? imprimer.ownScaleHint : scale.fault}
        </p>
      )}
      <fieldset className="print-parts">
        <legend>{imprimer.content}</legend>
        {(Object.keys(imprimer.parts) as (keyof SheetParts)[]).map((part) => (
          <label key={part}>
            <input
              type="checkbox"
              checked={wish.parts[part]}
              onChange={({ target }) =>
                onChange({ parts: { ...wish.parts, [part]: target.checked } })
              }
            />
            {imprimer.parts[part]}
          </label>
        ))}
        <p className="quiet">{imprimer.always}</p>
      </fieldset>
    </>
  );
}

interface ChoiceProps<T extends string> {
  legend: string;
  values: readonly T[];
  names: Record<T, string>;
  chosen: T;
  onChoose: (value: T) => void;
}

function Choice<T extends string>({ legend, values, names, chosen, onChoose }: ChoiceProps<T>) {
  const name = useId();
  return (
    <fieldset className="print-choice">
      <legend>{legend}</legend>
      {values.map((value) => (
        <label key={value}>
          <input
            type="radio"
            name={name}
            checked={value === chosen}
            onChange={() => onChoose(value)}
          />
          {names[value]}
        </label>
      ))}
    </fieldset>
  );
}

/** A title that fits two lines of a sheet. */
const MOST_LETTERS = 140;
const OWN = 'own';
