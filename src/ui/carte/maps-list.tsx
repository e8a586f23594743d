import { useState } from 'react';
import type { Catalogue } from '../../domain/catalogue.ts';
import type { ReadyMap } from '../../domain/ready-map.ts';
import { defaultLayers } from '../../state/actions.ts';
import { stateToAddress } from '../../state/address.ts';
import { openReadyMap, showsReadyMap } from '../../state/shown-actions.ts';
import { useAct, useAppState, useServices } from '../app-context.tsx';
import { catalogue as strings } from '../strings/catalogue.ts';
import { CopyMapLink } from './copy-map-link.tsx';
import { OwnMaps } from './own-maps.tsx';

/** The maps that are ready to be opened: those that the reader has kept, then those of each theme. */
export function MapsList({ catalogue }: { catalogue: Catalogue }) {
  const [opened, setOpened] = useState('');
  const ids = new Set(catalogue.layers.map(({ id }) => id));
  const themes = catalogue.themes
    .map(({ id, title, maps = [] }) => ({
      id,
      title,
      maps: maps.filter(({ layers }) => layers.every((layer) => ids.has(layer.id))),
    }))
    .filter(({ maps }) => maps.length > 0);
  return (
    <>
      <OwnMaps />
      {themes.length > 0 && <h3 className="maps-title">{strings.mapsReady}</h3>}
      {themes.map(({ id, title, maps }) => (
        <section key={id} className="theme-maps" aria-label={title}>
          <h4>{title}</h4>
          <ul>
            {maps.map((map) => (
              <ReadyMapRow
                key={map.id}
                map={map}
                onOpen={() => setOpened(strings.opened(map.title))}
              />
            ))}
          </ul>
        </section>
      ))}
      <p className="visually-hidden" role="status">
        {opened}
      </p>
    </>
  );
}

function ReadyMapRow({ map, onOpen }: { map: ReadyMap; onOpen: () => void }) {
  const isShown = useAppState((state) => showsReadyMap(state, map));
  const { store } = useServices();
  const act = useAct();
  const addressOf = () => {
    const state = store.getState();
    const defaults = state.catalogue ? defaultLayers(state.catalogue) : [];
    const blank = { ...state, screen: 'carte' as const, asked: null, selection: null, view: null };
    return stateToAddress(openReadyMap(blank, map), defaults);
  };
  return (
    <li className="map-row" data-shown={isShown}>
      <button
        type="button"
        className="map-open"
        aria-current={isShown}
        onClick={() => {
          act((state) => openReadyMap(state, map));
          onOpen();
        }}
      >
        <strong>{map.title}</strong>
        {isShown && <span className="badge">{strings.isShown}</span>}
        <span className="map-purpose">{map.purpose}</span>
      </button>
      <CopyMapLink name={map.title} addressOf={addressOf} />
    </li>
  );
}
