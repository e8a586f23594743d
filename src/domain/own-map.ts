import * as v from 'valibot';

/** A map that a reader keeps in this browser: a link under a name. */
export interface OwnMap {
  id: string;
  name: string;
  /** What the map shows, as a link has it: `#/carte?…`. */
  address: string;
  /** ISO 8601 in UTC. */
  createdAt: string;
}

/** What a reader keeps of the territory in this browser, as far as it was read. */
export interface Bookmarks {
  /** Ids of the favourite layers. */
  layers: string[];
  /** Latest first. */
  maps: OwnMap[];
  /** Maps that could not be read: of a later edition, or damaged. */
  unread: number;
}

/** The form of an entry in the browser's storage; a later one is left as it is, unread. */
const OWN_MAP_SCHEMA = 1;

/** A map as text, for the storage. */
export function ownMapToText(map: OwnMap): string {
  return JSON.stringify({ schema: OWN_MAP_SCHEMA, ...map });
}

/** The map that a text of the storage holds; null when it is of a later schema, or not one. */
export function textToOwnMap(text: string): OwnMap | null {
  try {
    const parsed = v.safeParse(ownMapSchema, JSON.parse(text));
    if (!parsed.success) return null;
    const { schema: _schema, ...map } = parsed.output;
    return map;
  } catch {
    // The storage belongs to its reader, who may write anything there.
    return null;
  }
}

const ownMapSchema = v.strictObject({
  schema: v.literal(OWN_MAP_SCHEMA),
  id: v.string(),
  name: v.string(),
  address: v.pipe(v.string(), v.startsWith('#/')),
  createdAt: v.pipe(v.string(), v.isoTimestamp()),
});
