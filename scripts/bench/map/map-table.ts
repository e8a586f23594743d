import { median } from '../timed.ts';
import type { FirstMap } from './first-map.ts';
import { type LongTask, OWNERS } from './long-tasks.ts';
import type { MapRound } from './measure-map.ts';

/** The rounds of each system, the app's first. */
export type MapResults = Map<string, MapRound[]>;

/** The systems side by side: medians, the share that the app takes of each other, and whether the targets are met. */
export function comparisonTable(results: MapResults): string {
  const names = [...results.keys()];
  const line = (title: string, of: (round: MapRound) => number, unit: string, target?: number) => {
    const values = names.map((name) => median((results.get(name) ?? []).map(of)));
    const own = values[0] ?? Number.NaN;
    const cells = values.map((value, i) => {
      if (Number.isNaN(value)) return '–';
      return `${Math.round(value)} ${unit}${i === 0 ? '' : ` (${ratio(own / value)})`}`;
    });
    const verdict = target === undefined ? '–' : verdictOf(own / (values[1] ?? 0), target);
    return `| ${title} | ${cells.join(' | ')} | ${verdict} |`;
  };
  const total = ({ page, graphics }: MapRound['after']) => (page + graphics) / 1e6;
  return [
    `| | ${names.join(' | ')} | target, against ${names[1]} |`,
    `| --- | ${names.map(() => '---:').join(' | ')} | ---: |`,
    line('first parcels after zooming in', ({ firstMs }) => firstMs, 'ms', 0.5),
    line('first parcels elsewhere, afterwards', ({ elsewhereMs }) => elsewhereMs, 'ms'),
    line('memory of the page and of WebGL at the end', ({ after }) => total(after), 'MB', 0.5),
    line(
      'of it, since before the parcels',
      ({ before, after }) => total(after) - total(before),
      'MB',
    ),
    line('what is under a click', ({ pickMs }) => median(pickMs), 'ms'),
    line('the slowest', ({ pickMs }) => Math.max(...pickMs), 'ms'),
  ].join('\n');
}

/** The tasks of the main thread over 50 ms during a pan, and whose code took them. */
export function taskTable(results: MapResults): string {
  const rows = [...results].map(([name, rounds]) => {
    const tasks = rounds.flatMap(({ panTasks }) => panTasks);
    const longest = (of: (task: LongTask) => number) => Math.round(Math.max(0, ...tasks.map(of)));
    const owners = OWNERS.map((owner) => longest(({ self }) => self[owner]));
    const cells = [tasks.length, longest(({ wallMs }) => wallMs), longest(({ cpuMs }) => cpuMs)];
    return `| ${[name, ...cells, ...owners, longest(({ oursMs }) => oursMs)].join(' | ')} |`;
  });
  return [
    `| | tasks over 50 ms | longest (ms) | on the processor (ms) | ${OWNERS.map((owner) => `in ${owner}`).join(' | ')} | ours and what it called |`,
    `| --- | ${Array(OWNERS.length + 4)
      .fill('---:')
      .join(' | ')} |`,
    ...rows,
  ].join('\n');
}

/** The targets that the app alone is held to. */
export function targetTable(results: MapResults, opened: FirstMap[]): string {
  const [own = []] = results.values();
  const tasks = own.flatMap(({ panTasks }) => panTasks);
  const longest = Math.round(Math.max(0, ...tasks.map(({ self }) => self.ours)));
  const pick = median(own.flatMap(({ pickMs }) => pickMs));
  const picture = median(opened.map(({ pictureMs }) => pictureMs));
  const painted = median(opened.map(({ paintedMs }) => paintedMs));
  const line = (title: string, value: number, target: number) =>
    `| ${title} | ${Math.round(value)} ms | ≤ ${target} ms: ${value <= target ? 'met' : 'MISSED'} |`;
  return [
    '| | measured | target |',
    '| --- | ---: | ---: |',
    line('first useful map: the picture of the territory, with its names', picture, 1500),
    `| the map itself, drawn under it | ${Math.round(painted)} ms | – |`,
    line('our code in a task of the main thread, panning over parcels at zoom 15', longest, 50),
    line('what is under a click', pick, 30),
  ].join('\n');
}

const ratio = (value: number) => `${value.toFixed(2)}×`;

function verdictOf(value: number, target: number): string {
  return `${ratio(value)} ≤ ${target}×: ${value <= target ? 'met' : 'MISSED'}`;
}
