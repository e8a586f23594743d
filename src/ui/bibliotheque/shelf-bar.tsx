import { Bookmark, Library } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Catalogue } from '../../domain/catalogue.ts';
import { isSameQuestion, type Question } from '../../domain/question.ts';
import { showShelf } from '../../state/shelf.ts';
import { useAct, useAppState, useEffects, useServices } from '../app-context.tsx';
import { bibliotheque, keptWords } from '../strings/bibliotheque.ts';
import { FileNotice } from './file-notice.tsx';
import { KeptForm } from './kept-form.tsx';
import { contentOf } from './save-question.ts';
import '../styles/bibliotheque.css';

interface ShelfBarProps {
  catalogue: Catalogue;
  /** The question being written. */
  question: Question;
  /** Whether there is something to keep. */
  canKeep: boolean;
}

/** Over the question being written: the way to the library, and what keeps the question there. */
export function ShelfBar({ catalogue, question, canKeep }: ShelfBarProps) {
  const { kept, current, opened, proposed } = useAppState((state) => state.shelf);
  const { readKept, keep, changeKept } = useEffects();
  const { store } = useServices();
  const act = useAct();
  const [isNaming, setNaming] = useState(false);
  const [said, setSaid] = useState('');
  useEffect(() => readKept(), [readKept]);
  const own = kept?.find(
    ({ id, question: had }) => id === current && had.target === question.target,
  );
  const isChanged = own !== undefined && !isSameQuestion(own.question, question);
  const content = () => contentOf(store.getState(), question);
  const words = () => {
    const isProposed = proposed?.question.target === question.target;
    return opened?.content ?? { ...content(), ...(isProposed ? proposed : {}) };
  };
  const update = () => {
    if (!own) return;
    changeKept(own.id, { question, versions: content().versions });
    setSaid(keptWords.saved(own.name));
  };
  return (
    <div className="shelf-bar">
      <p className="shelf-buttons">
        <button
          type="button"
          className="button"
          onClick={() => act((state) => showShelf(state, kept?.length ? 'miennes' : 'themes'))}
        >
          <Library size={16} aria-hidden="true" />
          {bibliotheque.open(kept?.length ?? 0)}
        </button>
        {canKeep && isChanged && (
          <button type="button" className="button" onClick={update}>
            <Bookmark size={16} aria-hidden="true" />
            {keptWords.update(own.name)}
          </button>
        )}
        {canKeep && !isNaming && (
          <button type="button" className="button" onClick={() => setNaming(true)}>
            {!isChanged && <Bookmark size={16} aria-hidden="true" />}
            {own ? keptWords.saveAsNew : keptWords.save}
          </button>
        )}
      </p>
      {own && (
        <p className="quiet">
          {keptWords.current(own.name)}
          {isChanged && `, ${keptWords.changed}`}
        </p>
      )}
      {isNaming && (
        <KeptForm
          catalogue={catalogue}
          initial={words()}
          onSave={(written) => {
            keep({ ...content(), ...written });
            setNaming(false);
            setSaid(keptWords.saved(written.name));
          }}
          onCancel={() => setNaming(false)}
        />
      )}
      <p className="visually-hidden" role="status">
        {said}
      </p>
      <FileNotice catalogue={catalogue} />
    </div>
  );
}
