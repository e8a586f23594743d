import type { Block } from '../../paper/flow-blocks.ts';
import { INK, QUIET } from '../../paper/ink.ts';
import type { PagePart, TextMeasure } from '../../paper/page.ts';
import { textBlock } from '../../paper/text-block.ts';

/** How the parts of a report are set: the width of its text, millimetres, and blocks of its usual types. */
export interface ReportSetting {
  width: number;
  measure: TextMeasure;
  /** Widths of the plain lines of tables. */
  plain: TextMeasure;
  /** The heading of a section, which the outline of the document names. */
  heading(text: string): Block;
  text(text: string, options?: SetOptions): Block;
  /** What is said beside. */
  quiet(text: string, options?: SetOptions): Block;
}

interface SetOptions {
  role?: PagePart['role'];
  spaceMm?: number;
  staysWithNext?: boolean;
}

/** The setting of a report whose text has a width. */
export function reportSetting(
  width: number,
  measure: TextMeasure,
  plain: TextMeasure,
): ReportSetting {
  const set = (text: string, sizeMm: number, colour: string, options: SetOptions = {}) =>
    textBlock(text, { sizeMm, weight: 'regular', colour }, { width, measure, ...options });
  return {
    width,
    measure,
    plain,
    heading(text) {
      const style = { sizeMm: TYPE.heading, weight: 'bold', colour: CANAL } as const;
      const options = { width, measure, role: 'H2', spaceMm: 4.5, staysWithNext: true } as const;
      const block = textBlock(text, style, options);
      return { ...block, place: (x, y) => ({ ...block.place(x, y), bookmark: text }) };
    },
    text: (text, options) => set(text, TYPE.text, INK, options),
    quiet: (text, options) => set(text, TYPE.small, QUIET, options),
  };
}

/** Sizes of type of a report, millimetres. */
export const TYPE = {
  title: 6.4,
  subtitle: 3.8,
  heading: 4,
  figure: 5.4,
  text: 3.1,
  small: 2.6,
} as const;

/** Colour of titles. */
export const CANAL = '#144760';
