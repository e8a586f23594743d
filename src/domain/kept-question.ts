import * as v from 'valibot';
import { parseQuestion } from './parse-question.ts';
import type { Question } from './question.ts';

/** How the names of the files end that questions are shared as. */
export const QUESTION_FILE_EXTENSION = '.arpent.json';

/** What somebody says of a question, and the question: what is kept in a browser and shared in a file. */
export interface KeptContent {
  name: string;
  description: string;
  /** Id of a theme of the catalogue; null: of none. */
  theme: string | null;
  question: Question;
  /** Layer id → version of the file that its answer was read from when it was kept; null: it was not answered then. */
  versions: Record<string, string> | null;
}

/** A question that a reader keeps in this browser. */
export interface KeptQuestion extends KeptContent {
  id: string;
  /** ISO 8601 in UTC, to the millisecond. */
  createdAt: string;
  changedAt: string;
}

/** The form of an entry in the browser's storage; a later one is left as it is, unread. */
const KEPT_SCHEMA = 1;

/** An entry as text, for the storage. */
export function keptToText(kept: KeptQuestion): string {
  return JSON.stringify({ schema: KEPT_SCHEMA, ...kept });
}

/** The entry that a text of the storage holds; null when it is of a later schema, or not one. */
export function textToKept(text: string): KeptQuestion | null {
  try {
    const parsed = v.safeParse(keptSchema, JSON.parse(text));
    if (!parsed.success) return null;
    const { schema: _schema, question, ...kept } = parsed.output;
    return { ...kept, question: parseQuestion(question) };
  } catch {
    // The storage belongs to its reader, who may write anything there: it is counted as unread, and told.
    return null;
  }
}

/** Two readings of what is kept, made one: of an entry that both have the one changed last. Latest first. */
export function mergeKept(some: KeptQuestion[], others: KeptQuestion[]): KeptQuestion[] {
  const merged = new Map<string, KeptQuestion>();
  for (const kept of [...some, ...others]) {
    const known = merged.get(kept.id);
    if (!known || known.changedAt < kept.changedAt) merged.set(kept.id, kept);
  }
  return [...merged.values()].sort(
    (a, b) => b.changedAt.localeCompare(a.changedAt) || a.id.localeCompare(b.id),
  );
}

/** The versions of layers: eight hexadecimal digits each. */
export const versionsSchema = v.record(v.string(), v.pipe(v.string(), v.regex(/^[0-9a-f]{8}$/)));

const keptSchema = v.strictObject({
  schema: v.literal(KEPT_SCHEMA),
  id: v.string(),
  name: v.string(),
  description: v.string(),
  theme: v.nullable(v.string()),
  question: v.unknown(),
  versions: v.nullable(versionsSchema),
  createdAt: v.pipe(v.string(), v.isoTimestamp()),
  changedAt: v.pipe(v.string(), v.isoTimestamp()),
});
