import { parseArgs } from 'node:util';
import { FULL_ROWS } from './workload/territory.ts';
import { WORKS, type Work } from './works.ts';

/** What `npm run bench` was asked for. */
export interface Options {
  /** File that all figures are written to as JSON. */
  json?: string;
  /** Works to measure, in the order of the table. */
  works: Work[];
  /** Parcels of the workload. */
  rows: number;
  /** How often each work is done; medians are told. */
  repeat: number;
  postgis: boolean;
  chromium: boolean;
  node: boolean;
  turf: boolean;
  /** Measures growing workloads too. */
  scale: boolean;
  /** Lets PostGIS as written do what takes it minutes. */
  full: boolean;
  /** Writes `scripts/bench/RESULTS.md`. */
  results: boolean;
}

/** How the command is used. */
export const USAGE = `npm run bench -- [--rows ${FULL_ROWS}] [--repeat 5] [--only ${WORKS.join(',')}]
  [--no-chromium] [--no-node] [--no-postgis] [--no-turf] [--scale] [--full] [--json FILE] [--results]
npm run bench -- publish [ROWS]
npm run bench -- preview [COUNT] [--results]
npm run bench -- answer [--results]
npm run bench -- map [ROUNDS] [--results]
npm run bench -- seance [ROUNDS] [--results]`;

/**
 * The options that the words of a command line name.
 * @throws {Error} with a sentence for an option, a work or a number that there is none of.
 */
export function parseOptions(words: string[]): Options {
  const flag = { type: 'boolean', default: false } as const;
  const { values } = parseArgs({
    args: words,
    options: {
      json: { type: 'string' },
      only: { type: 'string' },
      rows: { type: 'string', default: String(FULL_ROWS) },
      repeat: { type: 'string', default: '5' },
      'no-postgis': flag,
      'no-chromium': flag,
      'no-node': flag,
      'no-turf': flag,
      scale: flag,
      full: flag,
      results: flag,
    },
  });
  return {
    ...(values.json !== undefined && { json: values.json }),
    works: values.only === undefined ? [...WORKS] : parseWorks(values.only),
    rows: parseCount('--rows', values.rows),
    repeat: parseCount('--repeat', values.repeat),
    postgis: !values['no-postgis'],
    chromium: !values['no-chromium'],
    node: !values['no-node'],
    turf: !values['no-turf'],
    scale: values.scale,
    full: values.full,
    results: values.results,
  };
}

function parseWorks(text: string): Work[] {
  const names = text.split(',');
  const unknown = names.find((name) => !WORKS.some((work) => work === name));
  if (unknown !== undefined) throw new Error(`no work "${unknown}": ${WORKS.join(', ')}`);
  return WORKS.filter((work) => names.includes(work));
}

function parseCount(option: string, text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1)
    throw new Error(`${option} ${text}: a whole number is wanted`);
  return count;
}
