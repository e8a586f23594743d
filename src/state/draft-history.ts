import { isSameQuestion, type Question } from '../domain/question.ts';
import type { AppState } from './app-state.ts';

/** The questions that were being written before and after the present one, for undo and redo. */
export interface DraftHistory {
  /** Oldest first; null: nothing was written yet. */
  past: (Question | null)[];
  /** Next one first. */
  future: (Question | null)[];
  /** What the last change was part of, a drag or the typing of one value: another of the same adds no entry. */
  step: string | null;
}

/** Nothing to undo, nothing to redo. */
export const NO_HISTORY: DraftHistory = { past: [], future: [], step: null };

/** Changes that can be undone: more than anybody goes back, and little memory, for they share their conditions. */
export const MAX_UNDO = 200;

/**
 * The state with the question being written changed, to be undone as one; changes with the same `step` one after the other
 * are undone together.
 */
export function writeDraft(
  state: AppState,
  draft: Question | null,
  step: string | null = null,
): AppState {
  if (isSameQuestion(draft, state.draft)) return state;
  const { past, step: lastStep } = state.drafts;
  const isMerged = step !== null && step === lastStep;
  const drafts: DraftHistory = {
    past: isMerged ? past : [...past, state.draft].slice(-MAX_UNDO),
    future: [],
    step,
  };
  return { ...state, draft, drafts, restored: null };
}

/** The state in which the next change of the question being written is undone by itself. */
export function endDraftStep(state: AppState): AppState {
  return state.drafts.step === null ? state : { ...state, drafts: { ...state.drafts, step: null } };
}

/** The state with the last change of the question being written taken back; the same state when there is none. */
export function undoDraft(state: AppState): AppState {
  const { past, future } = state.drafts;
  const draft = past.at(-1);
  if (draft === undefined) return state;
  const drafts = { past: past.slice(0, -1), future: [state.draft, ...future], step: null };
  return { ...state, draft, drafts, restored: null };
}

/** The state with the change that was last taken back made again; the same state when there is none. */
export function redoDraft(state: AppState): AppState {
  const { past, future } = state.drafts;
  const [draft, ...later] = future;
  if (draft === undefined) return state;
  const drafts = { past: [...past, state.draft], future: later, step: null };
  return { ...state, draft, drafts, restored: null };
}

/**
 * The state once a question is put: it is also the one being written, and what was written before can be undone to. What was
 * restored after a reload stays, when the question put is the one that the page had already answered.
 */
export function draftWhatIsAsked(state: AppState, question: Question): AppState {
  const { restored } = state;
  if (restored && isSameQuestion(question, restored.asked)) return state;
  const isSame = isSameQuestion(question, state.draft);
  return isSame ? { ...state, draft: question } : writeDraft(state, question);
}

/** The state with its restored question accepted: nothing more is said of it. */
export const acceptRestored = (state: AppState): AppState => ({ ...state, restored: null });
