import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildPage } from '../chromium/build-page.ts';
import { openChromium } from '../chromium/open-chromium.ts';
import type {} from '../page/bench-page.ts';
import { describeMachine } from '../report/machine.ts';
import type { AnswerStep } from './answer-steps.ts';

/**
 * `npm run bench -- answer`: what a reader waits for while looking at answers over the whole embedded territory, in Chromium with
 * the product's engine in its worker, cold the first time. Prints its table, and writes it to `answer/RESULTS.md` with `results`.
 * @throws {Error} without Chromium.
 */
export async function benchAnswer(cacheDir: string, results: boolean): Promise<void> {
  const browser = await openChromium(PUBLIC, await buildPage(cacheDir));
  if (!browser) throw new Error('no Chromium was found');
  try {
    const steps = await browser.page.evaluate(() => window.benchPage.timeAnswers());
    const machine = describeMachine([browser.version]).map((line) => `- ${line}`);
    const text = [...machine, '', ...tableOf(steps)].join('\n');
    console.log(text);
    if (results) await writeFile(RESULTS, `${HEAD}\n\n${text}\n`);
  } finally {
    await browser.close();
  }
}

function tableOf(steps: AnswerStep[]): string[] {
  const cell = (ms: number) => (Number.isNaN(ms) ? '–' : ms.toFixed(0));
  return [
    '| step | first (ms) | then (ms) |',
    '| --- | ---: | ---: |',
    ...steps.map(({ title, first, again }) => `| ${title} | ${cell(first)} | ${cell(again)} |`),
  ];
}

const PUBLIC = join(import.meta.dirname, '..', '..', '..', 'public');

const RESULTS = join(import.meta.dirname, 'RESULTS.md');

const HEAD = `# Benchmark of looking at an answer

Written by \`npm run bench -- answer --results\`. From the page's call to its answer, by messages of the engine's protocol: the first
time, right after the answer was given, and the median of seven times after, each with another page or filter. Wanted: the first
page within 200 ms, what is summed, grouped or drawn within 300 ms once the layer is in memory.`;
