import type { LabelMark } from '../plan.ts';
import { textWidth } from './text-width.ts';

/** A text broken at its spaces into the fewest lines of at most `maxWidth` (of type of size 1), about equally long; a longer word stands alone. */
export function breakText(text: string, weight: LabelMark['weight'], maxWidth: number): string[] {
  const total = textWidth(text, weight);
  const count = Math.ceil(total / maxWidth);
  if (count <= 1) return [text];
  const wanted = Math.min(maxWidth, (total / count) * SLACK);
  const lines: string[] = [];
  for (const word of text.split(/[ ]+/)) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && textWidth(longer, weight) <= wanted) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** Lines may be so much longer than their mean before another begins. */
const SLACK = 1.15;
