import type { Question } from '../../../src/domain/question.ts';
import type { AnswerStep } from '../answer/answer-steps.ts';
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
  /** Starts the product's engine on the embedded territory: parcels, network aside, and these layers read and indexed. */
  openTerritory(related: string[]): Promise<void>;
  /** Milliseconds until the page knows what a question would find. */
  preview(question: Question): Promise<number>;
  engineOutcome(work: EngineWork): Promise<Outcome>;
  /** Starts the product's engine on the territory, and times what readers do with answers. */
  timeAnswers(): Promise<AnswerStep[]>;
}

declare global {
  interface Window {
    benchPage: BenchPage;
  }
}
