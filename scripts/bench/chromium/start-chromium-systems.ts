import type { EngineWork } from '../engine/ask-work.ts';
import { ENGINE_WORKS } from '../engine/ask-work.ts';
import { KERNEL_WORKS, type KernelWork } from '../kernel/run-work.ts';
import type {} from '../page/bench-page.ts';
import type { BenchSystem } from '../works.ts';
import { openChromium } from './open-chromium.ts';

/** A system that runs in Chromium, and which one. */
export interface ChromiumSystem extends BenchSystem {
  version: string;
}

/** The kernel alone in one worker of a page: one core. Null when there is no Chromium. */
export async function startChromiumKernel(
  publicDir: string,
  distDir: string,
  repeat: number,
): Promise<ChromiumSystem | null> {
  const browser = await openChromium(publicDir, distDir);
  if (!browser) return null;
  const { page, timed, ...rest } = browser;
  const { load, index } = await page.evaluate((n) => window.benchPage.openKernel(n), repeat);
  const onClock = (times: number[]) => times.map((wallMs) => ({ wallMs, cpuMs: null }));
  return {
    ...rest,
    name: 'Chromium, kernel',
    setUp: { load: onClock(load), index: onClock(index) },
    works: KERNEL_WORKS,
    time: (work) =>
      timed(() => page.evaluate((w) => window.benchPage.timeKernel(w), work as KernelWork)),
    outcome: (work) => page.evaluate((w) => window.benchPage.kernelOutcome(w), work as KernelWork),
  };
}

/** The product's engine in its worker, asked questions as the app asks them. Null when there is no Chromium. */
export async function startChromiumEngine(
  publicDir: string,
  distDir: string,
): Promise<ChromiumSystem | null> {
  const browser = await openChromium(publicDir, distDir);
  if (!browser) return null;
  const { page, timed, ...rest } = browser;
  const cold = await timed(() => page.evaluate(() => window.benchPage.openEngine()));
  return {
    ...rest,
    name: 'Chromium, engine',
    setUp: { load: [cold] },
    works: ENGINE_WORKS,
    time: (work) =>
      timed(() => page.evaluate((w) => window.benchPage.timeEngine(w), work as EngineWork)),
    outcome: (work) => page.evaluate((w) => window.benchPage.engineOutcome(w), work as EngineWork),
  };
}
