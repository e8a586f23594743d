import type { Block } from './flow-blocks.ts';
import { INK, QUIET } from './ink.ts';
import type { SheetType } from './lay-out-sheet.ts';
import type { TextMeasure } from './page.ts';
import { type SheetLegendEntry, type SheetLegendGroup, SWATCH_MM } from './sheet-content.ts';
import { sheetStrings } from './strings.ts';
import { textBlock } from './text-block.ts';
import { setText } from './wrap-text.ts';

/** The legend as blocks of a column: each layer's title stays with its first entry, and a title that its only entry repeats is left out. */
export function legendBlocks(
  groups: readonly SheetLegendGroup[],
  width: number,
  type: SheetType,
  measure: TextMeasure,
): Block[] {
  const quiet = { sizeMm: type.text, weight: 'regular', colour: QUIET } as const;
  if (groups.length === 0) return [textBlock(sheetStrings.nothing, quiet, { width, measure })];
  return groups.flatMap(({ title, measure: measured, entries }) => {
    const isAlone = entries.length === 1 && entries[0]?.label === title;
    const head = textBlock(
      measured ? `${title} (${measured})` : title,
      { sizeMm: type.text, weight: 'bold', colour: INK, leading: 1.15 },
      { width, measure, spaceMm: 1.8, staysWithNext: entries.length > 0 },
    );
    const items = entries.map((entry, i) =>
      entryBlock(entry, width, type, measure, isAlone && i === 0 ? 1.8 : 0.5),
    );
    return isAlone ? items : [head, ...items];
  });
}

function entryBlock(
  { label, swatch, heightMm }: SheetLegendEntry,
  width: number,
  type: SheetType,
  measure: TextMeasure,
  spaceMm: number,
): Block {
  const left = SWATCH_MM + GAP_MM;
  const style = { sizeMm: type.text, weight: 'regular', colour: INK, leading: 1.18 } as const;
  const at = (x: number, y: number) =>
    setText(label, { x: x + left, y, width: width - left }, style, measure);
  const textHeight = at(0, 0).bottom;
  const height = Math.max(heightMm, textHeight);
  return {
    heightMm: height,
    spaceMm,
    place: (x, y) => ({
      role: 'LI',
      parts: [
        {
          role: 'Lbl',
          drawings: [
            {
              box: {
                x,
                y: y + (firstLine(type, heightMm, height) - heightMm) / 2,
                width: SWATCH_MM,
                height: heightMm,
              },
              marks: swatch,
              isOpen: true,
            },
          ],
        },
        { role: 'LBody', lines: at(x, y + Math.max(0, (height - textHeight) / 2)).lines },
      ],
    }),
  };
}

/** A symbol stands beside the first line of its label, or in the middle where it is the higher of the two. */
function firstLine({ text }: SheetType, swatchMm: number, height: number): number {
  return swatchMm >= height ? height : text * 1.18;
}

const GAP_MM = 2;
