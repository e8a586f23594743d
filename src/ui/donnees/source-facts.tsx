import type { CollectedSource } from '../../domain/collection.ts';
import { officialSources } from '../strings/official-sources.ts';
import { WebLink } from './contact-line.tsx';

/** What is to be known of a source before its data are used: what it does not say, what happened, whose it is, how to cite it. */
export function SourceFacts({ source }: { source: CollectedSource }) {
  const { state, caution, notes, answeredAt, producer, licence, attribution, page } = source;
  const facts = [
    [officialSources.producer, producer],
    [officialSources.licence, licence],
    [officialSources.attribution, attribution],
  ];
  return (
    <div className="source-facts">
      {state === 'empty' && <p className="source-caution">{officialSources.emptyIsNoAbsence}</p>}
      {notes.length > 0 && (
        <div className="source-notes" data-state={state}>
          <p>{officialSources.notes}</p>
          <ul>
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </div>
      )}
      {caution !== null && <p className="source-caution">{caution}</p>}
      <p className="quiet">{officialSources.answered(answeredAt)}</p>
      <dl className="sheet-facts">
        {facts.map(([term, detail]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{detail}</dd>
          </div>
        ))}
      </dl>
      <p>
        <WebLink url={page}>{officialSources.page}</WebLink>
      </p>
    </div>
  );
}
