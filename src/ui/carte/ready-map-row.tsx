import type { ReadyMap } from '../../domain/ready-map.ts';
import { defaultLayers } from '../../state/actions.ts';
import { stateToAddress } from '../../state/address.ts';
import { openReadyMap, showsReadyMap } from '../../state/shown-actions.ts';
import { useAct, useAppState, useServices } from '../app-context.tsx';
import { catalogue as strings } from '../strings/catalogue.ts';
import { CopyMapLink } from './copy-map-link.tsx';
import { Marked } from './marked.tsx';

interface ReadyMapRowProps {
  map: ReadyMap;
  /** The words that it was found by. */
  words?: readonly string[];
  onOpen: () => void;
}

/** A ready-made map: opens it, says what it is for, copies its link. */
export function ReadyMapRow({ map, words = [], onOpen }: ReadyMapRowProps) {
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
        <strong>
          <Marked text={map.title} words={words} />
        </strong>
        {isShown && <span className="badge">{strings.isShown}</span>}
        <span className="map-purpose">
          <Marked text={map.purpose} words={words} />
        </span>
      </button>
      <CopyMapLink name={map.title} addressOf={addressOf} />
    </li>
  );
}
