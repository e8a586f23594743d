import { NO_AREA_M2, type Outcome, WORK_NOTES, type Work } from './works.ts';

/** Most that sums of areas and of distances may differ by between two systems, as a share. */
export const SUM_TOLERANCE = 1e-6;

/** What a work found, in the figures of the table. */
export interface Finding {
  count: number;
  /** Sum of the values, null where there are none. */
  sum: number | null;
}

/** Count and sum of an outcome. */
export function summarise(work: Work, outcome: Outcome): Finding {
  const { ids, values } = withoutTouches(work, outcome);
  return { count: ids.length, sum: values?.reduce((sum, value) => sum + value, 0) ?? null };
}

/**
 * How two outcomes of a work differ, in a sentence, or null when they agree: the same ids one by one, and sums of values
 * within `SUM_TOLERANCE`. Systems that measure nothing where another does are compared by ids alone.
 */
export function findDifference(work: Work, seen: Outcome, wanted: Outcome): string | null {
  const [one, other] = [withoutTouches(work, seen), withoutTouches(work, wanted)];
  const { title } = WORK_NOTES[work];
  const wantedIds = new Set(other.ids);
  const seenIds = new Set(one.ids);
  const extra = one.ids.filter((id) => !wantedIds.has(id));
  const missing = other.ids.filter((id) => !seenIds.has(id));
  if (extra.length + missing.length > 0) {
    const some = (ids: number[]) => `${ids.length} (${ids.slice(0, 5).join(', ')}…)`;
    return `${title}: ids differ, ${some(extra)} too many, ${some(missing)} missing`;
  }
  if (one.ids.length !== seenIds.size) return `${title}: an id comes twice`;
  const [sum, wantedSum] = [summarise(work, one).sum, summarise(work, other).sum];
  if (sum === null || wantedSum === null) return null;
  const isNear = Math.abs(sum - wantedSum) <= SUM_TOLERANCE * Math.abs(wantedSum);
  return isNear ? null : `${title}: sums differ, ${sum} where ${wantedSum} is wanted`;
}

/** PostGIS lists parcels that a zone only touches with an area of 0, the kernel leaves them out. */
function withoutTouches(work: Work, outcome: Outcome): Outcome {
  const { ids, values } = outcome;
  if (work !== 'overlap' || values === null) return outcome;
  const isArea = (_: number, i: number) => (values[i] as number) >= NO_AREA_M2;
  return { ids: ids.filter(isArea), values: values.filter(isArea) };
}
