import type { Block } from './flow-blocks.ts';
import type { PagePart, TextMeasure } from './page.ts';
import { setText, type TextStyle } from './wrap-text.ts';

/** A paragraph as a block of a column. */
export function textBlock(
  text: string,
  style: TextStyle,
  { width, measure, role = 'P', spaceMm = 1, staysWithNext = false }: TextBlockOptions,
): Block {
  const at = (x: number, y: number) => setText(text, { x, y, width }, style, measure);
  return {
    heightMm: at(0, 0).bottom,
    spaceMm,
    staysWithNext,
    place: (x, y) => ({ role, lines: at(x, y).lines }),
  };
}

interface TextBlockOptions {
  width: number;
  measure: TextMeasure;
  role?: PagePart['role'];
  spaceMm?: number;
  staysWithNext?: boolean;
}
