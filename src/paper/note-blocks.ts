import type { Block } from './flow-blocks.ts';
import { INK } from './ink.ts';
import type { TextMeasure } from './page.ts';
import type { SheetNote } from './sheet-content.ts';
import { sheetStrings } from './strings.ts';
import { setText } from './wrap-text.ts';

/** Notes as items of a list, behind the numbers that stand for them on the plan. */
export function noteBlocks(
  notes: readonly SheetNote[],
  width: number,
  sizeMm: number,
  measure: TextMeasure,
): Block[] {
  const widest = notes.reduce(
    (most, { number }) => Math.max(most, measure(`${number}.`, sizeMm, 'bold')),
    0,
  );
  const left = widest + 1.2;
  return notes.map(({ number, title, text }) => {
    const style = { sizeMm, weight: 'regular', colour: INK, leading: 1.18 } as const;
    const at = (x: number, y: number) => {
      const room = { x: x + left, y, width: width - left };
      return setText(sheetStrings.note(title, text), room, style, measure);
    };
    return {
      heightMm: at(0, 0).bottom,
      spaceMm: 0.8,
      place(x, y) {
        const { lines } = at(x, y);
        const label = lines.slice(0, 1).map((line) => ({ ...line, x, weight: 'bold' as const }));
        return {
          role: 'LI',
          parts: [
            { role: 'Lbl', lines: label.map((line) => ({ ...line, text: `${number}.` })) },
            { role: 'LBody', lines },
          ],
        };
      },
    };
  });
}
