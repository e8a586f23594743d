import { listQueries } from './read-statement.ts';
import type { Query } from './statement.ts';
import type { Token } from './tokens.ts';

/** The names of tables in a statement; of one that is no query, or not read in full, every name. */
export function namedTables(tokens: readonly Token[], query: Query | null): Set<string> {
  const scopes = query ? listQueries(query).flatMap((inner) => inner.scopes) : [];
  const isRead =
    scopes.length > 0 &&
    scopes.every(({ isReadable, fromAt, items }) => isReadable && (fromAt >= 0 || items));
  if (!isRead) return new Set(tokens.map(({ name }) => name));
  return new Set(scopes.flatMap(({ tables }) => tables.flatMap(({ name }) => name ?? [])));
}
