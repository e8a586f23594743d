import { Download, ImageDown } from 'lucide-react';
import { useState } from 'react';
import type { PrintRequest } from '../../paper/print-request.ts';
import { ErrorText } from '../frame/notices.tsx';
import { useErrorSentence } from '../frame/use-error-sentence.ts';
import { imprimer } from '../strings/imprimer.ts';
import type { FileStatus, PreviewStatus, usePrintFile } from './use-printer.ts';

interface PrintActionsProps {
  /** Null while there is nothing that could be printed. */
  request: PrintRequest | null;
  preview: PreviewStatus;
  file: ReturnType<typeof usePrintFile>;
  /** Reads again what could not be read. */
  onRetry: () => void;
}

/** The files that a sheet is made into; first what is missing from it, which the reader has to agree to. */
export function PrintActions({ request, preview, file, onRetry }: PrintActionsProps) {
  const { status, start, cancel } = file;
  const [agreed, setAgreed] = useState<string[]>([]);
  const missing = preview.result?.missing ?? [];
  const ids = missing.map(({ id }) => id);
  const isAgreed = ids.every((id) => agreed.includes(id));
  const isReady = request !== null && !preview.isBusy && isAgreed;
  const make = (format: 'pdf' | 'png') => {
    if (request)
      void start(request, format, agreed).then(
        (result) => result?.missing.length && result.files.length === 0 && onRetry(),
      );
  };
  return (
    <div className="print-actions">
      {missing.length > 0 && (
        <MissingLayers
          missing={missing}
          isAgreed={isAgreed}
          onAgree={(isTicked) => setAgreed(isTicked ? ids : [])}
          onRetry={onRetry}
        />
      )}
      <div aria-live="polite" className="export-status">
        <Status status={status} />
      </div>
      {status.kind === 'running' ? (
        <button type="button" className="button" onClick={cancel}>
          {imprimer.cancel}
        </button>
      ) : (
        <>
          <button type="button" className="button" disabled={!isReady} onClick={() => make('png')}>
            <ImageDown size={16} aria-hidden="true" />
            {imprimer.formats.png}
          </button>
          <button
            type="button"
            className="primary-button"
            disabled={!isReady}
            onClick={() => make('pdf')}
          >
            <Download size={16} aria-hidden="true" />
            {imprimer.formats.pdf}
          </button>
        </>
      )}
    </div>
  );
}

interface MissingLayersProps {
  missing: NonNullable<PreviewStatus['result']>['missing'];
  isAgreed: boolean;
  onAgree: (isTicked: boolean) => void;
  onRetry: () => void;
}

function MissingLayers({ missing, isAgreed, onAgree, onRetry }: MissingLayersProps) {
  const sentenceOf = useErrorSentence();
  return (
    <div className="print-missing" role="alert">
      <p className="error-title">{imprimer.missingTitle(missing.length)}</p>
      <p>{imprimer.missing(missing.map(({ title }) => title))}</p>
      {missing.map(({ id, error }) => (
        <p key={id} className="quiet">
          {sentenceOf({ ...error, context: { ...error.context, layer: id } }).title}
        </p>
      ))}
      <label>
        <input
          type="checkbox"
          checked={isAgreed}
          onChange={({ target }) => onAgree(target.checked)}
        />
        {imprimer.without}
      </label>
      <button type="button" className="link-button" onClick={onRetry}>
        {imprimer.retry}
      </button>
    </div>
  );
}

function Status({ status }: { status: FileStatus }) {
  if (status.kind === 'none') return null;
  if (status.kind === 'failed') return <ErrorText error={status.error} />;
  if (status.kind === 'done') return <p>{imprimer.done(status.name, status.count)}</p>;
  const { step } = status;
  const words = step ? imprimer.step(step) : imprimer.starting;
  const share = step?.kind === 'layers' ? step.done / step.total : undefined;
  return (
    <p className="export-step">
      <progress aria-label={words} value={share} max={1} />
      {words}
    </p>
  );
}
