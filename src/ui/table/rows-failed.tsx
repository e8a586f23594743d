import type { ErrorData } from '../../domain/errors.ts';
import { useErrorSentence } from '../frame/use-error-sentence.ts';
import { AskAgain } from '../liens/ask-again.tsx';
import { fr } from '../strings/fr.ts';

interface RowsFailedProps {
  error: ErrorData;
  /** Reads again; absent where only asking anew helps. */
  onRetry?: () => void;
}

/** Says why rows could not be read, and offers to try again: to ask anew where the engine holds the answer no longer. */
export function RowsFailed({ error, onRetry }: RowsFailedProps) {
  const { title } = useErrorSentence()(error);
  return (
    <p className="fault" role="alert">
      {title}{' '}
      {error.code === 'answer-gone' || !onRetry ? (
        <AskAgain />
      ) : (
        <button type="button" className="link-button" onClick={onRetry}>
          {fr.table.retry}
        </button>
      )}
    </p>
  );
}
