import { SCALE_WORKS, type ScaleStep } from '../scale.ts';
import { WORK_NOTES, type Work } from '../works.ts';
import { toMarkdown } from './main-table.ts';

/** Time that may be added to n log n from the smallest to the largest workload, as a share, before it counts as faster growth. */
export const GROWTH_LEEWAY = 0.25;

/**
 * The table of sizes × works in Markdown: milliseconds, and in brackets the time over n log n, 1 at the size of the targets.
 * The last row says for each work whether time grows no faster than n log n.
 */
export function scaleTable(steps: readonly ScaleStep[]): string {
  const head = ['parcels', 'zones', ...SCALE_WORKS.map((work) => WORK_NOTES[work].title), 'peak'];
  const rows = steps.map((step) => [
    String(step.rows),
    String(step.zones),
    ...SCALE_WORKS.map((work) => scaleCell(steps, step, work)),
    step.peakBytes === null ? '–' : `${Math.round(step.peakBytes / 1e6)} MB`,
  ]);
  const verdicts = SCALE_WORKS.map((work) => (growsAsSorting(steps, work) ? 'yes' : '**no**'));
  return toMarkdown([head, ...rows, ['≤ n log n', '', ...verdicts, '']]);
}

/** Whether a work's time over n log n is, at the largest size, at most a quarter above what it is at the smallest. */
export function growsAsSorting(steps: readonly ScaleStep[], work: Work): boolean {
  const [first, last] = [steps[0], steps.at(-1)].map((step) => step && perSorted(step, work));
  return first != null && last != null && last <= (1 + GROWTH_LEEWAY) * first;
}

function perSorted({ rows, wallMs }: ScaleStep, work: Work): number | null {
  const time = wallMs[work];
  return time === undefined ? null : time / (rows * Math.log2(rows));
}

function scaleCell(steps: readonly ScaleStep[], step: ScaleStep, work: Work): string {
  const time = step.wallMs[work];
  const own = perSorted(step, work);
  const base = steps.find(({ rows }) => rows === BASE_ROWS);
  const unit = base && perSorted(base, work);
  if (time === undefined || own === null) return '–';
  return unit ? `${Math.round(time)} (${(own / unit).toFixed(2)})` : String(Math.round(time));
}

const BASE_ROWS = 300_000;
