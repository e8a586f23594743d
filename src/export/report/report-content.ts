import type { Territory } from '../../domain/catalogue.ts';
import type { PrintExtra, PrintLayer } from '../../paper/print-request.ts';
import type { SheetLegendGroup } from '../../paper/sheet-content.ts';
import type { PlanDrawing, PlanFrame } from '../../plan/plan.ts';
import type { ExportContent } from '../export-content.ts';

/** The map of a report, to be read and drawn. */
export interface ReportMap {
  territory: Territory;
  frame: PlanFrame;
  /** Topmost first. */
  layers: PrintLayer[];
  extras: PrintExtra[];
  /** Folder of the site, which the files of the layers stand in. */
  baseUrl: string;
}

/** The map of a report as it is drawn, with what its legend says. */
export interface DrawnReportMap {
  plan: PlanDrawing;
  legend: SheetLegendGroup[];
  /** Titles of the layers that are drawn. */
  titles: string[];
  /** Where what is drawn comes from, one sentence for each producer and licence. */
  sources: string[];
  /** What the screen shows and the map does not, one French sentence each. */
  absent: string[];
}

/** Bars of a report, one a value. */
export interface ReportChart {
  title: string;
  bars: { label: string; value: number; text: string }[];
}

/** How a report is laid out, on A4. */
export type ReportOrientation = 'portrait' | 'landscape';

/** All that a report says. Texts are French, figures written as a reader reads them. Plain data: it crosses to the worker. */
export interface ReportContent {
  content: ExportContent;
  orientation: ReportOrientation;
  /** Name of the territory, at the top. */
  territory: string;
  /** Day that the report is made, ISO. */
  day: string;
  figures: { label: string; value: string }[];
  map: ReportMap | null;
  charts: ReportChart[];
}

/** Room for a map on a page, in millimetres: the width of the text, and what leaves place for the title and the figures. */
export const REPORT_MAP_MM: Record<ReportOrientation, { width: number; height: number }> = {
  portrait: { width: 180, height: 140 },
  landscape: { width: 267, height: 100 },
};

/** Rows of the table that a report prints, some 200 pages; it says where the others are. */
export const REPORT_ROWS = 10_000;

/** Columns of that table, by orientation: more cannot be read. */
export const REPORT_COLUMNS: Record<ReportOrientation, number> = { portrait: 7, landscape: 11 };
