import { X } from 'lucide-react';
import { Suspense } from 'react';
import type { ErrorData } from '../../domain/errors.ts';
import { dismissNotice } from '../../state/actions.ts';
import { useAct, useAppState } from '../app-context.tsx';
import { fr } from '../strings/fr.ts';
import { lazyPart } from './lazy-part.tsx';

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

/** What happened, what still works, what to do; the sentences are fetched with the first error. */
export function ErrorText({ error }: { error: ErrorData }) {
  return (
    <Suspense>
      <LazyText error={error} />
    </Suspense>
  );
}

/** What happened, in one sentence, fetched as that of `ErrorText`. */
export function ErrorTitle({ error }: { error: ErrorData }) {
  return (
    <Suspense>
      <LazyTitle error={error} />
    </Suspense>
  );
}

const LazyText = lazyPart(async () => (await import('./error-text.tsx')).ErrorText);

const LazyTitle = lazyPart(async () => (await import('./error-text.tsx')).ErrorTitle);
