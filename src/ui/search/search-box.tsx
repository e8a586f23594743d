import { Search, X } from 'lucide-react';
import { Suspense, useId, useRef } from 'react';
import { lazyPart } from '../frame/lazy-part.tsx';
import { fr } from '../strings/fr.ts';
import type { PlacesFound } from './use-places.ts';
import { useSearchBox } from './use-search-box.ts';

/** Finds a commune, a site, a project or a parcel by what is typed, flies there and opens its card. */
export function SearchBox() {
  const box = useSearchBox();
  const listId = useId();
  const isListOpen = box.isOpen && (box.places.length > 0 || !box.isRecent);
  const isFound = isListOpen && box.search.kind === 'found';
  return (
    <search
      className="search"
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) box.setOpen(false);
      }}
    >
      <SearchField box={box} listId={listId} isListOpen={isListOpen} />
      <p id={`${listId}-help`} className="visually-hidden">
        {fr.search.help}
      </p>
      <p className="visually-hidden" role="status">
        {isFound ? fr.search.count(box.places.length) : ''}
      </p>
      {isListOpen && (
        <Suspense>
          <SearchList
            id={listId}
            places={box.places}
            isRecent={box.isRecent}
            message={messageOf(box.search.kind, box.text.trim())}
            active={box.active}
            text={box.text}
            online={box.search.online}
            isOnline={box.isOnline}
            onOnline={box.goOnline}
            onChoose={box.choose}
          />
        </Suspense>
      )}
    </search>
  );
}

interface SearchFieldProps {
  box: ReturnType<typeof useSearchBox>;
  listId: string;
  isListOpen: boolean;
}

function SearchField({ box, listId, isListOpen }: SearchFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const clear = () => {
    box.type('');
    input.current?.focus();
  };
  return (
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
        aria-activedescendant={
          isListOpen && box.active >= 0 ? `${listId}-${box.active}` : undefined
        }
        aria-describedby={`${listId}-help`}
        autoComplete="off"
        spellCheck={false}
        placeholder={fr.search.placeholder}
        value={box.text}
        onChange={(event) => box.type(event.target.value)}
        onFocus={() => box.setOpen(true)}
        onKeyDown={box.onKeyDown}
      />
      {box.text && (
        <button type="button" className="icon-button" aria-label={fr.search.clear} onClick={clear}>
          <X size={16} aria-hidden="true" />
        </button>
      )}
    </div>
  );
}

function messageOf(kind: PlacesFound['kind'], text: string): string | null {
  if (kind === 'searching') return fr.search.searching;
  if (kind === 'failed') return fr.search.failed;
  return text === '' ? null : fr.search.none(text);
}

const SearchList = lazyPart(async () => (await import('./search-list.tsx')).SearchList);
