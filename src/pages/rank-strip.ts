import { html, type Markup } from './markup.ts';

/**
 * A line from the smallest value (left) to the largest, with a stroke at the median and a dot at the rank: shape and place say
 * it, no colour. Hidden from screen readers, for the rank stands beside it in words. Empty where there is nothing to rank.
 */
export function rankStrip(rank: number | null, outOf: number): Markup {
  if (rank === null || outOf < 2) return html``;
  const x = EDGE + ((outOf - rank) / (outOf - 1)) * (WIDTH - 2 * EDGE);
  return html`<svg class="strip" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" aria-hidden="true"><path d="M${EDGE} 6H${WIDTH - EDGE}M${WIDTH / 2} 2V10"/><circle cx="${x.toFixed(1)}" cy="6" r="4"/></svg>`;
}

/** In pixels. */
const WIDTH = 96;
const HEIGHT = 12;
const EDGE = 5;
