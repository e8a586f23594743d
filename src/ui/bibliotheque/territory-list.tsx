import { useEffect } from 'react';
import type { Catalogue } from '../../domain/catalogue.ts';
import { type Library, ROLES, type SavedQuestion } from '../../domain/library.ts';
import { useAppState, useEffects } from '../app-context.tsx';
import { ErrorText } from '../frame/notices.tsx';
import { bibliotheque } from '../strings/bibliotheque.ts';
import { savedWords } from '../strings/indicateurs.ts';
import { matchesText } from '../strings/match-text.ts';
import { TerritoryEntry } from './territory-entry.tsx';

interface TerritoryListProps {
  catalogue: Catalogue;
  order: 'themes' | 'roles';
  filter: string;
}

/** The questions that the territory's people ask, by theme or by role, those whose words hold the filter. */
export function TerritoryList({ catalogue, order, filter }: TerritoryListProps) {
  const status = useAppState((state) => state.library);
  const { readLibrary } = useEffects();
  useEffect(() => {
    void readLibrary();
  }, [readLibrary]);
  if (status.kind === 'failed') {
    return (
      <div role="alert">
        <ErrorText error={status.error} />
        <button type="button" className="button" onClick={() => void readLibrary()}>
          {bibliotheque.retry}
        </button>
      </div>
    );
  }
  if (status.kind !== 'ready') return <p className="quiet">{bibliotheque.loading}</p>;
  const groups = groupsOf(status.library, catalogue, order)
    .map((group) => ({ ...group, questions: group.questions.filter(isWanted) }))
    .filter(({ questions }) => questions.length > 0);
  if (groups.length === 0) return <p>{bibliotheque.none(filter)}</p>;
  return (
    <>
      {groups.map(({ id, title, questions }) => (
        <details key={id} className="theme library-group" open={filter !== ''}>
          <summary>
            <h3>{title}</h3>
            <span className="badge">{questions.length}</span>
          </summary>
          <ul>
            {questions.map((saved) => (
              <TerritoryEntry key={saved.id} saved={saved} />
            ))}
          </ul>
        </details>
      ))}
    </>
  );

  function isWanted({ sentence, method, role }: SavedQuestion): boolean {
    return matchesText([sentence, method, savedWords.roles[role]].join(' '), filter);
  }
}

interface QuestionGroup {
  id: string;
  title: string;
  questions: SavedQuestion[];
}

/** The groups in the order of the themes of the catalogue, or of the roles. */
function groupsOf(
  { questions, themes }: Library,
  catalogue: Catalogue,
  order: 'themes' | 'roles',
): QuestionGroup[] {
  if (order === 'roles') {
    return ROLES.map((role) => ({
      id: role,
      title: savedWords.roles[role],
      questions: questions.filter((saved) => saved.role === role),
    }));
  }
  const titles = new Map([...catalogue.themes, ...themes].map(({ id, title }) => [id, title]));
  return [...titles].map(([id, title]) => ({
    id,
    title,
    questions: questions.filter(({ theme }) => theme === id),
  }));
}
