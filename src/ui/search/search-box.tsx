import { Search, X } from 'lucide-react';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import type { Place } from '../../domain/feature.ts';
import { useEffects } from '../app-context.tsx';
import { fr } from '../strings/fr.ts';
import { readRecentPlaces, rememberPlace } from './recent-places.ts';
import { SearchList } from './search-list.tsx';
import { usePlaces } from './use-places.ts';

/** Finds a commune, a site, a project or a parcel by what is typed, flies there and opens its card. */
export function SearchBox() {
  const [text, setText] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const [recent, setRecent] = useState(readRecentPlaces);
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();
  const effects = useEffects();
  const search = usePlaces(text);
  const places = text.trim() === '' ? recent : search.places;

  const choose = (place: Place) => {
    setText(place.title);
    setOpen(false);
    setActive(-1);
    setRecent(rememberPlace(place));
    effects.openFeature(place.layer, place.key);
  };
  const clear = () => {
    setText('');
    setActive(-1);
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = keyToIndex(event.key, active, places.length);
    const chosen = places[active] ?? places[0];
    if (next !== null) {
      event.preventDefault();
      setOpen(true);
      setActive(next);
    } else if (event.key === 'Enter' && isOpen && chosen) {
      event.preventDefault();
      choose(chosen);
    } else if (event.key === 'Escape' && (isOpen || text)) {
      event.preventDefault();
      if (isOpen) setOpen(false);
      else clear();
    }
  };
  const isListOpen = isOpen && (places.length > 0 || text.trim() !== '');
  return (
    <search className="search">
      <div className="search-field">
        <Search size={20} aria-hidden="true" />
        <input
          ref={input}
          type="text"
          role="combobox"
          aria-label={fr.search.label}
          aria-expanded={isListOpen}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={isListOpen && active >= 0 ? `${listId}-${active}` : undefined}
          aria-describedby={`${listId}-help`}
          autoComplete="off"
          spellCheck={false}
          placeholder={fr.search.placeholder}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setActive(-1);
            setOpen(true);
          }}
          onFocus={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onKeyDown={onKeyDown}
        />
        {text && (
          <button
            type="button"
            className="icon-button"
            aria-label={fr.search.clear}
            onClick={clear}
          >
            <X size={16} aria-hidden="true" />
          </button>
        )}
      </div>
      <p id={`${listId}-help`} className="visually-hidden">
        {fr.search.help}
      </p>
      <p className="visually-hidden" role="status">
        {isListOpen && search.kind === 'found' ? fr.search.count(places.length) : ''}
      </p>
      {isListOpen && (
        <SearchList
          id={listId}
          places={places}
          isRecent={text.trim() === ''}
          message={messageOf(search.kind, text)}
          active={active}
          onChoose={choose}
        />
      )}
    </search>
  );
}

function messageOf(kind: ReturnType<typeof usePlaces>['kind'], text: string): string | null {
  if (kind === 'searching') return fr.search.searching;
  if (kind === 'failed') return fr.search.failed;
  return text.trim() === '' ? null : fr.search.none(text.trim());
}

/** Index that a key leads to in a list of `count`, -1 being the field itself; null for a key that moves nothing. */
function keyToIndex(key: string, index: number, count: number): number | null {
  if (count === 0) return null;
  if (key === 'ArrowDown') return index + 1 >= count ? 0 : index + 1;
  if (key === 'ArrowUp') return index <= 0 ? count - 1 : index - 1;
  return null;
}
