import { contrast, INK, PAPER } from './colour.ts';
import { hexToOklab, oklabToHex } from './oklab.ts';

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

/** The contrast that names have with their halo, WCAG 2.2, 1.4.6: they are small, and lie over tints where the halo ends. */
const NAME_CONTRAST = 7;

/** The lower of the contrasts of a colour with the paper and with the shade of a ground, 1 to 21. */
export function contrastOn(colour: string, { paper, shade }: Ground): number {
  return Math.min(contrast(colour, paper), contrast(colour, shade));
}

/** Whether a mark of that colour can be told from anything it may lie on. */
export function stands(colour: string, ground: Ground): boolean {
  return contrastOn(colour, ground) >= MARK_CONTRAST;
}

/** The colour itself where a name of it is read on the paper of a ground, else the nearest of its hue that is (`nearest`). */
export function readableOn(colour: string, ground: Ground): string {
  return nearest(colour, ground, (shade) => contrast(shade, ground.paper) >= NAME_CONTRAST);
}

/** The colour itself where it stands on a ground, else the nearest of its hue that does (`nearest`). */
export function standingOn(colour: string, ground: Ground): string {
  return nearest(colour, ground, (shade) => stands(shade, ground));
}

/** The first of the shades of a colour, on the way to the lightness of the ink of a ground, that is seen; ink if none is. */
function nearest(colour: string, { ink }: Ground, isSeen: (shade: string) => boolean): string {
  if (isSeen(colour)) return colour;
  const [lightness, a, b] = hexToOklab(colour);
  const way = hexToOklab(ink)[0] - lightness;
  for (let step = 1; step < SHADES; step++) {
    const shade = oklabToHex([lightness + (way * step) / SHADES, a, b]);
    if (isSeen(shade)) return shade;
  }
  return ink;
}

/** Shades that are tried between a colour and ink. */
const SHADES = 20;

/** Whether a colour is too near to the paper of a ground to be seen on it without a darker edge. */
export function isPale(colour: string, { paper, pale }: Ground = LIGHT_GROUND): boolean {
  return contrast(colour, paper) < pale;
}
