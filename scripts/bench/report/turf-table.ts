import type { Measured } from '../measure.ts';
import type { TurfEstimate } from '../turf/measure-turf.ts';
import { WORK_NOTES } from '../works.ts';
import { toMarkdown, YARDSTICK } from './main-table.ts';

/** What plain Turf would take, in Markdown: minutes, extrapolated, and how many times the yardstick's time that is. */
export function turfTable(
  estimates: readonly TurfEstimate[],
  measured: readonly Measured[],
): string {
  const rows = estimates.map(({ work, sample, wallMs }) => {
    const yardstick = measured.find((one) => one.work === work && one.system === YARDSTICK);
    const times = yardstick ? `${Math.round(wallMs / yardstick.wallMs)}×` : '–';
    return [WORK_NOTES[work].title, `${(wallMs / 60_000).toFixed(1)} min`, times, String(sample)];
  });
  const head = ['plain Turf', 'extrapolated', `of ${YARDSTICK}`, 'parcels tried'];
  return toMarkdown([head, ...rows]);
}
