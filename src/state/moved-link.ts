import type { AnswerChange } from '../domain/answer-change.ts';
import type { ErrorData } from '../domain/errors.ts';
import type { Layer } from '../domain/layer.ts';
import type { Progress } from '../domain/progress.ts';
import { isSameQuestion, layersRead, type Question } from '../domain/question.ts';
import type { AppState } from './app-state.ts';
import { currentLayer } from './version-actions.ts';

/** A layer whose data have moved on since a link was made. */
export interface MovedLayer {
  id: string;
  /** Version that the link names. */
  pinned: string;
  /** Version that is published now. */
  current: string;
  /** When the version of the link was published, ISO 8601 in UTC; null where that is not known. */
  publishedAt: string | null;
  /**
   * `kept`: it can be read again; `pruned`: its file is no longer there; `unkept`: the layer keeps no version but the last;
   * `unreadable`: its history could not be read.
   */
  fate: 'kept' | 'pruned' | 'unkept' | 'unreadable';
}

/** What differs between the answer of the link and the present one, or what stands in the way. */
export type ChangeStatus =
  | { kind: 'none' }
  | { kind: 'asking'; progress: Progress | null }
  | { kind: 'ready'; change: AnswerChange; from: Layer; to: Layer }
  | { kind: 'failed'; error: ErrorData };

/** A link whose data have moved on: its question has two answers. */
export interface MovedLink {
  question: Question;
  /** All that the link pins, layer id → version. */
  pins: Record<string, string>;
  layers: MovedLayer[];
  change: ChangeStatus;
  /** Whether the features that came in and went out are drawn on the map. */
  isDrawn: boolean;
}

/** What of a link has moved on, once the versions that it pins are opened; null where all is as it was. */
export function findMoved(
  state: AppState,
  question: Question,
  pins: Record<string, string> | null,
): MovedLink | null {
  const { catalogue } = state;
  if (!catalogue || !pins) return null;
  const layers = readBy(state, question).flatMap((id): MovedLayer[] => {
    const current = currentLayer(state, id);
    const pinned = pins[id];
    if (!current || pinned === undefined || current.file.version === pinned) return [];
    return [{ id, pinned, current: current.file.version, ...fateOf(state, current, pinned) }];
  });
  if (layers.length === 0) return null;
  return { question, pins, layers, change: { kind: 'none' }, isDrawn: true };
}

/** What has moved on since the link of the question that is asked; null where nothing has. */
export function currentMoved({ moved, asked }: AppState): MovedLink | null {
  return moved && isSameQuestion(moved.question, asked) ? moved : null;
}

/** Whether the answer of the link can be had again, from the same data to the last. */
export const isWhole = ({ layers }: MovedLink): boolean =>
  layers.every(({ fate }) => fate === 'kept');

/** Whether a part of the link's data at least can be had again. */
export const canReopen = ({ layers }: MovedLink): boolean =>
  layers.some(({ fate }) => fate === 'kept');

/** Whether the layers are shown as the link has them, as far as they can be. */
export function showsThen({ past, catalogue }: AppState, moved: MovedLink): boolean {
  const shown = (id: string) => catalogue?.layers.find((layer) => layer.id === id)?.file.version;
  return canReopen(moved) && moved.layers.every(isAsLinked);
  function isAsLinked({ id, pinned, fate }: MovedLayer): boolean {
    return fate !== 'kept' || (past[id] !== undefined && shown(id) === pinned);
  }
}

/** The moment that the link's data are of: when the latest of the versions that it pins was published; null where it is not known. */
export function momentOf({ layers }: MovedLink): string | null {
  const known = layers.flatMap(({ publishedAt }) => publishedAt ?? []);
  return known.sort().at(-1) ?? null;
}

/** The state with the comparison of both answers in another condition. */
export function setAnswerChange(state: AppState, change: ChangeStatus): AppState {
  return state.moved ? { ...state, moved: { ...state.moved, change } } : state;
}

/** What differs between the answers of a link, where it is to be drawn: beside the map of the answer. */
export function drawnChange(state: AppState): Extract<ChangeStatus, { kind: 'ready' }> | null {
  const moved = currentMoved(state);
  const isThere = state.screen === 'question' || state.screen === 'carte';
  return isThere && moved?.isDrawn && moved.change.kind === 'ready' ? moved.change : null;
}

/** The state with the differences drawn on the map, or not. */
export function drawAnswerChange(state: AppState, isDrawn: boolean): AppState {
  return state.moved ? { ...state, moved: { ...state.moved, isDrawn } } : state;
}

/** The two answers told the other way round. */
export function reverseChange(change: AnswerChange): AnswerChange {
  const { before, now, onlyBefore, onlyNow } = change;
  return {
    ...change,
    before: now,
    now: before,
    onlyBefore: onlyNow,
    onlyNow: onlyBefore,
    remeasured: change.remeasured.map((row) => ({
      ...row,
      rowBefore: row.rowNow,
      rowNow: row.rowBefore,
      before: row.now,
      now: row.before,
    })),
  };
}

function fateOf(
  { past, catalogue, histories }: AppState,
  current: Layer,
  pinned: string,
): Pick<MovedLayer, 'fate' | 'publishedAt'> {
  const { id, history } = current;
  const shown = catalogue?.layers.find((layer) => layer.id === id);
  if (past[id] && shown?.file.version === pinned) {
    return { fate: 'kept', publishedAt: past[id].publishedAt };
  }
  const fate = !history ? 'unkept' : histories[id]?.kind === 'failed' ? 'unreadable' : 'pruned';
  return { fate, publishedAt: null };
}

/** The layers that a question reads; those that it names, where it asks for a network that is not there. */
function readBy({ catalogue }: AppState, question: Question): string[] {
  try {
    return catalogue ? layersRead(question, catalogue) : [];
  } catch {
    // A question that cannot be asked has its error in the answer's place, and nothing to compare.
    return [];
  }
}
