import type { EngineWork } from '../engine/ask-work.ts';
import type { KernelWork } from '../kernel/run-work.ts';
import type { Outcome } from '../works.ts';

/** What the page of the bench can be told to do; times are milliseconds on its own clock. */
export interface BenchPage {
  /** Loads and indexes the workload in a worker, `repeat` times, the kernel alone. */
  openKernel(repeat: number): Promise<{ load: number[]; index: number[] }>;
  timeKernel(work: KernelWork): Promise<number>;
  kernelOutcome(work: KernelWork): Promise<Outcome>;
  /** Starts the product's engine in its worker and has it answer for every parcel: the time from cold to that answer. */
  openEngine(): Promise<number>;
  timeEngine(work: EngineWork): Promise<number>;
  engineOutcome(work: EngineWork): Promise<Outcome>;
}

declare global {
  interface Window {
    benchPage: BenchPage;
  }
}
