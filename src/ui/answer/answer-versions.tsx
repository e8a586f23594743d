import type { Answer } from '../../domain/answer.ts';
import type { Catalogue } from '../../domain/catalogue.ts';
import { formatDate } from '../strings/format.ts';
import { fr } from '../strings/fr.ts';

/** Which data the answer was made from. */
export function AnswerVersions({ answer, catalogue }: { answer: Answer; catalogue: Catalogue }) {
  const layers = catalogue.layers.filter(({ id }) => answer.versions[id] !== undefined);
  return (
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
  );
}
