import { Globe } from 'lucide-react';
import type { ReactNode } from 'react';
import { OFFLINE_BASEMAPS, resolveBasemap } from '../../../domain/basemap.ts';
import { setBasemap } from '../../../state/actions.ts';
import { baseOpacity, setBaseOpacity } from '../../../state/basemap-actions.ts';
import { useAct, useAppState } from '../../app-context.tsx';
import { fonds } from '../../strings/fonds.ts';
import '../../styles/fonds.css';
import { BaseParts } from './base-parts.tsx';
import { BasemapThumbnail } from './basemap-thumbnail.tsx';
import { KeptBasemap } from './kept-basemap.tsx';

/** What lies under the layers: which basemap, how strong, with which parts. */
export function FondsPanel() {
  const catalogue = useAppState((state) => state.catalogue);
  const network = catalogue?.territory.basemaps?.network ?? [];
  const base = catalogue?.layers.filter((layer) => layer.base) ?? [];
  return (
    <div className="fonds">
      <fieldset className="fonds-offline">
        <legend>{fonds.offline}</legend>
        {OFFLINE_BASEMAPS.map((id) => (
          <Choice key={id} id={id}>
            <BasemapThumbnail basemap={id} base={base} />
            <span>{fonds.names[id]}</span>
          </Choice>
        ))}
      </fieldset>
      {network.length > 0 && (
        <fieldset className="fonds-network">
          <legend>{fonds.network}</legend>
          {network.map(({ id, title, tiles }) => (
            <Choice key={id} id={id}>
              <Globe size={18} aria-hidden="true" />
              <span>
                {title}
                <small>{fonds.asks(new URL(tiles).host)}</small>
              </span>
            </Choice>
          ))}
          <p className="quiet">{fonds.networkNote}</p>
        </fieldset>
      )}
      <Opacity />
      <BaseParts />
      <KeptBasemap />
      <p className="quiet">{fonds.prints}</p>
    </div>
  );
}

function Choice({ id, children }: { id: string; children: ReactNode }) {
  const isChosen = useAppState((state) => {
    const { network, offline } = resolveBasemap(state);
    return id === (network?.id ?? offline);
  });
  const act = useAct();
  return (
    <label className="fonds-choice">
      <input
        type="radio"
        name="fond"
        checked={isChosen}
        onChange={() => act((state) => setBasemap(state, id))}
      />
      {children}
    </label>
  );
}

function Opacity() {
  const opacity = useAppState(baseOpacity);
  const act = useAct();
  return (
    <label className="fonds-opacity">
      <span>{fonds.opacity}</span>
      <input
        type="range"
        min={0}
        max={1}
        step={0.05}
        value={opacity}
        aria-valuetext={fonds.percent(opacity)}
        onChange={({ target }) => act((state) => setBaseOpacity(state, Number(target.value)))}
      />
      <output>{fonds.percent(opacity)}</output>
    </label>
  );
}
