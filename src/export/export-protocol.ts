import type { ExportContent, ExportCrs } from './export-content.ts';
import type { ExportFormatName } from './formats.ts';
import type { ReportContent } from './report/report-content.ts';

/** What the thread of exports may be asked: one thing, once. */
export type ToExportWorker =
  | { kind: 'content'; content: ExportContent; format: ExportFormatName; crs: ExportCrs }
  | { kind: 'report'; report: ReportContent };
