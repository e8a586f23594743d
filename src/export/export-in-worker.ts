import { AppError, dataToError } from '../domain/errors.ts';
import type { ExportFile, ExportStep } from './export-content.ts';
import type { FromExportWorker, ToExportWorker } from './export-protocol.ts';

/** How an export is followed and stopped. */
export interface ExportOptions {
  signal?: AbortSignal;
  onStep?: (step: ExportStep) => void;
}

/**
 * The file that was asked for, written in a worker of its own, which ends with it.
 * @throws {AppError} what the writer throws, `engine-failed` when the worker breaks; rejects with the abort of `signal`.
 */
export function exportInWorker(
  asked: ToExportWorker,
  { signal, onStep }: ExportOptions = {},
): Promise<ExportFile> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      type: 'module',
      name: 'export',
    });
    const cancel = () => end(() => reject(signal?.reason));
    const end = (settle: () => void) => {
      worker.terminate();
      signal?.removeEventListener('abort', cancel);
      settle();
    };
    signal?.addEventListener('abort', cancel);
    worker.onmessage = ({ data }: MessageEvent<FromExportWorker>) => {
      if (data.kind === 'step') onStep?.(data.step);
      else if (data.kind === 'done') end(() => resolve(data.file));
      else end(() => reject(dataToError(data.error)));
    };
    worker.onerror = (event) => {
      event.preventDefault();
      const words = event.message ?? 'the worker could not be loaded';
      end(() => reject(new AppError('engine-failed', `the export broke: ${words}`, { words })));
    };
    worker.postMessage(asked);
  });
}
