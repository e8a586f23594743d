import type { Xy } from '../domain/units.ts';
import { projectPosition } from '../geo/project.ts';
import type { PlanNote } from '../plan/draw/note-marks.ts';
import { toPaper } from '../plan/frame.ts';
import type { PlanFrame } from '../plan/plan.ts';
import type { PrintNote } from './print-request.ts';

/** A note with the number that stands for it on a plan. */
export interface PlacedNote extends PrintNote {
  plan: PlanNote;
}

/**
 * The notes of what reaches into a frame, numbered in their order: each at the highest corner of its shape that is in the frame, or in the middle
 * of what the frame shows of a shape that has no corner there.
 */
export function placeNotes(notes: readonly PrintNote[], frame: PlanFrame): PlacedNote[] {
  const placed: PlacedNote[] = [];
  for (const note of notes) {
    const at = placeOf(note, frame);
    if (!at) continue;
    placed.push({ ...note, plan: { number: placed.length + 1, at, colour: note.colour } });
  }
  return placed;
}

function placeOf({ positions }: PrintNote, frame: PlanFrame): Xy | null {
  const { widthMm, heightMm, crs } = frame;
  const corners = positions.map((position) => toPaper(frame, projectPosition(position, crs)));
  const isInside = ([x, y]: Xy) => x >= 0 && y >= 0 && x <= widthMm && y <= heightMm;
  const inside = corners.filter(isInside);
  if (inside.length > 0) {
    const [x, y] = inside.reduce((top, own) => (own[1] < top[1] ? own : top));
    return [clamp(x, EDGE_MM, widthMm - EDGE_MM), clamp(y - LIFT_MM, EDGE_MM, heightMm - EDGE_MM)];
  }
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const left = Math.max(0, Math.min(...xs));
  const right = Math.min(widthMm, Math.max(...xs));
  const top = Math.max(0, Math.min(...ys));
  const bottom = Math.min(heightMm, Math.max(...ys));
  return left < right && top < bottom ? [(left + right) / 2, (top + bottom) / 2] : null;
}

const clamp = (value: number, least: number, most: number) =>
  Math.min(Math.max(value, least), most);

/** How far a disc stands above its corner, so that a point is seen under it, and from the edge. */
const LIFT_MM = 3.2;
const EDGE_MM = 3;
