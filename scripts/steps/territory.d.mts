/** Builds the embedded territory into `public/` when what it is made of has changed. */
export function buildTerritory(): Promise<void>;
