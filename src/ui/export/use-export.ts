import { useEffect, useRef, useState } from 'react';
import type { MetricCrs } from '../../domain/crs.ts';
import { type ErrorData, errorToData, isAbort } from '../../domain/errors.ts';
import type { ExportCrs, ExportFile, ExportStep } from '../../export/export-content.ts';
import { crsHeld, EXPORT_FORMATS, type ExportFormatName } from '../../export/formats.ts';
import type { ReportOrientation } from '../../export/report/report-content.ts';
import { useAppState } from '../app-context.tsx';
import { saveFile } from '../frame/save-file.ts';
import type { ExportChoice } from '../strings/exports.ts';
import type { ExportScope, ExportSource } from './export-source.ts';

/** All that a reader chose of an export. */
export interface ExportWish {
  choice: ExportChoice;
  /** Null until the reader chooses one: each format then has its usual one. */
  crs: ExportCrs | null;
  orientation: ReportOrientation;
  scope: ExportScope;
}

/** How an export is going. */
export type ExportStatus =
  | { kind: 'none' }
  | { kind: 'running'; step: ExportStep }
  | { kind: 'done'; name: string; rows: number; remarks: string[] }
  | { kind: 'failed'; error: ErrorData };

/** Exports one thing at a time, in a worker, and hands the file to the browser. It is cancelled with its component. */
export function useExport(source: ExportSource) {
  const [status, setStatus] = useState<ExportStatus>({ kind: 'none' });
  const running = useRef<AbortController | null>(null);
  const territory = useAppState(({ catalogue }) => catalogue?.territory.name ?? '');
  useEffect(() => () => running.current?.abort(), []);

  async function start(wish: ExportWish): Promise<void> {
    const controller = new AbortController();
    running.current = controller;
    const { signal } = controller;
    const onStep = (step: ExportStep) => {
      if (running.current === controller) setStatus({ kind: 'running', step });
    };
    onStep('rows');
    try {
      const [{ exportInWorker }, content] = await Promise.all([
        import('../../export/export-in-worker.ts'),
        source.content(wish.scope, signal),
      ]);
      const { choice, crs, orientation, scope } = wish;
      const isReport = choice === 'pdf';
      const parts = isReport && (await source.parts?.(scope, orientation, { signal, onStep }));
      const file: ExportFile = await exportInWorker(
        choice === 'pdf'
          ? {
              kind: 'report',
              report: { ...NO_PARTS, ...parts, content, orientation, territory, day: today() },
            }
          : {
              kind: 'content',
              content,
              format: choice,
              crs: crsOf(choice, crs, content.metricCrs),
            },
        { signal, onStep },
      );
      const extension = choice === 'pdf' ? 'pdf' : EXPORT_FORMATS[choice].extension;
      const name = `${content.name}.${extension}`;
      saveFile(file.blob, file.blob.type, name);
      setStatus({ kind: 'done', name, rows: content.rows.length, remarks: file.remarks });
    } catch (error) {
      if (running.current !== controller) return;
      setStatus(isAbort(error) ? { kind: 'none' } : { kind: 'failed', error: errorToData(error) });
    }
  }

  return {
    status,
    start: (wish: ExportWish) => void start(wish),
    cancel: () => running.current?.abort(),
    forget: () => setStatus({ kind: 'none' }),
  };
}

/** The CRS that was chosen, where the format may have it, else its usual one; WGS 84 for those without geometry. */
export function crsOf(
  format: ExportFormatName,
  chosen: ExportCrs | null,
  metricCrs: MetricCrs,
): ExportCrs {
  const held = crsHeld(format, metricCrs);
  return held.find((crs) => crs === chosen) ?? held[0] ?? 'EPSG:4326';
}

const NO_PARTS = { figures: [], map: null, charts: [] };

function today(): string {
  return new Date().toLocaleDateString('sv');
}
