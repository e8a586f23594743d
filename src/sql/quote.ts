/** A name as a quoted SQL identifier: `zone_urba` → `"zone_urba"`. Any text is safe. */
export function quoteIdentifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A value as a SQL literal. Text is quoted, a number must be finite. */
export function quoteLiteral(value: string | number | boolean): string {
  if (typeof value === 'string') return `'${value.replaceAll("'", "''")}'`;
  return String(value);
}

/** The text of a literal as it is written; null for those with backslashes or bytes, which are not read. */
export function unquoteLiteral(written: string): string | null {
  if (written.startsWith("'")) return written.slice(1, -1).replaceAll("''", "'");
  const tag = /^\$[^$]*\$/.exec(written)?.[0];
  return tag ? written.slice(tag.length, -tag.length) : null;
}
