import { fr } from '../strings/fr.ts';

/** Says that rows could not be read, and offers to try again. */
export function RowsFailed({ onRetry }: { onRetry: () => void }) {
  return (
    <p className="fault" role="alert">
      {fr.table.failed}{' '}
      <button type="button" className="link-button" onClick={onRetry}>
        {fr.table.retry}
      </button>
    </p>
  );
}
