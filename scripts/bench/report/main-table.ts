import type { Measured } from '../measure.ts';
import { WORK_NOTES, type Work } from '../works.ts';

/** Name of the system that all others are compared with. */
export const YARDSTICK = 'PostGIS tuned';

/** Whether a work met its target. */
export interface Verdict {
  work: Work;
  system: string;
  /** Time of the system, as a share of the yardstick's. */
  ratio: number;
  target: number;
  isMet: boolean;
}

/** The table of works × systems in Markdown: median milliseconds, and in brackets the share of the yardstick's time. */
export function mainTable(measured: readonly Measured[], verdicts: readonly Verdict[]): string {
  const systems = [...new Set(measured.map(({ system }) => system))];
  const works = [...new Set(measured.map(({ work }) => work))];
  const head = ['work', ...systems.map((name) => `${name} (ms)`), 'found', 'target'];
  const rows = works.map((work) => [
    WORK_NOTES[work].title,
    ...systems.map((system) => timeCell(measured, work, system)),
    foundCell(measured, work),
    targetCell(work, verdicts),
  ]);
  return toMarkdown([head, ...rows]);
}

/** What each system with a target took as a share of the yardstick's time, by medians on the clock. */
export function judge(measured: readonly Measured[], systems: readonly string[]): Verdict[] {
  return systems.flatMap((system) =>
    measured
      .filter((one) => one.system === system && WORK_NOTES[one.work].target !== undefined)
      .flatMap(({ work, wallMs }) => {
        const yardstick = find(measured, work, YARDSTICK);
        if (!yardstick) return [];
        const target = WORK_NOTES[work].target as number;
        const ratio = wallMs / yardstick.wallMs;
        return [{ work, system, ratio, target, isMet: ratio <= target }];
      }),
  );
}

/** Rows of cells as a Markdown table, the first row its head; columns after the first are aligned to the right. */
export function toMarkdown([head = [], ...rows]: string[][]): string {
  const rule = head.map((_, i) => (i === 0 ? '---' : '---:'));
  return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function find(measured: readonly Measured[], work: Work, system: string): Measured | undefined {
  return measured.find((one) => one.work === work && one.system === system);
}

function timeCell(measured: readonly Measured[], work: Work, system: string): string {
  const own = find(measured, work, system);
  if (!own) return '–';
  const yardstick = find(measured, work, YARDSTICK);
  const time = own.wallMs < 10 ? own.wallMs.toFixed(1) : String(Math.round(own.wallMs));
  if (!yardstick || system === YARDSTICK) return time;
  return `${time} (${(own.wallMs / yardstick.wallMs).toFixed(2)}×)`;
}

function foundCell(measured: readonly Measured[], work: Work): string {
  const finding = measured.find((one) => one.work === work && one.finding)?.finding;
  if (!finding) return '–';
  const sum = finding.sum === null ? '' : `, sum ${finding.sum.toPrecision(10)}`;
  return `${finding.count}${sum}`;
}

function targetCell(work: Work, verdicts: readonly Verdict[]): string {
  const { target } = WORK_NOTES[work];
  const own = verdicts.filter((verdict) => verdict.work === work);
  if (target === undefined || own.length === 0) return '–';
  const told = own.map(({ system, isMet }) => `${system} ${isMet ? 'met' : '**not met**'}`);
  return `≤ ${target}×: ${told.join('; ')}`;
}
