import type { RuleContext } from './rule.ts';
import { columnOf } from './schema-columns.ts';

/** Whether a table is known to be made for another version of the standard than the one it is held against. */
export function isOfFormerVersion({ schema, madeFor }: RuleContext): boolean {
  return schema !== null && madeFor !== null && !schema.standard.includes(madeFor);
}

/** Names of the columns that the standard only advises, or that a later version brought, and that are not there. */
export function missingAdvised({ schema, table }: RuleContext): string[] {
  const names = Object.keys(table.columns);
  const advised = schema?.fields.filter(({ presence }) => presence === 'advised') ?? [];
  return advised.filter(({ name }) => columnOf(name, names) === null).map(({ name }) => name);
}
