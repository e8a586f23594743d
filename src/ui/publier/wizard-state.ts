import type { ErrorData } from '../../domain/errors.ts';
import type { LayerMeta } from '../../domain/layer.ts';
import type { PrepareStep } from '../../publish/prepare.ts';
import type {
  DeliverySummary,
  LayerChoice,
  LayerReport,
  PreparedReport,
} from '../../publish/protocol.ts';
import type { StyleChoice } from '../../publish/style/make-style.ts';

/** The steps of a publication, in their order. */
export const STEPS = [
  'fichier',
  'couche',
  'controle',
  'metadonnees',
  'style',
  'telecharger',
] as const;

/** One of `STEPS`. */
export type Step = (typeof STEPS)[number];

/** Work that takes long enough to be told of and stopped. */
export type Task = 'read' | 'prepare' | 'bundle';

/** How one table is to be taken, and whether it is. */
export interface TableChoice extends LayerChoice {
  isTaken: boolean;
}

/**
 * What somebody wrote in the form of a layer: it stays when the layer is prepared again. What is undefined was emptied: the
 * layer is to say nothing of it.
 */
export type MetaEdits = { [K in keyof LayerMeta]?: LayerMeta[K] | undefined };

/** All that was handed over, chosen and written so far. */
export interface WizardState {
  step: Step;
  work:
    | { kind: 'idle' }
    | { kind: 'busy'; task: Task; step: PrepareStep | null }
    | { kind: 'failed'; task: Task; error: ErrorData };
  files: { path: string; bytes: number }[];
  delivery: DeliverySummary | null;
  choices: TableChoice[];
  /** What was last prepared; empty before. */
  reports: LayerReport[];
  /** The choices that `reports` answer, as text: others must be prepared again. */
  preparedFor: string;
  /** By index of the table: what was edited, how it is styled, which rules' warnings are accepted. */
  edits: Record<number, MetaEdits>;
  styles: Record<number, StyleChoice>;
  accepted: Record<number, string[]>;
  /** Index of the table whose metadata and style are shown. */
  current: number;
  /** Index of the table → id of the temporary layer that shows it. */
  shownAs: Record<number, string>;
  /** Id of the temporary layer that shows the issues. */
  issuesAs: string | null;
  bundle: { name: string; bytes: number } | null;
}

/** A publication that has not begun. */
export const EMPTY_WIZARD: WizardState = {
  step: 'fichier',
  work: { kind: 'idle' },
  files: [],
  delivery: null,
  choices: [],
  reports: [],
  preparedFor: '',
  edits: {},
  styles: {},
  accepted: {},
  current: 0,
  shownAs: {},
  issuesAs: null,
  bundle: null,
};

/** The tables that are taken. */
export const takenChoices = ({ choices }: WizardState): LayerChoice[] =>
  choices.filter(({ isTaken }) => isTaken).map(({ isTaken: _isTaken, ...choice }) => choice);

/** Whether what was prepared is what is chosen now. */
export const isPrepared = (state: WizardState): boolean =>
  state.reports.length > 0 && state.preparedFor === JSON.stringify(takenChoices(state));

/** The layers that could be prepared. */
export const readyReports = ({ reports }: WizardState): PreparedReport[] =>
  reports.filter((report) => report.kind === 'ready');

/** What is known of a layer, with what was edited. */
export function metaOf({ edits }: WizardState, { index, meta }: PreparedReport): LayerMeta {
  const known = Object.entries({ ...meta, ...edits[index] }).filter(([, value]) => {
    return value !== undefined;
  });
  return Object.fromEntries(known) as unknown as LayerMeta;
}

/** The layer whose metadata and style are shown. */
export function currentReport(state: WizardState): PreparedReport | null {
  const ready = readyReports(state);
  return ready.find(({ index }) => index === state.current) ?? ready[0] ?? null;
}

/** The rules whose warnings hold a layer back until they are accepted, with their number. */
export function warningRules({ issues }: PreparedReport): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { rule, severity } of issues) {
    if (severity === 'warning') counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  return counts;
}

/** What keeps the layers from being published: tables that failed, errors, warnings that wait. */
export function obstacles(state: WizardState): { failed: number; errors: number; waiting: number } {
  const ready = readyReports(state);
  const errors = ready.flatMap(({ issues }) =>
    issues.filter(({ severity }) => severity === 'error'),
  );
  const waiting = ready.flatMap((report) =>
    [...warningRules(report)].filter(([rule]) => !state.accepted[report.index]?.includes(rule)),
  );
  return {
    failed: state.reports.length - ready.length,
    errors: errors.length,
    waiting: waiting.reduce((sum, [, count]) => sum + count, 0),
  };
}

/** The steps that can be gone to. */
export function reachable(state: WizardState): Set<Step> {
  const steps = new Set<Step>(['fichier']);
  if (state.delivery) steps.add('couche');
  if (isPrepared(state)) {
    steps.add('controle');
    if (readyReports(state).length > 0) {
      for (const step of ['metadonnees', 'style', 'telecharger'] as const) steps.add(step);
    }
  }
  return steps;
}
