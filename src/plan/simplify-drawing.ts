import { simplifyPath } from './clip/simplify-path.ts';
import type { PlanDrawing, PlanMark } from './plan.ts';

/**
 * A drawing whose outlines and lines are nowhere farther than a tolerance (millimetres of paper) from the ground's: for documents of many
 * maps, where 0.05 mm is finer than a printer's dot and takes most vertices away. Areas thinner than that are left out.
 */
export function simplifyDrawing({ frame, marks }: PlanDrawing, toleranceMm: number): PlanDrawing {
  return { frame, marks: marks.flatMap((mark) => simplified(mark, toleranceMm)) };
}

function simplified(mark: PlanMark, tolerance: number): PlanMark[] {
  if (mark.kind === 'line') {
    return [{ ...mark, paths: mark.paths.map((path) => simplifyPath(path, tolerance)) }];
  }
  if (mark.kind !== 'area') return [mark];
  const rings = mark.rings.map((ring) => simplifyPath(ring, tolerance));
  const wide = rings.filter((ring) => ring.length >= 2 * LEAST_VERTICES);
  return wide.length > 0 ? [{ ...mark, rings: wide }] : [];
}

/** A closed ring of three corners. */
const LEAST_VERTICES = 4;
