import * as v from 'valibot';

/** A statement that was run, and what became of it. */
export interface PastStatement {
  text: string;
  /** ISO 8601, in UTC: when it was last run. */
  at: string;
  /** Null where it failed. */
  rows: number | null;
  /** Null where it failed. */
  elapsedMs: number | null;
  /** Code of the error that it ended in. */
  failure: string | null;
  isPinned: boolean;
}

/** Statements that are kept besides those that are pinned. */
export const MAX_PAST = 200;

/** The history with one more statement, the latest first; one of the same text is replaced and stays pinned. */
export function addPast(
  past: readonly PastStatement[],
  entry: Omit<PastStatement, 'isPinned'>,
): PastStatement[] {
  const same = past.find(({ text }) => text === entry.text);
  const rest = past.filter((other) => other !== same);
  const all = [{ ...entry, isPinned: same?.isPinned ?? false }, ...rest];
  const loose = all.filter(({ isPinned }) => !isPinned);
  const dropped = new Set(loose.slice(MAX_PAST));
  return all.filter((one) => !dropped.has(one));
}

/** The history with a statement pinned, or loose again. */
export function pinPast(past: readonly PastStatement[], text: string): PastStatement[] {
  return past.map((one) => (one.text === text ? { ...one, isPinned: !one.isPinned } : one));
}

/** The history without a statement. */
export function dropPast(past: readonly PastStatement[], text: string): PastStatement[] {
  return past.filter((one) => one.text !== text);
}

/** The history of those that are pinned. */
export function clearPast(past: readonly PastStatement[]): PastStatement[] {
  return past.filter(({ isPinned }) => isPinned);
}

/** The history that a text of the storage holds; what is none of ours is an empty one. */
export function textToPast(text: string): PastStatement[] {
  try {
    const parsed = v.safeParse(v.array(pastSchema), JSON.parse(text));
    return parsed.success ? parsed.output : [];
  } catch {
    // Another page, or its reader, wrote it: there is no history in it.
    return [];
  }
}

const pastSchema = v.object({
  text: v.string(),
  at: v.string(),
  rows: v.nullable(v.number()),
  elapsedMs: v.nullable(v.number()),
  failure: v.nullable(v.string()),
  isPinned: v.boolean(),
});
