import { isSameQuestion, type Question } from '../domain/question.ts';
import type { AppStore } from './store.ts';
import { createTabEntry, type TabHost } from './tab-entry.ts';

/** What is kept of a tab: the question being written, and the one that had been asked. */
export interface KeptDraft {
  draft: Question;
  asked: Question | null;
}

/** Key of the entry in the storage. */
export const DRAFT_KEY = 'arpent.question';

/**
 * Puts what the tab kept back into the state, and from now on keeps the question being written each time that it changes. A
 * question that was asked as it stands is in the address, and is not kept twice. A storage that refuses is told of in a notice.
 * Gives a function that stops it.
 */
export function keepDraft(store: AppStore, host: TabHost): () => void {
  const entry = createTabEntry(store, host, DRAFT_KEY);
  const kept = textToDraft(entry.read() ?? '');
  if (kept) store.setState({ draft: kept.draft, restored: { asked: kept.asked } });
  return store.subscribe(({ draft, asked }, before) => {
    if (draft === before.draft && asked === before.asked) return;
    const isKept = draft !== null && !isSameQuestion(draft, asked);
    entry.write(isKept ? draftToText({ draft, asked }) : null);
  });
}

/** What is kept, as text; a number still to be written is null in it. */
export function draftToText(kept: KeptDraft): string {
  return JSON.stringify(kept);
}

/**
 * What a text of the storage keeps; null when it is no tree of conditions. Layers and fields that are no longer there, and
 * values still to be written, are left as they are, for the form to say so.
 */
export function textToDraft(text: string): KeptDraft | null {
  if (text === '') return null;
  try {
    const { draft, asked } = JSON.parse(text, (_key, value) => value ?? Number.NaN) as {
      draft: unknown;
      asked: unknown;
    };
    if (!isDraft(draft)) return null;
    return { draft, asked: isDraft(asked) ? asked : null };
  } catch {
    // What another version of the page, or its reader, wrote there is not a question: there is nothing to restore.
    return null;
  }
}

function isDraft(value: unknown): value is Question {
  return isRecord(value) && typeof value.target === 'string' && isCondition(value.where);
}

function isCondition(value: unknown): boolean {
  if (!isRecord(value)) return false;
  switch (value.kind) {
    case 'and':
    case 'or':
      return isList(value.conditions, isCondition);
    case 'not':
      return isCondition(value.condition);
    case 'compare':
      return typeof value.field === 'string' && typeof value.op === 'string' && 'value' in value;
    case 'among':
      return typeof value.field === 'string' && Array.isArray(value.values);
    case 'contains':
      return typeof value.field === 'string' && typeof value.text === 'string';
    case 'empty':
      return typeof value.field === 'string';
    case 'measure':
      return typeof value.measure === 'string' && typeof value.value === 'number';
    default:
      return typeof value.kind === 'string' && (isLayerTarget(value) || isShapeTarget(value));
  }
}

function isLayerTarget({ layer, where }: Record<string, unknown>): boolean {
  return typeof layer === 'string' && (where === undefined || isList(where, isCondition));
}

function isShapeTarget({ shape }: Record<string, unknown>): boolean {
  return (
    isRecord(shape) &&
    typeof shape.name === 'string' &&
    isRecord(shape.geometry) &&
    Array.isArray(shape.geometry.coordinates)
  );
}

function isList(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isItem);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
