import type { Rule } from '../rule.ts';
import { isBlank, schemaColumns } from '../schema-columns.ts';
import { fileName, writtenPieces } from '../written-pieces.ts';

/** Rows of a delivery name written pieces, and none came with it: whether they exist could not be checked. */
export const keysFilesAbsent: Rule = {
  id: 'keys.files-absent',
  severity: 'notice',
  check(context) {
    if (context.delivery.kind === 'tables' || writtenPieces(context).size > 0) return [];
    const files = schemaColumns(context)
      .filter(({ field }) => field.isFile)
      .flatMap(({ values }) => values)
      .filter((value) => !isBlank(value));
    const names = new Set(files.map((value) => fileName(String(value))));
    if (names.size === 0) return [];
    const facts = { count: names.size, example: [...names][0]! };
    return [{ row: null, place: null, facts }];
  },
};
