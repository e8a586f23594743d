import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Catalogue } from '../../domain/catalogue.ts';
import { COMMUNE_LAYER } from '../../domain/commune.ts';
import { type ErrorData, errorToData } from '../../domain/errors.ts';
import type { Extent } from '../../domain/units.ts';
import type { AppState } from '../../state/app-state.ts';
import { useAppState, useEffects, useServices } from '../app-context.tsx';
import { IconButton } from '../frame/icon-button.tsx';
import { ErrorText } from '../frame/notices.tsx';
import { imprimer } from '../strings/imprimer.ts';
import type { PrintWish } from './print-wish.ts';

interface PrintFramingProps {
  wish: PrintWish;
  catalogue: Catalogue;
  /** A box (degrees) to frame, and the wish as it was when it was asked for. */
  onFrame: (extent: Extent, asked: PrintWish) => void;
  /** Millimetres on the sheet, to the right and down. */
  onMove: (by: readonly [number, number]) => void;
}

/** What the sheet looks at: a whole thing, or a little further. */
export function PrintFraming({ wish, catalogue, onFrame, onMove }: PrintFramingProps) {
  const { store, exports } = useServices();
  const { readCommunes } = useEffects();
  const communes = useAppState((state) => state.communes);
  const [error, setError] = useState<ErrorData | null>(null);
  const last = useRef('');
  useEffect(() => {
    void readCommunes();
  }, [readCommunes]);
  const targets = targetsOf(store.getState(), catalogue);
  const choose = async (value: string) => {
    setError(null);
    last.current = value;
    try {
      const extent =
        targets.find(({ key }) => key === value)?.extent ??
        (await exports.featureExtent(COMMUNE_LAYER, value));
      if (extent && last.current === value) onFrame(extent, wish);
    } catch (cause) {
      if (last.current === value) setError(errorToData(cause));
    }
  };
  return (
    <div className="print-row">
      <label className="print-field">
        <span>{imprimer.frame}</span>
        <select value="" onChange={({ target }) => void choose(target.value)}>
          <option value="">{imprimer.frameKept}</option>
          {targets.map(({ key }) => (
            <option key={key} value={key}>
              {imprimer.frameChoices[key]}
            </option>
          ))}
          <optgroup label={imprimer.communes}>
            {communes?.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </optgroup>
        </select>
      </label>
      <fieldset className="print-moves">
        <legend>{imprimer.move}</legend>
        {MOVES.map(({ key, icon, by }) => (
          <IconButton
            key={key}
            label={imprimer.moves[key]}
            icon={icon}
            onClick={() => onMove(by)}
          />
        ))}
      </fieldset>
      {error && <ErrorText error={error} />}
    </div>
  );
}

interface Target {
  key: keyof typeof imprimer.frameChoices;
  extent: Extent;
}

/** What there is to be framed. */
function targetsOf({ view, card, answer }: AppState, { territory }: Catalogue): Target[] {
  const object = card.kind === 'open' ? card.features[card.index]?.extent : null;
  const found = answer.kind === 'ready' ? answer.answer.extent : null;
  return [
    ...(view?.extent ? [{ key: 'view', extent: view.extent } as const] : []),
    ...(object ? [{ key: 'object', extent: object } as const] : []),
    ...(found ? [{ key: 'answer', extent: found } as const] : []),
    { key: 'territory', extent: territory.extent },
  ];
}

/** A press moves the frame by so many millimetres of the sheet. */
const STEP_MM = 20;
const MOVES = [
  { key: 'left', icon: ArrowLeft, by: [-STEP_MM, 0] },
  { key: 'up', icon: ArrowUp, by: [0, -STEP_MM] },
  { key: 'down', icon: ArrowDown, by: [0, STEP_MM] },
  { key: 'right', icon: ArrowRight, by: [STEP_MM, 0] },
] as const;
