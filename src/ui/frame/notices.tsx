import { X } from 'lucide-react';
import type { ErrorData } from '../../domain/errors.ts';
import { dismissNotice } from '../../state/actions.ts';
import { useAct, useAppState } from '../app-context.tsx';
import { fr } from '../strings/fr.ts';
import { useErrorSentence } from './use-error-sentence.ts';

/** The messages that wait to be read, newest last; announced when they come. */
export function Notices() {
  const notices = useAppState((state) => state.notices);
  const act = useAct();
  return (
    <section className="notices" aria-label={fr.notices.label} aria-live="polite">
      {notices.map((notice) => (
        <div className="notice" key={notice.id}>
          <ErrorText error={notice.error} />
          <button
            type="button"
            className="icon-button"
            aria-label={fr.notices.dismiss}
            onClick={() => act((state) => dismissNotice(state, notice.id))}
          >
            <X size={16} aria-hidden="true" />
          </button>
        </div>
      ))}
    </section>
  );
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
