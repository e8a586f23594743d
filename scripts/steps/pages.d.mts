/** Makes the pages of the communes in `public/communes/` when what they are made of has changed. */
export function buildPages(): Promise<void>;
