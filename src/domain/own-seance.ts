import { mendSeance } from './mend-seance.ts';
import type { Seance } from './seance.ts';
import type { Extent } from './units.ts';

/** A session that a reader writes, kept in this browser. It may be faulty: `checkSeance`. */
export interface OwnSeance {
  /** Of the entry; the session has one of its own. */
  key: string;
  /** ISO 8601 in UTC, to the millisecond. */
  changedAt: string;
  /** Id of the session of the site that it is a copy of; null for one of its own. */
  copyOf: string | null;
  seance: Seance;
}

/** The form of an entry in the browser's storage; a later one is left as it is, unread. */
const SCHEMA = 1;

/** An entry as text, for the storage. */
export function ownSeanceToText(own: OwnSeance): string {
  return JSON.stringify({ schema: SCHEMA, ...own });
}

/** The entry that a text of the storage holds; null when it is of a later schema, or not one. `fallback` is the extent of a view that is lost. */
export function textToOwnSeance(text: string, fallback: Extent): OwnSeance | null {
  try {
    const { schema, key, changedAt, copyOf, seance } = JSON.parse(text);
    const mended = schema === SCHEMA ? mendSeance(seance, fallback) : null;
    if (!mended || typeof key !== 'string' || typeof changedAt !== 'string') return null;
    return { key, changedAt, copyOf: copyOf ?? null, seance: mended.seance };
  } catch {
    // The storage belongs to its reader, who may write anything there: it is counted as unread, and told.
    return null;
  }
}
