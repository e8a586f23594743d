import type { LabelMark, PlanMark } from '../plan/plan.ts';

/** A box on a page, millimetres from its top left corner, y down. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A line of type whose left end stands on its baseline at `x`, `y` (mm). */
export interface TextLine {
  text: string;
  x: number;
  y: number;
  /** Height of the type (em), mm. */
  sizeMm: number;
  weight: LabelMark['weight'];
  /** `#rrggbb`. */
  colour: string;
  /** Its letters are set side by side without kerning, as `plainMeasure` measures: a table is written many times faster. */
  isPlain?: boolean;
}

/** Marks that are clipped to a box of the page; they are in millimetres from the corner of the box. */
export interface PlacedMarks {
  box: Box;
  marks: PlanMark[];
  /** Marks may stand over the edge of the box, as the labels of a frame do. */
  isOpen?: boolean;
}

/** What a part of a page is for who reads it by ear: tags of PDF 1.7 §14.8.4. `Artifact` is not read out. */
export type PartRole =
  | ('H1' | 'H2' | 'P' | 'Figure' | 'L' | 'LI' | 'Lbl' | 'LBody' | 'Div')
  | ('Table' | 'TR' | 'TH' | 'TD')
  | 'Artifact';

/** A part of a page, in reading order: lines of type, marks, or parts of its own. */
export interface PagePart {
  role: PartRole;
  /** What a figure shows, in words. */
  alt?: string;
  lines?: TextLine[];
  drawings?: PlacedMarks[];
  /** Parts of its own; those of a row that are no cells are artifacts, drawn below it. */
  parts?: PagePart[];
  /** Of a table: its rows go on from the table of the page before. */
  isContinued?: boolean;
  /** Address that its lines lead to. */
  link?: string;
  /** What the outline of the document calls this place. */
  bookmark?: string;
}

/** A page as plain data: the PDF, the picture and the preview are made of the same. */
export interface Page {
  widthMm: number;
  heightMm: number;
  parts: PagePart[];
}

/** Width in millimetres of a text set in a face at a size. */
export type TextMeasure = (text: string, sizeMm: number, weight: TextLine['weight']) => number;
