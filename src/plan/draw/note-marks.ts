import { INK, PAPER } from '../../domain/style/colour.ts';
import type { Xy } from '../../domain/units.ts';
import type { DotMark, PlanMark } from '../plan.ts';

/** A number on a plan that stands for a text beside it. */
export interface PlanNote {
  number: number;
  /** Millimetres on the paper of the plan. */
  at: Xy;
  /** Of its ring, `#rrggbb`. */
  colour: string;
}

/** The disc of a note, which names keep clear of. */
export function noteDisc({ at, number, colour }: PlanNote): DotMark {
  return {
    kind: 'dot',
    at,
    radiusMm: number < 10 ? RADIUS_MM : WIDE_RADIUS_MM,
    fill: { colour: PAPER, opacity: 1 },
    stroke: { colour, opacity: 1, widthMm: 0.5 },
  };
}

/** The disc of a note with its number. */
export function noteMarks(note: PlanNote): PlanMark[] {
  return [
    noteDisc(note),
    {
      ...{ kind: 'label', at: note.at, text: String(note.number) },
      ...{ sizeMm: 2.7, colour: INK, weight: 'bold' },
    },
  ];
}

const RADIUS_MM = 2;
/** Of a number of two digits or more. */
const WIDE_RADIUS_MM = 2.6;
