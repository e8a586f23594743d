/** What a headless Chromium needs on a machine without a graphics card. */
export const CHROMIUM_ARGS: string[];

/** Path of a Chromium on this machine, or null. */
export function findChromium(): Promise<string | null>;
