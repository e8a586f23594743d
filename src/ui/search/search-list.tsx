import { Fragment } from 'react';
import type { Place } from '../../domain/feature.ts';
import { useAppState } from '../app-context.tsx';
import { fr } from '../strings/fr.ts';

interface SearchListProps {
  id: string;
  places: Place[];
  /** Whether the places are those chosen before, and not results. */
  isRecent: boolean;
  /** Said when there is no place to list. */
  message: string | null;
  active: number;
  onChoose: (place: Place) => void;
}

/** The list under the search field, by layer in the order the search gave them. */
export function SearchList(props: SearchListProps) {
  const { id, places, isRecent, message, active, onChoose } = props;
  const catalogue = useAppState((state) => state.catalogue);
  const titleOf = (layer: string) => catalogue?.layers.find((l) => l.id === layer)?.title ?? layer;
  return (
    <div className="search-list">
      {isRecent && <p className="search-group">{fr.search.recent}</p>}
      <div role="listbox" id={id} aria-label={isRecent ? fr.search.recent : fr.search.results}>
        {places.map((place, index) => (
          <Fragment key={`${place.layer} ${place.key}`}>
            {!isRecent && place.layer !== places[index - 1]?.layer && (
              <p className="search-group" role="presentation">
                {titleOf(place.layer)}
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
      {places.length === 0 && message && <p className="search-message">{message}</p>}
      <p className="search-help">{fr.search.help}</p>
    </div>
  );
}

function scrollIntoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}
