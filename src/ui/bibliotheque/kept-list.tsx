import { Undo2 } from 'lucide-react';
import { useEffect } from 'react';
import type { Catalogue } from '../../domain/catalogue.ts';
import type { KeptQuestion } from '../../domain/kept-question.ts';
import { useAppState, useEffects } from '../app-context.tsx';
import { bibliotheque, keptWords } from '../strings/bibliotheque.ts';
import { matchesText } from '../strings/match-text.ts';
import { KeptEntry } from './kept-entry.tsx';
import { keptSentence } from './kept-sentence.ts';
import { OpenFileButton } from './open-file.tsx';

/** The questions that the reader keeps in this browser, those whose words hold the filter. */
export function KeptList({ catalogue, filter }: { catalogue: Catalogue; filter: string }) {
  const { kept, unread, deleted } = useAppState((state) => state.shelf);
  const { readKept, restoreKept } = useEffects();
  useEffect(() => readKept(), [readKept]);
  const all = kept ?? [];
  const found = all.filter((one) => matchesText(wordsOf(one, catalogue), filter));
  return (
    <>
      {deleted && (
        <p className="library-undo" role="status">
          {keptWords.deleted(deleted.name)}{' '}
          <button type="button" className="link-button with-icon" onClick={restoreKept}>
            <Undo2 size={16} aria-hidden="true" />
            {keptWords.undo}
          </button>
        </p>
      )}
      {kept && all.length === 0 && <p>{keptWords.empty}</p>}
      {all.length > 0 && found.length === 0 && <p>{bibliotheque.none(filter)}</p>}
      <ul className="kept-list">
        {found.map((one) => (
          <KeptEntry key={one.id} kept={one} catalogue={catalogue} />
        ))}
      </ul>
      {unread > 0 && <p className="warning">{keptWords.unread(unread)}</p>}
      <p>
        <OpenFileButton />
      </p>
      {all.length > 0 && <p className="quiet">{keptWords.place}</p>}
    </>
  );
}

function wordsOf(kept: KeptQuestion, catalogue: Catalogue): string {
  const theme = catalogue.themes.find(({ id }) => id === kept.theme)?.title ?? '';
  return [kept.name, kept.description, theme, keptSentence(kept.question, catalogue)].join(' ');
}
