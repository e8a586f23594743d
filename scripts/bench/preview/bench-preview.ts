import { readFile, writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import type { Question } from '../../../src/domain/question.ts';
import { buildPage } from '../chromium/build-page.ts';
import { type OpenChromium, openChromium } from '../chromium/open-chromium.ts';
import type {} from '../page/bench-page.ts';
import { describeMachine } from '../report/machine.ts';
import { median } from '../timed.ts';
import type { Timing } from '../works.ts';
import {
  createSteps,
  DISTANCE_LAYERS,
  PREVIEW_TARGETS_MS,
  PREVIEW_WORKS,
  type PreviewStep,
  type PreviewWork,
} from './preview-questions.ts';

/** How long one preview took, from the page's call to its figures, and on the processors meanwhile. */
interface Timed extends Timing {
  added: string;
}

/**
 * `npm run bench -- preview [COUNT]`: how long the count of a question being written takes, over the whole embedded territory,
 * in the page's own worker, for COUNT seeded conditions that nobody asked before. Prints its table, and writes it to
 * `preview/RESULTS.md` with `results`.
 * @throws {Error} without Chromium or an embedded territory.
 */
export async function benchPreview(
  count: number,
  cacheDir: string,
  results: boolean,
): Promise<void> {
  const { layers } = JSON.parse(await readFile(join(PUBLIC, 'catalogue.json'), 'utf8'));
  const parcels = layers.find(({ id }: { id: string }) => id === 'parcelles').file.rows;
  const browser = await openChromium(PUBLIC, await buildPage(cacheDir));
  if (!browser) throw new Error('no Chromium was found');
  try {
    const measured = await measureAll(browser, count);
    const load = `load of the last minute ${loadavg()[0]?.toFixed(1)}, 2 at most of the bench itself`;
    const machine = describeMachine([browser.version, load]).map((line) => `- ${line}`);
    const text = [...machine, '', `## ${parcels} parcels`, '', ...tableOf(measured)].join('\n');
    console.log(text);
    if (results) await writeFile(RESULTS, `${HEAD}\n\n${text}\n`);
  } finally {
    await browser.close();
  }
}

async function measureAll(
  browser: OpenChromium,
  count: number,
): Promise<Map<PreviewWork, Timed[]>> {
  const related = [...DISTANCE_LAYERS];
  await browser.page.evaluate((layers) => window.benchPage.openTerritory(layers), related);
  const measured = new Map<PreviewWork, Timed[]>();
  for (const [i, work] of PREVIEW_WORKS.entries()) {
    const steps = createSteps(work, count, SEED + i);
    const timed: Timed[] = [];
    for (const step of steps) timed.push(await measure(browser, step));
    measured.set(work, timed);
    console.error(
      `${work}: ${timed.map(({ added, wallMs }) => `${Math.round(wallMs)} ${added}`).join(', ')}`,
    );
  }
  return measured;
}

async function measure({ page, timed }: OpenChromium, step: PreviewStep): Promise<Timed> {
  const preview = (question: Question) =>
    page.evaluate((asked) => window.benchPage.preview(asked), question);
  await preview(step.before);
  return { added: step.added, ...(await timed(() => preview(step.after))) };
}

function tableOf(measured: Map<PreviewWork, Timed[]>): string[] {
  const rows = [...measured].map(([work, timed]) => {
    const times = timed.map(({ wallMs }) => wallMs).sort((a, b) => a - b);
    const middle = median(times);
    const at = (share: number) => Math.round(times[Math.ceil(share * times.length) - 1] as number);
    const cpu = Math.round(median(timed.map(({ cpuMs }) => cpuMs ?? Number.NaN)));
    const target = PREVIEW_TARGETS_MS[work];
    const verdict = middle < target ? 'met' : 'MISSED';
    return `| ${work} | ${times.length} | ${Math.round(middle)} | ${at(0.25)}–${at(0.75)} | ${at(1)} | ${cpu} | < ${target}: ${verdict} |`;
  });
  return [
    '| condition added | conditions | median (ms) | middle half (ms) | slowest (ms) | on the processors, median (ms) | target |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...rows,
  ];
}

const ROOT = join(import.meta.dirname, '..', '..', '..');
const PUBLIC = process.env.ARPENT_PUBLIC ?? join(ROOT, 'public');
const RESULTS = join(import.meta.dirname, 'RESULTS.md');
const SEED = 20;

const HEAD = `# Benchmark of the live count

Written by \`npm run bench -- preview --results\`. The message \`preview\` over every parcel of the embedded territory, from the page's call to
its answer, each condition asked for the first time: \`attribute\` alone, \`attribute after a relation\` that was known, and
\`distance\` to layers of 13 to 103 000 features, which the engine had read and indexed.`;
