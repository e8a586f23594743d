import { useEffect, useId, useState } from 'react';
import { COMMUNE_LAYER } from '../../domain/commune.ts';
import { useAppState, useEffects } from '../app-context.tsx';
import { drawing as words } from '../strings/drawing.ts';
import { CoordinatesForm } from './coordinates-form.tsx';

/**
 * The ways to a shape without a mouse: the outline of the chosen feature or of a commune, or coordinates. What is asked for
 * at the time (`AppState.drawing`) takes it.
 */
export function OtherWays() {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="other-ways" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{words.other}</summary>
      {isOpen && (
        <>
          <TakeChosen />
          <TakeCommune />
          <CoordinatesForm />
        </>
      )}
    </details>
  );
}

function TakeChosen() {
  const { addFeatureShape } = useEffects();
  const card = useAppState((state) => state.card);
  const catalogue = useAppState((state) => state.catalogue);
  const chosen = card.kind === 'open' ? card.features[card.index] : undefined;
  if (!chosen) return <p className="quiet">{words.takeNone}</p>;
  const layer = catalogue?.layers.find(({ id }) => id === chosen.layer);
  const title = String(chosen.attributes[layer?.titleField ?? ''] ?? chosen.key);
  return (
    <button type="button" className="button" onClick={() => void addFeatureShape(chosen, title)}>
      {words.takeSelected(title)}
    </button>
  );
}

function TakeCommune() {
  const id = useId();
  const { addFeatureShape, readCommunes } = useEffects();
  const communes = useAppState((state) => state.communes);
  const [code, setCode] = useState('');
  useEffect(() => void readCommunes(), [readCommunes]);
  const commune = communes?.find((candidate) => candidate.code === code) ?? communes?.[0];
  if (!commune) return null;
  const take = () =>
    addFeatureShape({ layer: COMMUNE_LAYER, key: commune.code }, words.communeName(commune.name));
  return (
    <div className="take-commune">
      <label htmlFor={id}>{words.commune}</label>
      <select id={id} value={commune.code} onChange={({ target }) => setCode(target.value)}>
        {communes?.map(({ code: value, name }) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
      <button type="button" className="button" onClick={() => void take()}>
        {words.takeCommune}
      </button>
    </div>
  );
}
