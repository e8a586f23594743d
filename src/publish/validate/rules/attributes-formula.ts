import type { Rule } from '../rule.ts';
import { scanTexts, sightHit } from '../scan-texts.ts';

/**
 * Text that a spreadsheet would take for a formula, as it begins with `=`, `@`, `+` or `-` and is neither a number, a telephone
 * nor a dash before a word. Nothing here runs it, and exports make it harmless. Told once a column.
 */
export const attributesFormula: Rule = {
  id: 'attributes.formula',
  severity: 'notice',
  async check(context) {
    const hits = await scanTexts(context, (text) => FORMULA.test(text));
    return hits.map(sightHit);
  },
};

const FORMULA = /^\s*(?:=|@\w+\(|[+-](?=[a-z_]\w*\(|[^\n]*[!|]))/i;
