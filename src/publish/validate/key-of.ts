import type { RuleContext } from './rule.ts';
import { shorten } from './shorten.ts';

/** The key of a row as a person knows it, as text; its number counted from one where the key is empty. */
export function keyOf({ meta, table }: RuleContext, row: number): string {
  const key = table.columns[meta.key]?.[row];
  return key === null || key === undefined ? `n° ${row + 1}` : shorten(String(key));
}
