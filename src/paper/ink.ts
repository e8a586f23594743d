/** Colours of documents, `#rrggbb`. */
export const INK = '#1c2530';
export const QUIET = '#55606b';
export const LINE = '#b9b4a8';
export const WARNING = '#a8442a';
