import { HATCH_LINE_PX, HATCH_STROKES, HATCH_TILE_PX } from '../../domain/style/hatch-strokes.ts';
import type { Extent } from '../../domain/units.ts';
import type { PlanHatch } from '../plan.ts';

/** The strokes of a hatch over a box, to be clipped to the area that is hatched. */
export interface HatchLines {
  /** Straight lines, four numbers each, `x1, y1, x2, y2`, round at their ends; of no length where they are dots. Millimetres. */
  segments: Float64Array;
  widthMm: number;
}

/** The strokes of every square of a hatch that meets a box; the squares are the same for all areas of a plan. */
export function hatchLines({ kind, tileMm }: PlanHatch, box: Extent): HatchLines {
  const [minX, minY, maxX, maxY] = box.map((bound) => Math.floor(bound / tileMm)) as [
    number,
    number,
    number,
    number,
  ];
  const mm = tileMm / HATCH_TILE_PX;
  const strokes = HATCH_STROKES[kind];
  const segments = new Float64Array((maxX - minX + 1) * (maxY - minY + 1) * strokes.length * 4);
  let count = 0;
  for (let column = minX; column <= maxX; column++) {
    for (let line = minY; line <= maxY; line++) {
      for (const stroke of strokes) {
        for (const [i, value] of stroke.entries()) {
          segments[count++] = (i % 2 === 0 ? column : line) * tileMm + value * mm;
        }
      }
    }
  }
  return { segments, widthMm: hatchWidth(kind, mm) };
}

/** Width of the strokes of a hatch: dots are broader than lines. */
export function hatchWidth(kind: PlanHatch['kind'], pixelMm: number): number {
  return HATCH_LINE_PX * (kind === 'dotted' ? 1.6 : 1) * pixelMm;
}
