import { repairText } from '../repair-text.ts';
import type { Rule } from '../rule.ts';
import { scanTexts } from '../scan-texts.ts';
import { shorten } from '../shorten.ts';

/** Text whose accents were read in the wrong encoding (`CommunautÃ©`), lost, or control characters. Once a column. */
export const attributesMojibake: Rule = {
  id: 'attributes.mojibake',
  severity: 'warning',
  async check(context) {
    const hits = await scanTexts(context, (text) => SUSPECT.test(text) && isBroken(text));
    return hits.map(({ field, row, value, count }) => {
      const repaired = repairText(value);
      const facts = { count, sample: shorten(value), repaired: repaired && shorten(repaired) };
      return { row, field, place: null, facts };
    });
  },
};

/** All that broken text may hold, quickly told. */
const SUSPECT = /[^\P{Cc}\t\n\v\f\r\u007f]|[\ufffdÃÂâÅ]/u;

function isBroken(text: string): boolean {
  return /[^\P{Cc}\t\n\v\f\r\u007f]|\ufffd/u.test(text) || repairText(text) !== null;
}
