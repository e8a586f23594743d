import { writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { buildApp } from '../map/build-sites.ts';
import { type LongTask, OWNERS } from '../map/long-tasks.ts';
import { type OpenMap, openMap } from '../map/open-map.ts';
import { describeMachine } from '../report/machine.ts';
import { median } from '../timed.ts';
import { type FormTimes, timeForm, traceTyping } from './measure-form.ts';

/**
 * `npm run bench -- form [COUNT]`: what a reader feels of the form that questions are written in, in the built app over the whole
 * embedded territory: typing, the live count of COUNT conditions, the first rows of the table. Prints its tables, and writes them to
 * `form/RESULTS.md` with `results`.
 * @throws {Error} without Chromium or an embedded territory.
 */
export async function benchForm(count: number, cacheDir: string, results: boolean): Promise<void> {
  const dist = await buildApp(cacheDir);
  const loads: number[] = [];
  const inApp = async <T>(hash: string, measure: (app: OpenMap) => Promise<T>) => {
    const app = await openMap(PUBLIC, dist, hash, join(import.meta.dirname, 'watch-form.js'));
    try {
      return { version: app.version, found: await measure(app) };
    } finally {
      loads.push(loadavg()[0] ?? Number.NaN);
      await app.close();
    }
  };
  const times = await inApp('?sans-carte#/question', (app) => timeForm(app, count));
  const typing = await inApp('#/question', traceTyping);
  const load = `load of the last minute ${loads.map((one) => one.toFixed(1)).join(', ')}, 2 to 3 of the bench itself`;
  const machine = describeMachine([times.version, load]).map((line) => `- ${line}`);
  const tables = [...timeTable(times.found), '', ...taskTable(typing.found)];
  const text = [...machine, '', ...tables].join('\n');
  console.log(text);
  if (results) await writeFile(RESULTS, `${HEAD}\n\n${text}\n`);
}

function timeTable(times: FormTimes): string[] {
  const line = (title: string, of: number[], target?: number) => {
    const [middle, slowest] = [Math.round(median(of)), Math.round(Math.max(...of))];
    const verdict =
      target === undefined ? '–' : `< ${target}: ${middle < target ? 'met' : 'MISSED'}`;
    return `| ${title} | ${of.length} | ${middle} | ${slowest} | ${verdict} |`;
  };
  return [
    '| from the act to the screen | times | median (ms) | slowest (ms) | target |',
    '| --- | ---: | ---: | ---: | ---: |',
    line('count, another value of an attribute', times.attribute, 500),
    line('count, another commune', times.commune, 500),
    line('count, another distance', times.distance, 1500),
    line('count, the first distance to a layer, which is read', times.firstDistance),
    line('first rows of the table, from the engine’s answer', times.rows, 200),
  ];
}

function taskTable(tasks: LongTask[]): string[] {
  const longest = (of: (task: LongTask) => number) => Math.round(Math.max(0, ...tasks.map(of)));
  const onProcessor = tasks.filter(({ cpuMs }) => cpuMs > LONG_MS);
  const ours = longest(({ self, cpuMs }) => Math.min(cpuMs, self.ours + self.React));
  const cells = [
    tasks.length,
    longest(({ wallMs }) => wallMs),
    onProcessor.length,
    longest(({ cpuMs }) => cpuMs),
    ...OWNERS.map((owner) => longest(({ self }) => self[owner])),
    `${ours} ≤ ${LONG_MS}: ${ours <= LONG_MS ? 'met' : 'MISSED'}`,
  ];
  return [
    `| tasks over 50 ms while typing and dragging | longest (ms) | of them on the processor | longest (ms) | ${OWNERS.map((owner) => `in ${owner}`).join(' | ')} | our code and React, target |`,
    `| ${cells.map(() => '---:').join(' | ')} |`,
    `| ${cells.join(' | ')} |`,
  ];
}

const LONG_MS = 50;
const ROOT = join(import.meta.dirname, '..', '..', '..');
const PUBLIC = process.env.ARPENT_PUBLIC ?? join(ROOT, 'public');
const RESULTS = join(import.meta.dirname, 'RESULTS.md');

const HEAD = `# Benchmark of the form

Written by \`npm run bench -- form --results\`. The built app at 1440 × 900, over every parcel of the embedded territory. A count is timed from the
event of the key or the pointer to the figure on the screen, the 150 ms that the form waits for the next key included. Counts and rows are
timed without WebGL, which software would draw on the cores that are measured; typing is traced beside the map. Tasks are those of the page's main
thread, told by Chromium's trace, which slows them down; whose code took them, by a profile.`;
