import type { PlanDrawing } from '../plan/plan.ts';
import type { Swatch } from '../plan/swatch-marks.ts';
import type { Orientation, Paper } from './paper-size.ts';

/** A line of the legend: a symbol as it is on the plan, and what it means. */
export interface SheetLegendEntry {
  label: string;
  swatch: Swatch;
}

/** A layer of the legend. */
export interface SheetLegendGroup {
  title: string;
  /** What a graduated or proportional symbol measures. */
  measure: string | null;
  entries: SheetLegendEntry[];
}

/** What was noted of a shape; its number is on the plan. */
export interface SheetNote {
  number: number;
  /** Name of the shape. */
  title: string;
  text: string;
}

/** All that the sheet of a plan says, as plain data. Texts are French. */
export interface SheetContent {
  paper: Paper;
  orientation: Orientation;
  title: string;
  subtitle: string;
  /** Name of the territory. */
  territory: string;
  /** Permanent sentence of the territory: its geometry is simulated. */
  banner: string | null;
  /** To the size of the frame that `sheetFrames` gives. */
  plan: PlanDrawing;
  /** Layers of which something is in the frame, topmost first; null: the reader wants none. */
  legend: SheetLegendGroup[] | null;
  notes: SheetNote[];
  /** Whether the ticks of Lambert-93 stand around the plan. */
  hasGrid: boolean;
  /** What the screen shows and the sheet does not, one sentence each. */
  absent: string[];
  /** The territory with the frame on it. */
  situation: PlanDrawing | null;
  /** Where the data come from, one sentence a layer. */
  sources: string[];
  /** Dates of the oldest and of the latest data, ISO; null where there are none. */
  dates: [oldest: string, latest: string] | null;
  /** Whether a layer stands for a document that binds: the sheet then says that it does not. */
  isBinding: boolean;
  /** Day that the sheet is made, ISO. */
  day: string;
}
