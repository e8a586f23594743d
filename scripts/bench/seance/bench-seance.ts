import { readFile, writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { buildApp } from '../map/build-sites.ts';
import { describeMachine } from '../report/machine.ts';
import { median } from '../timed.ts';
import { measureSeance, type SceneChange } from './measure-seance.ts';

/**
 * `npm run bench -- seance [ROUNDS]`: how long the scenes of the ready sessions of the embedded territory take to come, their layers
 * being there. Prints its table, and writes it to `seance/RESULTS.md` with `results`.
 * @throws {Error} without Chromium or an embedded territory.
 */
export async function benchSeance(
  rounds: number,
  cacheDir: string,
  results: boolean,
): Promise<void> {
  const index = JSON.parse(await readFile(join(PUBLIC, 'seances', 'index.json'), 'utf8'));
  const app = await buildApp(cacheDir);
  const rows: string[] = [];
  for (const { id, title } of index.seances as { id: string; title: string }[]) {
    const changes = await measureSeance([PUBLIC, app], id, rounds);
    rows.push(rowOf(title, changes));
    console.error(rows.at(-1));
  }
  const machine = describeMachine([`load of the last minute ${loadavg()[0]?.toFixed(1)}`]);
  const text = `${machine.map((line) => `- ${line}`).join('\n')}\n\n${COLUMNS}\n${rows.join('\n')}`;
  console.log(text);
  if (results) await writeFile(RESULTS, `${HEAD}\n\n${text}\n`);
}

function rowOf(title: string, changes: SceneChange[]): string {
  const of = (value: (change: SceneChange) => number) => changes.map(value);
  const painted = median(of(({ paintedMs }) => paintedMs));
  const cells = [
    title,
    changes.length,
    `${Math.round(painted)} ms`,
    `${Math.round(Math.max(...of(({ paintedMs }) => paintedMs)))} ms`,
    `${Math.round(median(of(({ settledMs }) => settledMs)))} ms`,
    median(of(({ draws }) => draws)),
    `${median(of(({ paintedMs, drawMs }) => paintedMs / drawMs)).toFixed(2)}×`,
    painted < TARGET_MS ? 'met' : `missed (${(painted / TARGET_MS).toFixed(1)}×)`,
  ];
  return `| ${cells.join(' | ')} |`;
}

/** From the key to the painted scene. */
const TARGET_MS = 200;

const COLUMNS = `| session | changes | painted | slowest | settled | draws | painted ÷ one draw | under ${TARGET_MS} ms |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |`;

const PUBLIC = process.env.ARPENT_PUBLIC ?? join(import.meta.dirname, '..', '..', '..', 'public');
const RESULTS = join(import.meta.dirname, 'RESULTS.md');

const HEAD = `# Benchmark of sessions

Written by \`npm run bench -- seance --results\`. The ready sessions presented by their keys at 1920 × 1080 in a headless Chromium that draws
WebGL by software and was asked for less motion, all layers being there; medians of the changes that change the map. _Painted_: from the key to the first
drawing of the scene, the graphics process being done with it. _Settled_: to the last, after an answer that the scene asks for. _Draws_: how often the map was drawn.
_Painted ÷ one draw_ tells on a busy machine what milliseconds do not: 1 would be a map that is drawn once and nothing else.`;
