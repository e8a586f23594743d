import { join } from 'node:path';
import { buildPage } from '../chromium/build-page.ts';
import { openChromium } from '../chromium/open-chromium.ts';
import type {} from '../page/bench-page.ts';
import { describeMachine } from '../report/machine.ts';
import type { AnswerStep } from './answer-steps.ts';

/**
 * `npm run bench -- answer [PUBLIC]`: what a reader waits for while looking at an answer over the whole territory, in Chromium with
 * the product's engine in its worker; cold the first time. `PUBLIC` is a folder that the demo built: `public` by default.
 */
export async function benchAnswer(publicDir: string, cacheDir: string): Promise<void> {
  const browser = await openChromium(publicDir, await buildPage(cacheDir));
  if (!browser) throw new Error('there is no Chromium on this machine');
  try {
    const steps = await browser.page.evaluate(() => window.benchPage.timeAnswers());
    console.log(
      describeMachine([browser.version])
        .map((line) => `- ${line}`)
        .join('\n'),
    );
    console.log(`\n${tableOf(steps)}`);
  } finally {
    await browser.close();
  }
}

function tableOf(steps: AnswerStep[]): string {
  const cell = (ms: number) => (Number.isNaN(ms) ? '–' : ms.toFixed(0));
  return [
    '| step | first (ms) | then (ms, median of 7) |',
    '| --- | ---: | ---: |',
    ...steps.map(({ title, first, again }) => `| ${title} | ${cell(first)} | ${cell(again)} |`),
  ].join('\n');
}

/** Where the demo builds the territory. */
export const TERRITORY = join(import.meta.dirname, '..', '..', '..', 'public');
