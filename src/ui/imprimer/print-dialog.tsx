import { useEffect, useMemo, useState } from 'react';
import type { Catalogue } from '../../domain/catalogue.ts';
import { type ErrorData, errorToData, isAbort } from '../../domain/errors.ts';
import type { PrintSource } from '../../map/print-source.ts';
import { moveSheet } from '../../paper/print-framing.ts';
import { useAppState, useServices } from '../app-context.tsx';
import { ModalDialog } from '../frame/modal-dialog.tsx';
import { ErrorText } from '../frame/notices.tsx';
import { imprimer } from '../strings/imprimer.ts';
import { mapTitle } from './map-title.ts';
import { PrintActions } from './print-actions.tsx';
import { PrintFields } from './print-fields.tsx';
import { PrintFraming } from './print-framing.tsx';
import { PrintPreview } from './print-preview.tsx';
import { printRequestOf } from './print-request-of.ts';
import { framedOn, framedSince, type PrintWish, scaleOf } from './print-wish.ts';
import { usePreview, usePrinter, usePrintFile } from './use-printer.ts';
import '../styles/export.css';
import '../styles/imprimer.css';

/** The dialogue that prints what the map shows, to an exact scale: what is wanted on the left, the sheet on the right. */
export function PrintDialog({ onClose }: { onClose: () => void }) {
  const catalogue = useAppState((state) => state.catalogue);
  return (
    <ModalDialog
      className="export-dialog print-dialog"
      title={imprimer.title}
      closeLabel={imprimer.close}
      onClose={onClose}
    >
      {catalogue && <PrintForm catalogue={catalogue} />}
    </ModalDialog>
  );
}

function PrintForm({ catalogue }: { catalogue: Catalogue }) {
  const { store } = useServices();
  const { territory } = catalogue;
  const { source, error } = usePrintSource();
  const [wish, setWish] = useState(() => firstWish(catalogue, store.getState()));
  const [widthPx, setWidthPx] = useState(0);
  const printer = usePrinter();
  const scale = scaleOf(wish);
  const request = useMemo(
    () =>
      source && typeof scale === 'number'
        ? printRequestOf(wish, scale, source, catalogue, store.getState())
        : null,
    [wish, scale, source, catalogue, store],
  );
  const file = usePrintFile(printer);
  const isRunning = file.status.kind === 'running';
  const [round, setRound] = useState(0);
  const asked = useMemo(() => request && { ...request, round }, [request, round]);
  const preview = usePreview(printer, asked, widthPx, isRunning);
  const change = (part: Partial<PrintWish>) => setWish((before) => ({ ...before, ...part }));
  const move = (by: readonly [number, number]) => {
    if (typeof scale !== 'number') return;
    setWish((before) => ({ ...before, centre: moveSheet(before.centre, by, scale, territory) }));
  };
  if (error) return <ErrorText error={error} />;
  return (
    <div className="print-body">
      <fieldset className="print-form" disabled={isRunning}>
        <PrintFields wish={wish} scale={scale} territory={territory} onChange={change} />
        <PrintFraming
          wish={wish}
          catalogue={catalogue}
          onFrame={(extent, asked) =>
            setWish((before) => framedSince(extent, asked, before, territory))
          }
          onMove={move}
        />
      </fieldset>
      <PrintPreview wish={wish} scale={scale} status={preview} onWidth={setWidthPx} onMove={move} />
      <PrintActions
        request={request}
        preview={preview}
        file={file}
        onRetry={() => setRound((before) => before + 1)}
      />
    </div>
  );
}

/** What the map shows, fetched once: what is behind a dialogue does not change. */
function usePrintSource() {
  const { exports, store } = useServices();
  const [source, setSource] = useState<PrintSource | null>(null);
  const [error, setError] = useState<ErrorData | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    exports
      .printSource(store.getState(), imprimer.drawn, controller.signal)
      .then(setSource)
      .catch((cause) => {
        if (!isAbort(cause)) setError(errorToData(cause));
      });
    return () => controller.abort();
  }, [exports, store]);
  return { source, error };
}

function firstWish(
  catalogue: Catalogue,
  state: ReturnType<ReturnType<typeof useServices>['store']['getState']>,
): PrintWish {
  const { territory } = catalogue;
  const paper = { paper: 'A4', orientation: 'landscape' } as const;
  return {
    ...paper,
    ...framedOn(state.view?.extent ?? territory.extent, paper, territory),
    title: mapTitle(state),
    subtitle: '',
    parts: { legend: true, situation: true, grid: true },
  };
}
