import type { ExportContent } from '../export-content.ts';

/** A map of a report: a picture that is to scale when it has its size. */
export interface ReportMap {
  /** JPEG. */
  picture: Uint8Array<ArrayBuffer>;
  widthMm: number;
  heightMm: number;
  /** Denominator of the scale. */
  scale: number;
}

/** A layer of the legend of a report's map. */
export interface ReportLegend {
  title: string;
  /** What a graduated or proportional symbol measures. */
  measure: string | null;
  entries: { label: string; svg: string }[];
}

/** Bars of a report, one a value. */
export interface ReportChart {
  title: string;
  bars: { label: string; value: number; text: string }[];
}

/** How a report is laid out, on A4. */
export type ReportOrientation = 'portrait' | 'landscape';

/** All that a report says. Texts are French, figures written as a reader reads them. */
export interface ReportContent {
  content: ExportContent;
  orientation: ReportOrientation;
  /** Name of the territory, at the top. */
  territory: string;
  /** Day that the report is made, ISO. */
  day: string;
  figures: { label: string; value: string }[];
  map: ReportMap | null;
  legend: ReportLegend[];
  charts: ReportChart[];
}

/** Room for a map on a page, in millimetres: the width of the text, and what leaves place for the title and the figures. */
export const REPORT_MAP_MM: Record<ReportOrientation, { width: number; height: number }> = {
  portrait: { width: 180, height: 140 },
  landscape: { width: 267, height: 100 },
};

/** Rows of the table that a report prints; it says where the others are. */
export const REPORT_ROWS = 500;

/** Columns of that table, by orientation: more cannot be read. */
export const REPORT_COLUMNS: Record<ReportOrientation, number> = { portrait: 7, landscape: 11 };
