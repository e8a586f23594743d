import type { Answer } from '../../domain/answer.ts';
import type { Catalogue } from '../../domain/catalogue.ts';
import { useAppState } from '../app-context.tsx';
import { formatDate } from '../strings/format.ts';
import { fr } from '../strings/fr.ts';

/** Which data the answer was made from, and whether they are still those that the link was made with. */
export function AnswerVersions({ answer, catalogue }: { answer: Answer; catalogue: Catalogue }) {
  const pinned = useAppState((state) => state.pinned);
  const layers = catalogue.layers.filter(({ id }) => answer.versions[id] !== undefined);
  const changed = layers.filter(({ id }) => pinned?.[id] && pinned[id] !== answer.versions[id]);
  return (
    <>
      {changed.length > 0 && (
        <p className="warning" role="alert">
          {fr.answer.changed(changed.map((layer) => layer.title))}
        </p>
      )}
      <details className="versions">
        <summary>{fr.answer.versions}</summary>
        <ul>
          {layers.map((layer) => (
            <li key={layer.id}>
              {layer.title}{' '}
              <span className="quiet">
                {fr.answer.version(formatDate(layer.date), answer.versions[layer.id] ?? '')}
              </span>
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
