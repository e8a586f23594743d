import { isOfFormerVersion, missingAdvised } from '../former-version.ts';
import type { Rule } from '../rule.ts';
import { codesOf, isBlank, joinedNames, schemaColumns } from '../schema-columns.ts';

/** A table made for a former version of its standard: what the current one has besides, and what it no longer has. */
export const schemaOldVersion: Rule = {
  id: 'schema.old-version',
  severity: 'notice',
  check(context) {
    const { schema, madeFor } = context;
    const former = new Set(schema?.formerFields);
    const columns = schemaColumns(context);
    const joined = joinedNames(context);
    const dropped = columns
      .filter(({ field, name }) => former.has(field) && !joined.has(name.toLowerCase()))
      .map(({ name }) => name);
    const codes = new Set<string>();
    for (const { field, values } of columns) {
      if (!field.formerCodes) continue;
      for (const value of new Set(values)) {
        if (isBlank(value)) continue;
        const found = codesOf(value!, field).filter((code) => code in field.formerCodes!);
        for (const code of found) codes.add(code);
      }
    }
    if (!isOfFormerVersion(context) && dropped.length === 0 && codes.size === 0) return [];
    const facts = {
      madeFor,
      standard: schema!.standard,
      added: isOfFormerVersion(context) ? missingAdvised(context).join(', ') : '',
      dropped: dropped.join(', '),
      codes: [...codes].join(', '),
    };
    return [{ row: null, place: null, facts }];
  },
};
