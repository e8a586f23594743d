import { SWATCH_MM, type Swatch } from '../plan/swatch-marks.ts';
import type { Block } from './flow-blocks.ts';
import { INK, QUIET } from './ink.ts';
import type { SheetType } from './lay-out-sheet.ts';
import type { TextMeasure } from './page.ts';
import type { SheetLegendEntry, SheetLegendGroup } from './sheet-content.ts';
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
      { width, measure, spaceMm: 1.4, staysWithNext: entries.length > 0 },
    );
    const items = entries.map((entry, i) =>
      entryBlock(entry, width, type, measure, isAlone && i === 0 ? 1.4 : 0.4),
    );
    return isAlone ? items : [head, ...items];
  });
}

function entryBlock(
  { label, swatch }: SheetLegendEntry,
  width: number,
  type: SheetType,
  measure: TextMeasure,
  spaceMm: number,
): Block {
  const left = Math.max(SWATCH_MM.width, swatch.widthMm) + GAP_MM;
  const style = { sizeMm: type.text, weight: 'regular', colour: INK, leading: 1.18 } as const;
  const at = (x: number, y: number) =>
    setText(label, { x: x + left, y, width: width - left }, style, measure);
  const textHeight = at(0, 0).bottom;
  const heightMm = Math.max(swatch.heightMm, textHeight);
  return {
    heightMm,
    spaceMm,
    place: (x, y) => ({
      role: 'LI',
      parts: [
        { role: 'Lbl', drawings: [placed(swatch, x, y + (heightMm - swatch.heightMm) / 2)] },
        { role: 'LBody', lines: at(x, y + (heightMm - textHeight) / 2).lines },
      ],
    }),
  };
}

function placed({ widthMm: width, heightMm: height, marks }: Swatch, x: number, y: number) {
  return { box: { x, y, width, height }, marks };
}

/** Between a symbol and its label. */
const GAP_MM = 2;
