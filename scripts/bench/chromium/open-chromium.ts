import { chromium, type Page } from 'playwright';
import { serveSite } from '../../serve.mjs';
import { CHROMIUM_ARGS, findChromium } from '../../steps/chromium.mjs';
import type { Timing } from '../works.ts';
import { findRenderer } from './renderer-process.ts';

/** The page of the bench in a browser of its own. */
export interface OpenChromium {
  version: string;
  page: Page;
  /** Times a step by the milliseconds that it gives, and by the processor time of the page's process meanwhile. */
  timed(step: () => Promise<number>): Promise<Timing>;
  peakMemory(): Promise<{ bytes: number; how: string } | null>;
  close(): Promise<void>;
}

/** Opens the built page on a workload's site in a headless Chromium; null when there is no Chromium. */
export async function openChromium(
  publicDir: string,
  distDir: string,
): Promise<OpenChromium | null> {
  const executablePath = await findChromium();
  if (!executablePath) return null;
  const site = await serveSite({ publicDir, distDir });
  const args = [...CHROMIUM_ARGS, '--disable-features=SpareRendererForSitePerProcess'];
  const browser = await chromium.launch({ executablePath, args });
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(error));
  await page.goto(site.url);
  const renderer = await findRenderer(browser);
  const emptyBytes = (await renderer?.peakBytes()) ?? 0;
  return {
    version: `Chromium ${browser.version()}`,
    page,
    async timed(step) {
      const before = await renderer?.cpuMs();
      const wallMs = await step();
      const after = await renderer?.cpuMs();
      const cpuMs = before === undefined || after === undefined ? null : after - before;
      return { wallMs, cpuMs };
    },
    async peakMemory() {
      if (!renderer) return null;
      const empty = Math.round(emptyBytes / 1e6);
      const how = `largest resident set of the page's process, ${empty} MB of it before any layer`;
      return { bytes: await renderer.peakBytes(), how };
    },
    async close() {
      await browser.close();
      await site.close();
    },
  };
}
