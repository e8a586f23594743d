import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright';
import { serveSite } from '../../serve.mjs';
import { CHROMIUM_ARGS, findChromium } from '../../steps/chromium.mjs';
import { type LongTask, longTasks, TRACE_CATEGORIES } from './long-tasks.ts';
import type {} from './watched-page.ts';

/** Resident memory of the processes that draw a page: its own, with its workers, and the one that WebGL runs in. Bytes. */
export interface MapMemory {
  page: number;
  graphics: number;
}

/** A page with a map, in a browser of its own, cold. */
export interface OpenMap {
  version: string;
  page: Page;
  memory(): Promise<MapMemory>;
  /** Does a step and gives the tasks of the main thread that took more than 50 ms meanwhile. */
  traced(step: () => Promise<void>): Promise<LongTask[]>;
  close(): Promise<void>;
}

/**
 * Opens the page of a built site at an address, 1440 × 900, watched by a script that runs before its own.
 * @throws {Error} without Chromium.
 */
export async function openMap(
  publicDir: string,
  distDir: string,
  hash = '',
  watch = join(import.meta.dirname, 'watch-page.js'),
): Promise<OpenMap> {
  const executablePath = await findChromium();
  if (!executablePath) throw new Error('no Chromium was found');
  const site = await serveSite({ publicDir, distDir });
  const args = [...CHROMIUM_ARGS, '--disable-features=SpareRendererForSitePerProcess'];
  const browser = await chromium.launch({ executablePath, args });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.on('pageerror', (error) => console.error(error));
  await page.addInitScript({ path: watch });
  await page.goto(site.url + hash, { waitUntil: 'commit' });
  return {
    version: `Chromium ${browser.version()}`,
    page,
    memory: () => readMemory(browser),
    async traced(step) {
      await browser.startTracing(page, { categories: TRACE_CATEGORIES });
      await step();
      return longTasks(await browser.stopTracing(), distDir, 50);
    },
    async close() {
      await browser.close();
      await site.close();
    },
  };
}

async function readMemory(browser: Browser): Promise<MapMemory> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const read = async (type: string) => {
    const own = processInfo.filter((process) => process.type === type);
    const sizes = await Promise.all(own.map(({ id }) => residentBytes(id)));
    return sizes.reduce((sum, size) => sum + size, 0);
  };
  return { page: await read('renderer'), graphics: await read('GPU') };
}

async function residentBytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return 1024 * Number(status.match(/^VmRSS:\s+(\d+) kB/m)?.[1]);
}
