/** What is measured, in the order of the table. */
export const WORKS = [
  'load',
  'index',
  'intersects',
  'within100',
  'overlap',
  'question',
  'nearest',
  'groupBy',
] as const;

/** One of `WORKS`. */
export type Work = (typeof WORKS)[number];

/** What a work is, for the table; and the most that Arpent may take of tuned PostGIS's time, where a target is set. */
export const WORK_NOTES: Record<Work, { title: string; target?: number }> = {
  load: { title: 'load' },
  index: { title: 'index' },
  intersects: { title: 'intersects (ids)', target: 0.5 },
  within100: { title: 'within 100 m (ids)', target: 0.5 },
  overlap: { title: 'overlap area per parcel', target: 0.5 },
  question: { title: 'question of three conditions' },
  nearest: { title: 'nearest zone of each point' },
  groupBy: { title: 'SQL group-by' },
};

/** The question of three conditions: large parcels, covered by a quarter, near a school. */
export const QUESTION = {
  minContenance: 2000,
  minShare: 0.25,
  pointKind: 'ecole',
  metres: 200,
} as const;

/** Distance of the work `within100`, in metres. */
export const WITHIN_M = 100;

/** Areas below this, in m², are taken for none when areas are compared: systems differ in what they make of a touch. */
export const NO_AREA_M2 = 0.01;

/** What a work found: rows, ascending, and a value for each where the work measures one. */
export interface Outcome {
  ids: number[];
  /** m² of `overlap`, m of `nearest`, counts of `groupBy`; null for the others. */
  values: number[] | null;
}

/** One measurement, in milliseconds. */
export interface Timing {
  wallMs: number;
  /** Time on the processors, of all threads of the process that did the work; null where it cannot be had. */
  cpuMs: number | null;
}

/** A system under measurement, loaded and indexed. */
export interface BenchSystem {
  name: string;
  /** Load and index times, measured while it was set up. */
  setUp: Partial<Record<Work, Timing[]>>;
  /** Works that it can do. */
  works: readonly Work[];
  /** Works that take it so long that they are measured once. */
  once?: readonly Work[];
  /** Does a work once more and times it. */
  time(work: Work): Promise<Timing>;
  /** What a work finds. */
  outcome(work: Work): Promise<Outcome>;
  /** Most memory that it took, in bytes, with how that was measured; null where it was not. */
  peakMemory(): Promise<{ bytes: number; how: string } | null>;
  close(): Promise<void>;
}
