import type { ErrorData } from '../../domain/errors.ts';
import { fr } from '../strings/fr.ts';
import { useErrorSentence } from './use-error-sentence.ts';

/** What happened, in one sentence. */
export function ErrorTitle({ error }: { error: ErrorData }) {
  return useErrorSentence()(error).title;
}

/** What happened, what still works, what to do; the English message is kept behind a fold for the SIG team. */
export function ErrorText({ error }: { error: ErrorData }) {
  const sentence = useErrorSentence()(error);
  return (
    <div className="error-text">
      <p className="error-title">{sentence.title}</p>
      <p>{sentence.still}</p>
      <p>{sentence.todo}</p>
      <details>
        <summary>{fr.notices.details}</summary>
        <code lang="en">{`${error.code} – ${error.message}`}</code>
      </details>
    </div>
  );
}
