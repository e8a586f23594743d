import { resolveBasemap } from '../../../domain/basemap.ts';
import { BASE_NAMES, setBasePart } from '../../../state/basemap-actions.ts';
import { useAct, useAppState } from '../../app-context.tsx';
import { fonds } from '../../strings/fonds.ts';

/** What the base map draws besides its tints and lines, each to be left out: details from near by, names. */
export function BaseParts() {
  const catalogue = useAppState((state) => state.catalogue);
  const network = useAppState((state) => resolveBasemap(state).network);
  const isDetailed = !network;
  const hasNames = !network || network.names === true;
  const details = isDetailed ? (catalogue?.territory.basemaps?.details ?? []) : [];
  if (details.length === 0 && !hasNames) return null;
  return (
    <fieldset className="fonds-parts">
      <legend>{fonds.parts}</legend>
      {details.map(({ layer: id, minZoom }) => {
        const layer = catalogue?.layers.find((candidate) => candidate.id === id);
        return layer && <Part key={id} id={id} label={fonds.detail(layer.title, minZoom)} />;
      })}
      {hasNames && <Part id={BASE_NAMES} label={fonds.baseNames} />}
    </fieldset>
  );
}

function Part({ id, label }: { id: string; label: string }) {
  const isDrawn = useAppState((state) => !state.baseWithout.includes(id));
  const act = useAct();
  return (
    <label>
      <input
        type="checkbox"
        checked={isDrawn}
        onChange={({ target }) => act((state) => setBasePart(state, id, target.checked))}
      />
      {label}
    </label>
  );
}
