import { CHROMIUM_ARGS, findChromium } from '../../scripts/steps/chromium.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the built app, served for the end-to-end tests: `inject('siteUrl')`. */
    siteUrl: string;
    /** Addresses of the Chromium of each worker of the end-to-end tests. */
    browserEndpoints: string[];
  }
}

/** Launch options for the Chromium that was found; Playwright's own when none was. */
export async function chromiumLaunchOptions(): Promise<{
  executablePath?: string;
  args: string[];
}> {
  const executablePath = await findChromium();
  return { ...(executablePath && { executablePath }), args: CHROMIUM_ARGS };
}
