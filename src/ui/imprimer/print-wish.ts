import type { Territory } from '../../domain/catalogue.ts';
import { parseScale } from '../../domain/parse-scale.ts';
import type { Extent, LngLat } from '../../domain/units.ts';
import type { Orientation, Paper } from '../../paper/paper-size.ts';
import { fitSheet, SCALES } from '../../paper/print-framing.ts';
import type { SheetParts } from '../../paper/print-request.ts';
import { imprimer } from '../strings/imprimer.ts';

/** What a reader chose for a sheet. */
export interface PrintWish {
  paper: Paper;
  orientation: Orientation;
  /** Middle of the plan, degrees. */
  centre: LngLat;
  /** Denominator: one of `SCALES`, or null while `ownScale` says it. */
  scale: number | null;
  /** As it is typed. */
  ownScale: string;
  title: string;
  subtitle: string;
  parts: SheetParts;
}

/** The denominator that a wish comes to, or the sentence that says what is wrong with what was typed. */
export function scaleOf({
  scale,
  ownScale,
}: Pick<PrintWish, 'scale' | 'ownScale'>): number | { fault: string } {
  if (scale !== null) return scale;
  const typed = parseScale(ownScale);
  if (typed === null) return { fault: imprimer.scaleNonsense(ownScale) };
  return typed < LEAST_SCALE || typed > MOST_SCALE ? { fault: imprimer.scaleOut(typed) } : typed;
}

/** The part of a wish that frames a whole box (degrees). */
export function framedOn(
  extent: Extent,
  { paper, orientation }: Pick<PrintWish, 'paper' | 'orientation'>,
  territory: Territory,
): Pick<PrintWish, 'centre' | 'scale' | 'ownScale'> {
  const { centre, scale } = fitSheet(extent, paper, orientation, territory);
  if (SCALES.includes(scale)) return { centre, scale, ownScale: '' };
  return { centre, scale: null, ownScale: imprimer.scaleOf(scale) };
}

/**
 * A wish `now` that frames a box which was wanted when it was `asked` for: the box took time to be found, and a scale chosen meanwhile
 * stays.
 */
export function framedSince(
  extent: Extent,
  asked: PrintWish,
  now: PrintWish,
  territory: Territory,
): PrintWish {
  const framed = framedOn(extent, now, territory);
  const isScaleKept = asked.scale === now.scale && asked.ownScale === now.ownScale;
  return { ...now, ...(isScaleKept ? framed : { centre: framed.centre }) };
}

const LEAST_SCALE = 100;
const MOST_SCALE = 1_000_000;
