import { ArrowLeft, Search } from 'lucide-react';
import { useState } from 'react';
import type { Catalogue } from '../../domain/catalogue.ts';
import { SHELF_PARTS, type ShelfPart, showShelf } from '../../state/shelf.ts';
import { useAct, useAppState } from '../app-context.tsx';
import { ErrorText } from '../frame/notices.tsx';
import { useHeadingFirst } from '../indicateurs/use-heading-first.ts';
import { bibliotheque } from '../strings/bibliotheque.ts';
import { KeptList } from './kept-list.tsx';
import { OpenFile } from './open-file.tsx';
import { TerritoryList } from './territory-list.tsx';
import '../styles/bibliotheque.css';

/** The library of questions, in the place of the question being written: the reader's own, then the territory's by theme and by role. */
export function Bibliotheque({ catalogue, part }: { catalogue: Catalogue; part: ShelfPart }) {
  const failure = useAppState((state) => state.shelf.failure);
  const [filter, setFilter] = useState('');
  const heading = useHeadingFirst();
  const act = useAct();
  return (
    <OpenFile>
      <section className="library">
        <button
          type="button"
          className="link-button with-icon"
          onClick={() => act((state) => showShelf(state, null))}
        >
          <ArrowLeft size={16} aria-hidden="true" />
          {bibliotheque.back}
        </button>
        <h2 ref={heading} tabIndex={-1}>
          {bibliotheque.title}
        </h2>
        <label className="library-search">
          <Search size={16} aria-hidden="true" />
          <input
            type="text"
            placeholder={bibliotheque.search}
            aria-label={bibliotheque.search}
            value={filter}
            onChange={({ target }) => setFilter(target.value)}
          />
        </label>
        <Parts part={part} />
        {failure && (
          <div className="warning" role="alert">
            <ErrorText error={failure} />
          </div>
        )}
        {part === 'miennes' ? (
          <KeptList catalogue={catalogue} filter={filter} />
        ) : (
          <TerritoryList key={part} catalogue={catalogue} order={part} filter={filter} />
        )}
      </section>
    </OpenFile>
  );
}

/** Which part of the library is shown. */
function Parts({ part }: { part: ShelfPart }) {
  const act = useAct();
  return (
    <fieldset className="library-parts">
      <legend className="visually-hidden">{bibliotheque.partsLabel}</legend>
      {SHELF_PARTS.map((name) => (
        <button
          key={name}
          type="button"
          aria-pressed={name === part}
          onClick={() => act((state) => showShelf(state, name))}
        >
          {bibliotheque.parts[name]}
        </button>
      ))}
    </fieldset>
  );
}
