import { useState } from 'react';
import { ModalDialog } from '../frame/modal-dialog.tsx';
import { ErrorText } from '../frame/notices.tsx';
import { exportsText } from '../strings/exports.ts';
import { ExportFormats } from './export-formats.tsx';
import { ExportOptions } from './export-options.tsx';
import type { ExportSource } from './export-source.ts';
import { type ExportStatus, type ExportWish, useExport } from './use-export.ts';
import '../styles/export.css';

interface ExportDialogProps {
  source: ExportSource;
  onClose: () => void;
}

/** Which format, which CRS, which rows and columns; then how it goes, and what the file could not hold. */
export function ExportDialog({ source, onClose }: ExportDialogProps) {
  const { status, start, cancel, forget } = useExport(source);
  const [wish, setWish] = useState<ExportWish>({
    choice: 'xlsx',
    crs: null,
    orientation: 'portrait',
    scope: { isKept: source.kept !== null, isShown: false },
  });
  const choose = (change: Partial<ExportWish>) => {
    forget();
    setWish((before) => ({ ...before, ...change }));
  };
  const isRunning = status.kind === 'running';
  return (
    <ModalDialog
      className="export-dialog"
      title={exportsText.title}
      closeLabel={exportsText.close}
      onClose={onClose}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          start(wish);
        }}
      >
        <fieldset className="export-choices" disabled={isRunning}>
          <ExportFormats
            chosen={wish.choice}
            hasGeometry={source.hasGeometry}
            onChoose={(choice) => choose({ choice })}
          />
          <ExportOptions source={source} wish={wish} onChange={choose} />
        </fieldset>
        <footer>
          <div aria-live="polite" className="export-status">
            <Status status={status} />
          </div>
          {isRunning ? (
            <button type="button" className="button" onClick={cancel}>
              {exportsText.cancel}
            </button>
          ) : (
            <button type="submit" className="primary-button">
              {wish.choice === 'pdf'
                ? exportsText.startReport
                : exportsText.start(exportsText.names[wish.choice])}
            </button>
          )}
        </footer>
      </form>
    </ModalDialog>
  );
}

function Status({ status }: { status: ExportStatus }) {
  if (status.kind === 'running') {
    return (
      <p className="export-step">
        <progress aria-label={exportsText.steps[status.step]} />
        {exportsText.steps[status.step]}
      </p>
    );
  }
  if (status.kind === 'failed') return <ErrorText error={status.error} />;
  if (status.kind === 'none') return null;
  return (
    <>
      <p>{exportsText.done(status.name, status.rows)}</p>
      {status.remarks.length > 0 && (
        <>
          <p>{exportsText.remarks}</p>
          <ul>
            {status.remarks.map((remark) => (
              <li key={remark}>{remark}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
