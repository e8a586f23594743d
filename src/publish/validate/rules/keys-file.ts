import type { Rule } from '../rule.ts';
import { checkValues } from '../schema-columns.ts';
import { fileName, writtenPieces } from '../written-pieces.ts';

/** A file that a row names (NOMFIC) and that the delivery has not; `#page=…` is passed over. */
export const keysFile: Rule = {
  id: 'keys.file',
  severity: 'warning',
  async check(context) {
    const pieces = writtenPieces(context);
    if (pieces.size === 0) return [];
    return checkValues(
      context,
      (value) => {
        const name = fileName(String(value));
        return pieces.has(name.toLowerCase()) ? null : { value: name };
      },
      ({ isFile }) => isFile === true,
    );
  },
};
