import type { SavedQuestion } from '../../domain/library.ts';
import { savedWords } from '../strings/indicateurs.ts';
import { usePage } from './page-context.ts';
import { figureText, sourceText } from './source-text.ts';

/** How the reply to a question is found, what it rests on, and what a real deployment must supply. */
export function SavedMethod({ saved }: { saved: SavedQuestion }) {
  const { library } = usePage();
  const figures = library.indicators.filter(({ id }) => saved.figures?.includes(id));
  return (
    <details className="saved-method">
      <summary>{savedWords.method}</summary>
      <p>{saved.method}</p>
      <p>
        <strong>{savedWords.needs}</strong>
        {`\u00a0: ${saved.needs}`}
      </p>
      {figures.length > 0 && (
        <ul>
          {figures.map((figure) => (
            <li key={figure.id}>
              {`${figure.label}\u00a0: `}
              <strong>{figureText(figure)}</strong>
              {` (${sourceText(figure.source, library.documents)})`}
            </li>
          ))}
        </ul>
      )}
      <p className="figure-source">
        {saved.source
          ? `${savedWords.source}\u00a0: ${sourceText(saved.source, library.documents)}`
          : savedWords.deduced}
      </p>
    </details>
  );
}
