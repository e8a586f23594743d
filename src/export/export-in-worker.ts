import { runTask, type TaskOptions } from '../tasks/task.ts';
import type { ExportFile, ExportStep } from './export-content.ts';
import type { ToExportWorker } from './export-protocol.ts';

/** How an export is followed and stopped. */
export type FollowOptions = TaskOptions<ExportStep>;

/**
 * The file that was asked for, written in a worker of its own, which ends with it.
 * @throws {AppError} what the writer throws, `engine-failed` when the worker breaks; rejects with the abort of `signal`.
 */
export async function exportInWorker(
  asked: ToExportWorker,
  options: FollowOptions = {},
): Promise<ExportFile> {
  options.signal?.throwIfAborted();
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    type: 'module',
    name: 'export',
  });
  return runTask(worker, asked, options);
}
