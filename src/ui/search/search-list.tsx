import { Fragment } from 'react';
import type { Place } from '../../domain/feature.ts';
import { useAppState } from '../app-context.tsx';
import { fr } from '../strings/fr.ts';
import { hasHouseNumber, parcelProblem, recherche as words } from '../strings/recherche.ts';
import { ADDRESS_LAYER } from './address-choice.ts';
import type { PlacesFound } from './use-places.ts';

interface SearchListProps {
  id: string;
  places: Place[];
  /** Whether the places are those chosen before, and not results. */
  isRecent: boolean;
  /** Said when there is no place to list. */
  message: string | null;
  active: number;
  /** What was typed. */
  text: string;
  /** How the addresses of the online service stand, and whether the reader wants them. */
  online: PlacesFound['online'];
  isOnline: boolean;
  onOnline: (isChosen: boolean) => void;
  onChoose: (place: Place) => void;
}

/** The list under the search field, by layer in the order the search gave them. */
export function SearchList(props: SearchListProps) {
  const { id, places, isRecent, active, onChoose } = props;
  const catalogue = useAppState((state) => state.catalogue);
  const layerTitle = (layer: string) =>
    catalogue?.layers.find((own) => own.id === layer)?.title ?? layer;
  const titleOf = (layer: string) =>
    layer === ADDRESS_LAYER ? words.addresses : layerTitle(layer);
  const groupOf = ({ layer, isNear }: Place) => (isNear ? words.near : titleOf(layer));
  return (
    <div className="search-list">
      {isRecent && <p className="search-group">{fr.search.recent}</p>}
      <div role="listbox" id={id} aria-label={isRecent ? fr.search.recent : fr.search.results}>
        {places.map((place, index) => (
          <Fragment key={`${place.layer} ${place.key}`}>
            {!isRecent && place.layer !== places[index - 1]?.layer && (
              <p className="search-group" role="presentation">
                {groupOf(place)}
              </p>
            )}
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the field, which keeps the focus */}
            <div
              role="option"
              id={`${id}-${index}`}
              tabIndex={-1}
              className="search-option"
              aria-selected={index === active}
              ref={index === active ? scrollIntoView : undefined}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onChoose(place)}
            >
              <span>{place.title}</span>
              <span className="search-subtitle">
                {[place.subtitle, isRecent ? titleOf(place.layer) : ''].filter(Boolean).join(' · ')}
              </span>
            </div>
          </Fragment>
        ))}
      </div>
      <ListNotes {...props} />
      {(isRecent || places.length === 0) && <p className="search-help">{fr.search.help}</p>}
      <label className="search-online">
        <input
          type="checkbox"
          checked={props.isOnline}
          onChange={({ target }) => props.onOnline(target.checked)}
        />
        <span>
          {words.online} <small>{words.onlineHelp}</small>
        </span>
      </label>
    </div>
  );
}

/** What is to be said of what was found, or was not. */
function ListNotes({ places, message, text, online, isRecent }: SearchListProps) {
  const isNone = places.length === 0 && message !== null;
  const isStreet = !isRecent && online !== 'found' && places.length > 0 && hasHouseNumber(text);
  return (
    <div role="status">
      {isNone && <p className="search-message">{parcelProblem(text) ?? message}</p>}
      {isStreet && <p className="search-message">{words.local}</p>}
      {online === 'asking' && <p className="search-message">{words.asking}</p>}
      {online === 'failed' && <p className="search-message">{words.failed}</p>}
    </div>
  );
}

function scrollIntoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}
