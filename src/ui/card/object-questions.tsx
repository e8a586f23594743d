import { type FormEvent, useId, useState } from 'react';
import type { Feature } from '../../domain/feature.ts';
import type { Layer } from '../../domain/layer.ts';
import { layersInRole } from '../../domain/parcel-sheet.ts';
import { MAX_DISTANCE_M } from '../../domain/question.ts';
import { goTo } from '../../state/actions.ts';
import { useAct, useAppState, useEffects } from '../app-context.tsx';
import { NumberField } from '../frame/number-field.tsx';
import { card as words } from '../strings/card.ts';
import { upperFirst } from '../strings/format.ts';
import { cardTitle } from './card-lines.ts';
import { type Asked, objectQuestion } from './object-question.ts';

interface ObjectQuestionsProps {
  feature: Feature;
  layer: Layer;
}

/** Zones of a planning document, whatever they are called: CNIG PLU. */
const ZONES = { standard: ['CNIG PLU'], fields: ['TYPEZONE'] };

/** Metres that "around" is at first: what one walks in five minutes. */
const FIRST_DISTANCE_M = 300;

/** Questions that a click asks of a feature: they are put at once, and stand in the Question screen to be changed. */
export function ObjectQuestions({ feature, layer }: ObjectQuestionsProps) {
  const layers = useAppState((state) => state.catalogue?.layers) ?? [];
  const { ask, isAsking } = useAsk(feature, layer);
  const parcels = layers.filter(({ search }) => search === 'parcel');
  const targets = [...layersInRole(ZONES, layers), ...parcels].filter(({ id }) => id !== layer.id);
  return (
    <div className="object-questions">
      {targets.map((target) => (
        <button
          key={target.id}
          type="button"
          className="button"
          disabled={isAsking}
          onClick={() => void ask(target, { kind: 'touch' })}
        >
          {words.whichTouch(target, layer)}
        </button>
      ))}
      {layer.search === 'parcel' && (
        <button
          type="button"
          className="button"
          disabled={isAsking}
          onClick={() => void ask(layer, { kind: 'border' })}
        >
          {words.neighbours(layer)}
        </button>
      )}
      <AroundForm layers={layers} isAsking={isAsking} onAsk={ask} />
      <p role="status" className="quiet">
        {isAsking ? words.preparing : ''}
      </p>
    </div>
  );
}

/** Reads the outline of the feature, then puts the question of it and shows the Question screen. */
function useAsk(feature: Feature, layer: Layer) {
  const act = useAct();
  const { shapeOfFeature, ask: put } = useEffects();
  const [isAsking, setAsking] = useState(false);
  const ask = async (target: Layer, asked: Asked) => {
    setAsking(true);
    const name = `${upperFirst(layer.noun[0])} ${cardTitle(feature, layer)}`;
    const shape = await shapeOfFeature({ layer: layer.id, key: feature.key }, name);
    setAsking(false);
    if (!shape) return;
    act((state) => goTo(state, 'question'));
    await put(objectQuestion(target, shape, asked));
  };
  return { ask, isAsking };
}

interface AroundFormProps {
  layers: Layer[];
  isAsking: boolean;
  onAsk: (target: Layer, asked: Asked) => void;
}

function AroundForm({ layers, isAsking, onAsk }: AroundFormProps) {
  const id = useId();
  const [chosen, setChosen] = useState('');
  const [metres, setMetres] = useState(FIRST_DISTANCE_M);
  const target = layers.find((layer) => layer.id === chosen);
  const isComplete = target !== undefined && metres >= 0 && metres <= MAX_DISTANCE_M;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isComplete) onAsk(target, { kind: 'within', metres });
  };
  const offered = layers
    .filter(({ base }) => !base)
    .sort((a, b) => a.title.localeCompare(b.title, 'fr'));
  return (
    <form className="around-form" onSubmit={submit}>
      <p id={id}>{words.around}</p>
      <select
        aria-label={words.whatLayer}
        aria-describedby={id}
        value={chosen}
        onChange={(event) => setChosen(event.target.value)}
      >
        <option value="">{words.chooseLayer}</option>
        {offered.map((layer) => (
          <option key={layer.id} value={layer.id}>
            {layer.title}
          </option>
        ))}
      </select>
      <span className="around-distance">
        {words.within}
        <NumberField label={words.within} value={metres} unit="m" onChange={setMetres} />
      </span>
      <button type="submit" className="button" disabled={!isComplete || isAsking}>
        {words.ask}
      </button>
    </form>
  );
}
