import { contrast, INK, mix, PAPER } from './colour.ts';

/** What marks are drawn on: the colours that casings, halos and names are chosen by. Colours are `#rrggbb`. */
export interface Ground {
  /** Where nothing is drawn; also what parts crossing lines, and lies around names. */
  paper: string;
  /** Of names, and around marks that the ground would swallow. */
  ink: string;
  /** The tint of the base map furthest from paper that a mark may lie on. */
  shade: string;
  /** The contrast with paper below which a line is too pale to be seen without a darker edge: roads are. */
  pale: number;
}

/** White paper, with the tints of the plan; every print is drawn on it. */
export const LIGHT_GROUND: Ground = { paper: PAPER, ink: INK, shade: '#c6dab9', pale: 1.6 };

/** The contrast that a mark needs: WCAG 2.2, 1.4.11. */
export const MARK_CONTRAST = 3;

/** The contrast that a text needs: WCAG 2.2, 1.4.3. */
export const TEXT_CONTRAST = 4.5;

/** The lower of the contrasts of a colour with the paper and with the shade of a ground, 1 to 21. */
export function contrastOn(colour: string, { paper, shade }: Ground): number {
  return Math.min(contrast(colour, paper), contrast(colour, shade));
}

/** Whether a mark of that colour can be told from anything it may lie on. */
export function stands(colour: string, ground: Ground): boolean {
  return contrastOn(colour, ground) >= MARK_CONTRAST;
}

/** The colour itself where it can be read on the paper of a ground, else the nearest mix with its ink that can. */
export function readableOn(
  colour: string,
  { paper, ink }: Ground,
  minimum = TEXT_CONTRAST,
): string {
  for (let share = 0; share < 1; share += 0.1) {
    const candidate = mix(colour, ink, share);
    if (contrast(candidate, paper) >= minimum) return candidate;
  }
  return ink;
}

/** The colour itself where it stands on a ground, else the nearest mix with its ink that does. */
export function standingOn(colour: string, ground: Ground): string {
  for (let share = 0; share < 1; share += 0.1) {
    const candidate = mix(colour, ground.ink, share);
    if (stands(candidate, ground)) return candidate;
  }
  return ground.ink;
}

/** Whether a colour is too near to the paper of a ground to be seen on it without a darker edge. */
export function isPale(colour: string, { paper, pale }: Ground = LIGHT_GROUND): boolean {
  return contrast(colour, paper) < pale;
}
