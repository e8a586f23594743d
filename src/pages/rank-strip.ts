import { html, type Markup } from './markup.ts';

/**
 * A line from the smallest value (left) to the largest, with a stroke at the median and a dot at the rank: shape and place say
 * it, no colour. Hidden from screen readers, for the rank stands beside it in words. Empty where there is nothing to rank.
 * The line itself is `stripAxis`, which the page has once.
 */
export function rankStrip(rank: number | null, outOf: number): Markup {
  if (rank === null || outOf < 2) return html``;
  const x = EDGE + ((outOf - rank) / (outOf - 1)) * (WIDTH - 2 * EDGE);
  return html`<svg class="strip" aria-hidden="true"><use href="#axe"/><circle cx="${Math.round(x)}" cy="6" r="4"/></svg>`;
}

/** The line and the stroke that all strips of a page share. */
export function stripAxis(): Markup {
  return html`<svg class="visually-hidden" aria-hidden="true"><defs><path id="axe" d="M${EDGE} 6H${WIDTH - EDGE}M${WIDTH / 2} 1V11"/></defs></svg>`;
}

/** In pixels, as the style sheet has it. */
const WIDTH = 96;
const EDGE = 5;
