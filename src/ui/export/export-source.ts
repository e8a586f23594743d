import type { ExportContent } from '../../export/export-content.ts';
import type { FollowOptions } from '../../export/export-in-worker.ts';
import type { ReportContent, ReportOrientation } from '../../export/report/report-content.ts';

/** What is to be taken of a table. */
export interface ExportScope {
  /** Only the rows that the reader's filters keep. */
  isKept: boolean;
  /** Only the columns that the reader sees. */
  isShown: boolean;
}

/** What of a report is drawn for it: the rest is in the content. */
export type ReportParts = Pick<ReportContent, 'figures' | 'map' | 'charts'>;

/** A table that can be taken away: an answer, the rows of a statement, a comparison. */
export interface ExportSource {
  /** Rows in all. */
  rows: number;
  /** Rows that filters keep; null where nothing is filtered. */
  kept: number | null;
  columns: number;
  /** Columns that the reader sees; null where all are. */
  shown: number | null;
  hasGeometry: boolean;
  /** The rows and their words. @throws {AppError} what the engine throws. */
  content(scope: ExportScope, signal: AbortSignal): Promise<ExportContent>;
  /** What its report shows besides its table; absent: nothing. */
  parts?(
    scope: ExportScope,
    orientation: ReportOrientation,
    options: FollowOptions,
  ): Promise<ReportParts>;
}
