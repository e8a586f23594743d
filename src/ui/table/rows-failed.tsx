import type { ErrorData } from '../../domain/errors.ts';
import { useErrorSentence } from '../frame/use-error-sentence.ts';
import { fr } from '../strings/fr.ts';

/** Says why rows could not be read, and offers to try again. */
export function RowsFailed({ error, onRetry }: { error: ErrorData; onRetry: () => void }) {
  const { title } = useErrorSentence()(error);
  return (
    <p className="fault" role="alert">
      {title}{' '}
      <button type="button" className="link-button" onClick={onRetry}>
        {fr.table.retry}
      </button>
    </p>
  );
}
