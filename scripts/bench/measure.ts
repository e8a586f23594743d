import { type Finding, findDifference, summarise } from './agree.ts';
import { median } from './timed.ts';
import type { BenchSystem, Outcome, Timing, Work } from './works.ts';

/** What one system took for one work, and what it found. */
export interface Measured {
  system: string;
  work: Work;
  /** Median times in milliseconds; `firstMs` is the first time, before anything was warm. */
  wallMs: number;
  cpuMs: number | null;
  firstMs: number;
  times: Timing[];
  finding: Finding | null;
}

/** All measurements, and what the systems do not agree on. */
export interface Measurements {
  measured: Measured[];
  /** A sentence for each difference from the first system that did the work. */
  differences: string[];
}

/**
 * Has every system do every work `repeat` times, by turns, so that what else the machine does slows all of them alike,
 * then compares what they found.
 */
export async function measureSystems(
  systems: readonly BenchSystem[],
  works: readonly Work[],
  repeat: number,
  log: (line: string) => void,
): Promise<Measurements> {
  const measured: Measured[] = [];
  const differences: string[] = [];
  for (const work of works) {
    const able = systems.filter((system) => system.works.includes(work));
    const times = new Map<BenchSystem, Timing[]>(able.map((system) => [system, []]));
    const outcomes: [string, Outcome][] = [];
    for (let round = 0; round < repeat; round++) {
      for (const system of able) {
        if (round > 0 && system.once?.includes(work)) continue;
        times.get(system)?.push(await system.time(work));
      }
    }
    for (const system of able) outcomes.push([system.name, await system.outcome(work)]);
    differences.push(...compare(work, outcomes));
    able.forEach((system, i) => {
      const [, outcome] = outcomes[i] as [string, Outcome];
      measured.push(
        createMeasured(system.name, work, times.get(system) ?? [], summarise(work, outcome)),
      );
    });
    for (const system of systems) {
      const setUp = system.setUp[work];
      if (setUp) measured.push(createMeasured(system.name, work, setUp, null));
    }
    log(summaryOf(work, measured));
  }
  return { measured, differences };
}

function compare(work: Work, outcomes: readonly [string, Outcome][]): string[] {
  const [reference, ...others] = outcomes;
  if (!reference) return [];
  return others.flatMap(([name, outcome]) => {
    const difference = findDifference(work, outcome, reference[1]);
    return difference === null ? [] : [`${name} against ${reference[0]}: ${difference}`];
  });
}

function createMeasured(
  system: string,
  work: Work,
  times: Timing[],
  finding: Finding | null,
): Measured {
  const cpu = times.flatMap(({ cpuMs }) => (cpuMs === null ? [] : [cpuMs]));
  return {
    system,
    work,
    wallMs: median(times.map(({ wallMs }) => wallMs)),
    cpuMs: cpu.length === times.length ? median(cpu) : null,
    firstMs: times[0]?.wallMs as number,
    times,
    finding,
  };
}

function summaryOf(work: Work, measured: readonly Measured[]): string {
  const own = measured.filter((one) => one.work === work);
  return `${work}: ${own.map(({ system, wallMs }) => `${system} ${Math.round(wallMs)} ms`).join(', ')}`;
}
