/** What a long piece of work is doing. */
export type ProgressPhase = 'download' | 'decode' | 'engine' | 'index' | 'test';

/** How far a long piece of work is: `done` of `total`, in bytes for a download, in features otherwise. */
export interface Progress {
  phase: ProgressPhase;
  layer: string | null;
  done: number;
  total: number;
}
