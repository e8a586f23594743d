import { join } from 'node:path';
import { chromium, type Page } from 'playwright';
import { serveSite } from '../../serve.mjs';
import { CHROMIUM_ARGS, findChromium } from '../../steps/chromium.mjs';

/** How a scene came, its layers being there: milliseconds from the key on. */
export interface SceneChange {
  /** Until the map was first drawn, its tiles cut and the graphics process done. */
  paintedMs: number;
  /** Until it was last drawn: names, a ring, an answer may follow. */
  settledMs: number;
  /** What one drawing of the scene takes by itself, the last one. */
  drawMs: number;
  /** How often the map was drawn. */
  draws: number;
}

interface Frame {
  begun: number;
  /** Null as long as the graphics process is at it. */
  done: number | null;
}

interface Watched {
  /** When a key was pressed last. */
  key: number;
  frames: Frame[];
}

declare global {
  interface Window {
    /** What `watch-frames.js` notes. */
    seanceWatched: Watched;
  }
}

/**
 * Presents a session of a built site at 1920 × 1080 with less motion: once through its items so that all layers are there, then so
 * many rounds more, whose changes of the map it gives; items whose map is the same as before are left out.
 * @throws {Error} without Chromium.
 */
export async function measureSeance(
  [publicDir, distDir]: [string, string],
  id: string,
  rounds: number,
): Promise<SceneChange[]> {
  const executablePath = await findChromium();
  if (!executablePath) throw new Error('no Chromium was found');
  const site = await serveSite({ publicDir, distDir });
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS });
  try {
    const page = await browser.newPage({
      viewport: { width: 1920, height: 1080 },
      reducedMotion: 'reduce',
    });
    page.setDefaultTimeout(PATIENCE_MS);
    await page.addInitScript({ path: join(import.meta.dirname, 'watch-frames.js') });
    await page.goto(`${site.url}#/seance?seance=${id}&point=1`);
    const count = await page.locator('.show-progress progress').getAttribute('max');
    await untilQuiet(page);
    const changes: SceneChange[] = [];
    for (let round = 0; round <= rounds; round++) {
      for (let item = 1; item <= Number(count); item++) {
        const change = await goTo(page, String(item));
        if (round > 0 && change) changes.push(change);
      }
    }
    return changes;
  } finally {
    await browser.close();
    await site.close();
  }
}

async function goTo(page: Page, number: string): Promise<SceneChange | null> {
  await page.keyboard.type(number);
  await page.keyboard.press('Enter');
  const { key, frames } = await untilQuiet(page);
  const [first, last] = [frames[0], frames.at(-1)];
  if (!first || !last) return null;
  const doneOf = ({ done, begun }: Frame) => done ?? begun;
  return {
    paintedMs: doneOf(first) - key,
    settledMs: doneOf(last) - key,
    drawMs: doneOf(last) - last.begun,
    draws: frames.length,
  };
}

/** Waits until nothing was pressed or drawn for a while, and gives what was. */
async function untilQuiet(page: Page): Promise<Watched> {
  const watched = await page.waitForFunction((quiet) => {
    const { key, frames } = window.seanceWatched;
    const last = frames.at(-1);
    if (last?.done === null) return null;
    const isQuiet = performance.now() - Math.max(key, last?.done ?? 0) > quiet;
    return isQuiet ? structuredClone({ key, frames }) : null;
  }, QUIET_MS);
  return (await watched.jsonValue()) as Watched;
}

/** Longer than an answer to a scene's question takes. */
const QUIET_MS = 1500;

const PATIENCE_MS = 240_000;
