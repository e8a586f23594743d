import type { ErrorData } from '../domain/errors.ts';
import type { ExportContent, ExportCrs, ExportFile, ExportStep } from './export-content.ts';
import type { ExportFormatName } from './formats.ts';
import type { ReportContent } from './report/report-content.ts';

/** What the thread of exports may be asked: one thing, once. */
export type ToExportWorker =
  | { kind: 'content'; content: ExportContent; format: ExportFormatName; crs: ExportCrs }
  | { kind: 'report'; report: ReportContent };

/** What it says: steps, then how it ended. */
export type FromExportWorker =
  | { kind: 'step'; step: ExportStep }
  | { kind: 'done'; file: ExportFile }
  | { kind: 'failed'; error: ErrorData };
