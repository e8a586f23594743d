import type { PlanDrawing } from '../plan/plan.ts';
import type { Block } from './flow-blocks.ts';
import { LINE } from './ink.ts';
import { sheetStrings } from './strings.ts';

/** The map of the territory with the sheet's frame on it, in the middle of a column. */
export function situationBlock(
  { frame, marks }: PlanDrawing,
  territory: string,
  width: number,
): Block {
  const { widthMm, heightMm } = frame;
  const edge = Float64Array.of(0, 0, widthMm, 0, widthMm, heightMm, 0, heightMm, 0, 0);
  const boxAt = (x: number, y: number) => ({
    x: x + (width - widthMm) / 2,
    y,
    width: widthMm,
    height: heightMm,
  });
  return {
    heightMm,
    spaceMm: 3,
    place: (x, y) => ({
      role: 'Figure',
      alt: sheetStrings.situationAlt(territory),
      drawings: [
        { box: boxAt(x, y), marks },
        {
          box: boxAt(x, y),
          isOpen: true,
          marks: [
            { kind: 'line', paths: [edge], stroke: { colour: LINE, opacity: 1, widthMm: 0.2 } },
          ],
        },
      ],
    }),
  };
}
