/** A name as a quoted SQL identifier: `zone_urba` → `"zone_urba"`. Any text is safe. */
export function quoteIdentifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A value as a SQL literal. Text is quoted, a number must be finite. */
export function quoteLiteral(value: string | number | boolean): string {
  if (typeof value === 'string') return `'${value.replaceAll("'", "''")}'`;
  return String(value);
}
