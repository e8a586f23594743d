/** Colours of documents, `#rrggbb`: what is read first. */
export const INK = '#1c2530';
/** What is said beside. */
export const QUIET = '#55606b';
/** Rules and frames. */
export const LINE = '#b9b4a8';
/** Warnings, on white at more than 4.5:1. */
export const WARNING = '#a8442a';
