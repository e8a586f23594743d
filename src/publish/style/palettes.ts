import {
  schemeBlues,
  schemeBrBG,
  schemeGreens,
  schemeOranges,
  schemePuOr,
  schemePurples,
  schemeRdBu,
  schemeYlGnBu,
  schemeYlOrBr,
} from 'd3-scale-chromatic';

/** Classes that an eye can still tell apart on a map. */
export const MAX_CLASSES = 7;

/**
 * Ramps for ranges: those that ColorBrewer (C. Brewer, colorbrewer2.org) marks as safe for colour-blind readers, light to
 * dark or, the last three, from one colour through a pale middle to another. Red to green, Spectral and rainbows are not
 * offered. Their French names are in `ui/strings/`.
 */
export const RAMPS = [
  'blues',
  'greens',
  'oranges',
  'purples',
  'ylgnbu',
  'ylorbr',
  'puor',
  'brbg',
  'rdbu',
] as const;

/** One of `RAMPS`. */
export type Ramp = (typeof RAMPS)[number];

/** `count` colours of a ramp, 1 to `MAX_CLASSES`, `#rrggbb`; without the palest, which paper would swallow. */
export function rampColours(ramp: Ramp, count: number): string[] {
  const scheme = SCHEMES[ramp];
  if (DIVERGING.has(ramp)) return pick(scheme[Math.max(3, count)] as readonly string[], count);
  return pick((scheme[Math.max(3, count + 1)] as readonly string[]).slice(1), count);
}

/**
 * Colours for categories, after Okabe and Ito (2008, jfly.uni-koeln.de/color), made to be told apart by colour-blind
 * readers; without their yellow, which paper would swallow, and with the ink of the map for their black.
 */
export const CATEGORY_COLOURS = [
  '#0072b2',
  '#e69f00',
  '#009e73',
  '#cc79a7',
  '#56b4e9',
  '#d55e00',
  '#1c2530',
] as const;

const DIVERGING = new Set<Ramp>(['puor', 'brbg', 'rdbu']);

const SCHEMES: Record<Ramp, readonly (readonly string[])[]> = {
  blues: schemeBlues,
  greens: schemeGreens,
  oranges: schemeOranges,
  purples: schemePurples,
  ylgnbu: schemeYlGnBu,
  ylorbr: schemeYlOrBr,
  puor: schemePuOr,
  brbg: schemeBrBG,
  rdbu: schemeRdBu,
};

/** `count` colours spread over all of `colours`; a single one is its darkest. */
function pick(colours: readonly string[], count: number): string[] {
  if (count === 1) return [colours.at(-1) as string];
  return Array.from(
    { length: count },
    (_, i) => colours[Math.round((i * (colours.length - 1)) / (count - 1))] as string,
  );
}
