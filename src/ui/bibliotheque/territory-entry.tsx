import type { SavedQuestion } from '../../domain/library.ts';
import { fillAsk } from '../../sql/fill-ask.ts';
import { goTo, goToTheme, openQuestion, writeStatement } from '../../state/actions.ts';
import type { AppState } from '../../state/app-state.ts';
import { openInForm } from '../../state/shelf.ts';
import { useAct } from '../app-context.tsx';
import { territoryWords } from '../strings/bibliotheque.ts';
import { savedWords } from '../strings/indicateurs.ts';

/** A question of the territory: one that the form can hold opens there, its parameters filled; the others where they can be asked. */
export function TerritoryEntry({ saved }: { saved: SavedQuestion }) {
  const act = useAct();
  const ask = fillAsk(saved);
  const isQuestion = 'question' in ask;
  const open = (state: AppState) =>
    isQuestion
      ? openInForm(state, { name: saved.sentence, theme: saved.theme, question: ask.question })
      : openOnTheme(state, saved);
  return (
    <li className="library-question">
      <button
        type="button"
        className="choice"
        title={isQuestion ? territoryWords.toForm : territoryWords.toTheme}
        onClick={() => act(open)}
      >
        {saved.sentence}
      </button>
      <p className="quiet">
        <span>{`${isQuestion ? territoryWords.isQuestion : territoryWords.isSql} · ${savedWords.shows[saved.show]}`}</span>
        {isQuestion ? (
          <button
            type="button"
            className="link-button"
            onClick={() => act((state) => openOnTheme(state, saved))}
          >
            {territoryWords.toTheme}
          </button>
        ) : (
          <button
            type="button"
            className="link-button"
            onClick={() => act((state) => goTo(writeStatement(state, ask.sql.join('\n')), 'sql'))}
          >
            {territoryWords.toSql}
          </button>
        )}
      </p>
    </li>
  );
}

/** The state with the question open on the page of its theme, where its parameters can be chosen. */
function openOnTheme(state: AppState, { id, theme }: SavedQuestion): AppState {
  return openQuestion(goToTheme(state, theme), { id, values: {} });
}
